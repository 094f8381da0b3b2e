#!/usr/bin/env node
// Empties dist except for the compiled edition, its records and examples: output of deleted source files must not remain there.
import { existsSync, readdirSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const dist = fileURLToPath(new URL('../dist/', import.meta.url))
for (const name of existsSync(dist) ? readdirSync(dist) : [])
  if (!['edition.json', 'examples.json', 'records.json'].includes(name)) rmSync(`${dist}${name}`, { recursive: true })
