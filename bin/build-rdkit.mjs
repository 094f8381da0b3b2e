#!/usr/bin/env node
// Writes dist/RDKit_metered.wasm: the packaged RDKit with a step counter and bounded memory.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { metered } from './meter-wasm.mjs'

/** `mostReaderBytes` of src/limits.ts, in pages of 64 KB. */
const pages = 8192

const entry = createRequire(import.meta.url).resolve('@rdkit/rdkit')
const code = metered(readFileSync(entry.replace(/\.js$/, '.wasm')), pages)
if (!WebAssembly.validate(code)) throw new Error('the metered RDKit is no WebAssembly')
const to = fileURLToPath(new URL('../dist/', import.meta.url))
mkdirSync(to, { recursive: true })
writeFileSync(`${to}RDKit_metered.wasm`, code)
