#!/usr/bin/env node
// Bundles the command line and its libraries into a few files: one with all that `check` needs, one for each other
// command and what those share. Resolving and reading about a hundred modules takes a fifth of the time of a `coverage
// check`, and a dozen still a thirtieth. CommonJS, because Node's ES module loader takes longer to start.
import { rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { rolldown } from 'rolldown'
import { manualPage } from '../dist/cli/man-page.js'
import { resultSchema, runFileSchema } from '../dist/report/schema.js'

const at = (path) => fileURLToPath(new URL(`../dist/${path}`, import.meta.url))

/**
 * Commander can run commands that are separate programs; there are none here, so the module that starts programs is
 * left out.
 */
const withoutPrograms = {
  name: 'without programs',
  transform: (code, id) =>
    /commander.lib.command\.js$/.test(id)
      ? code.replace(
          "const childProcess = require('node:child_process')",
          "const childProcess = { get spawn() { return require('node:child_process').spawn } }",
        )
      : null,
}

/**
 * All bundles are in one folder next to the table of names; the bundler counts from that of the source. A file with
 * stored code cannot import, see `coverage.js`, so another one does.
 */
const importsFromFolder = {
  name: 'imports from the folder',
  renderChunk: (code) => ({
    code: code
      .replace(/import\("(?:\.\.?\/)+names\.js"\)/g, 'import("../names.js")')
      .replace(/\bawait import\(/g, 'await require("./import.cjs")('),
  }),
}

// RDKit finds its WebAssembly next to itself and Piscina its thread; zod is half of all code. What only a server needs
// is loaded from where it was installed. The table of names is large, seldom needed, and the same for all.
const external = [/\.\.\/names\.js$/, '@rdkit/rdkit', 'piscina', 'zod', /^@modelcontextprotocol\/sdk/, /^@?hono/]

rmSync(at('command'), { recursive: true, force: true })
const bundle = await rolldown({
  input: { coverage: at('cli/start.js') },
  platform: 'node',
  external,
  plugins: [withoutPrograms, importsFromFolder],
})
await bundle.write({
  dir: at('command'),
  format: 'cjs',
  entryFileNames: '[name].cjs',
  chunkFileNames: '[name]-[hash].cjs',
  codeSplitting: { groups: [{ name: 'check', test: /dist.cli.(start|commands.check)\.js$/ }] },
})
await bundle.close()
writeFileSync(at('command/import.cjs'), 'module.exports = (name) => import(name)\n')

// Each thread has its own file, because a thread shares no loaded modules with the main one. Code for threads that only
// some commands use is in a file loaded on demand.
for (const [name, source] of [
  ['thread', 'batch/threads/worker.js'],
  ['drawing-thread', 'batch/threads/drawing-thread.js'],
  ['parquet-thread', 'batch/input/parquet/thread.js'],
  ['service-thread', 'service/thread.js'],
]) {
  const thread = await rolldown({
    input: { [name]: at(source) },
    platform: 'node',
    external,
    plugins: [importsFromFolder],
  })
  await thread.write({
    dir: at('command'),
    format: 'cjs',
    entryFileNames: '[name].cjs',
    chunkFileNames: `${name}-[hash].cjs`,
  })
  await thread.close()
}

writeFileSync(at('coverage.1'), await manualPage())
for (const [name, schema] of Object.entries({ result: resultSchema(), run: runFileSchema() }))
  writeFileSync(at(`${name}.schema.json`), `${JSON.stringify(schema, null, 2)}\n`)
