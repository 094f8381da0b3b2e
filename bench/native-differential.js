#!/usr/bin/env node
// Compares the reading of a corpus with native RDKit (Debian package python3-rdkit): parse, InChIKey, formula.
// Usage: CORPUS=/path/to/corpus.smi[.gz] node bench/native-differential.js   (lines are `SMILES id`)
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { Reader, UnreadableStructure } from '../dist/chem/index.js'

const path = process.env.CORPUS
if (!path) {
  console.error('CORPUS names no file; give a .smi or .smi.gz with one `SMILES id` a line.')
  process.exit(2)
}
const bytes = readFileSync(path)
const lines = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes)
  .toString('utf8')
  .split('\n')
  .map((line) => line.split(/[ \t]/)[0])
  .filter((smiles) => smiles !== '')

const python = process.env.NATIVE_PYTHON ?? '/usr/bin/python3'
const script = fileURLToPath(new URL('../test/identity/native.py', import.meta.url))
const run = spawnSync(python, [script], {
  input: lines.map((s) => JSON.stringify(s)).join('\n'),
  encoding: 'utf8',
  maxBuffer: 1 << 30,
})
if (run.status !== 0) {
  console.error(
    `Native RDKit did not run with ${python}: ${run.error?.message ?? run.stderr.trim().split('\n').at(-1)}. Install python3-rdkit.`,
  )
  process.exit(2)
}
const native = run.stdout
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line))

// A bond to one of these is cut on purpose before keys are made.
const saltMetal = /\[(Li|Na|Mg|Al|K|Ca|Zn|Rb|Sr|Ag|Cs|Ba)/
const reader = await Reader.start()
let differing = 0
for (const [i, smiles] of lines.entries()) {
  await reader.ready()
  const ours = read(smiles)
  const theirs = native[i]
  const same =
    ours.read === theirs.read &&
    (!ours.read || (ours.formula === theirs.formula && (ours.inchikey === theirs.inchikey || saltMetal.test(smiles))))
  if (same) continue
  differing++
  console.log(JSON.stringify({ smiles, ours, native: theirs }))
}
console.log(`${lines.length} structures, ${differing} read differently`)
process.exitCode = differing > 0 ? 1 : 0

function read(smiles) {
  try {
    return reader.read(smiles, (s) => ({ read: true, inchikey: s.inchikey, formula: s.formula }))
  } catch (error) {
    if (!(error instanceof UnreadableStructure)) throw error
    return { read: false, why: error.problem.code }
  }
}
