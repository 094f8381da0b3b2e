#!/usr/bin/env node
// Makes what is built, leaving out what is there and was made of the same files: `node bin/made.mjs [STEP ...]`.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Inputs, notWords, root } from './inputs.mjs'

const compiler = 'node_modules/typescript-7/bin/tsc'
/** On two processors the compiler's threads hinder each other: 7 s, where one takes 4. */
const env = { ...process.env, GOMAXPROCS: '1' }
/** All packages that are installed. */
const packages = 'package-lock.json'
const always = ['bin/made.mjs', packages]
const generated = ['kernel-code.ts', 'graph-layout.ts', 'graph-views.ts', 'graph.as.ts'].map((f) => `src/engine/${f}`)
const compiled = ['edition.json', 'edition-start.json', 'examples.json', 'records.json'].map((f) => `dist/${f}`)
const metered = 'dist/RDKit_metered.wasm'
const cached = 'dist/command/coverage.cjs.cache'
const ofCode = () => (existsSync(join(root, 'dist')) ? readdirSync(join(root, 'dist')).map((f) => `dist/${f}`) : [])

/**
 * In their order: what each is made of, what it makes, and how.
 * @type {Record<string, {of: string[], makes: () => string[], by: string[][]}>}
 */
const steps = {
  kernel: {
    of: [
      'src/screen/kernel-exports.as.ts',
      'src/engine/graph-fields.mjs',
      'bin/build-kernel.mjs',
      'data/names',
      'data/reference',
    ],
    makes: () => [...generated, 'src/names.ts', 'src/name-words.ts'],
    by: [['bin/build-kernel.mjs']],
  },
  rdkit: { of: ['bin/build-rdkit.mjs', 'src/limits.ts'], makes: () => [metered], by: [['bin/build-rdkit.mjs']] },
  code: {
    of: ['src', 'package.json', 'tsconfig.json', 'tsconfig.build.json', 'bin/clean.mjs', 'bin/bundle.mjs'],
    makes: () => [
      'dist/index.js',
      'dist/page',
      'dist/command',
      ...ofCode().filter((f) => ![...compiled, metered].includes(f)),
    ],
    by: [
      ['bin/clean.mjs'],
      // npm run types checks them.
      [compiler, '-p', 'tsconfig.build.json', '--noCheck'],
      ['src/page/build.mjs'],
      ['bin/bundle.mjs'],
    ],
  },
  data: {
    of: ['src/cli/law-files/compile-edition.ts', 'data', 'bin/compile-edition.mjs'],
    makes: () => compiled,
    by: [['bin/compile-edition.mjs']],
  },
  cache: {
    of: ['dist/command', 'dist/edition.json', 'bin/cache-code.cjs'],
    makes: () => [cached],
    by: [['bin/cache-code.cjs']],
  },
}
/** A step is not made of what it makes, and what is compiled not of the bundles that its source names. */
const isLeftOut = (name, makes) => (path) =>
  makes().includes(path) || (name === 'data' && /^dist\/(?!RDKit)/.test(path))

const file = join(root, 'node_modules/.cache/made.json')
const known = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}
for (const name of process.argv.length > 2 ? process.argv.slice(2) : Object.keys(steps)) make(name)

function make(name) {
  const { of, makes, by } = steps[name]
  const hashOfInputs = () =>
    new Inputs().hashOf([...of, ...always], { isLeftOut: isLeftOut(name, makes), leadsOn: notWords })
  const inputs = hashOfInputs()
  // What is made the first time is found by those that import it only afterwards.
  const isFirst = hashOfMade(makes()) === null
  if (known[name]?.inputs === inputs && known[name].outputs === hashOfMade(makes())) return
  const start = performance.now()
  delete known[name]
  for (const args of by) {
    const { status } = spawnSync(process.execPath, args, { cwd: root, env, stdio: 'inherit' })
    if (status !== 0) process.exit(status ?? 1)
  }
  known[name] = { inputs: isFirst ? hashOfInputs() : inputs, outputs: hashOfMade(makes()) }
  mkdirSync(join(file, '..'), { recursive: true })
  writeFileSync(file, JSON.stringify(known))
  console.log(`made: ${name}, ${((performance.now() - start) / 1000).toFixed(1)} s`)
}

function hashOfMade(paths) {
  return paths.every((path) => existsSync(join(root, path))) ? new Inputs().hashOf(paths) : null
}
