#!/usr/bin/env node
// Empties dist except for what is not made of the code: output of deleted source files must not remain there.
import { existsSync, readdirSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const kept = ['RDKit_metered.wasm', 'edition.json', 'edition-start.json', 'examples.json', 'records.json']
const dist = fileURLToPath(new URL('../dist/', import.meta.url))
for (const name of existsSync(dist) ? readdirSync(dist) : [])
  if (!kept.includes(name)) rmSync(`${dist}${name}`, { recursive: true })
