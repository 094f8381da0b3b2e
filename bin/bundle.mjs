#!/usr/bin/env node
// Puts the command line and the libraries it needs into a few files: one with all that `check` needs, one for
// each other command and what those share. Resolving and reading some hundred modules takes a fifth of the time
// of a `coverage check`, and a dozen still a thirtieth.
// CommonJS, since that lets Node do without its loader of modules, which takes longer to start.
import { rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { rolldown } from 'rolldown'

const at = (path) => fileURLToPath(new URL(`../dist/${path}`, import.meta.url))

/** Commander can run commands that are programs of their own, which here none is: what starts programs is loaded for nothing. */
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

// RDKit finds its WebAssembly beside itself and Piscina its thread; zod is half of all text. What only a server needs is
// found where it was installed.
const external = ['@rdkit/rdkit', 'piscina', 'zod', /^@modelcontextprotocol\/sdk/, /^@?hono/]

rmSync(at('command'), { recursive: true, force: true })
const bundle = await rolldown({
  input: { coverage: at('cli/start.js') },
  platform: 'node',
  external,
  plugins: [withoutPrograms],
})
await bundle.write({
  dir: at('command'),
  format: 'cjs',
  entryFileNames: '[name].cjs',
  chunkFileNames: '[name]-[hash].cjs',
  codeSplitting: { groups: [{ name: 'check', test: /dist.cli.(start|commands.check)\.js$/ }] },
})
await bundle.close()

// What a thread needs, in a file of its own: a thread reads nothing that the main one has read. What only some commands
// have threads for is in a file that is loaded when it is asked for.
for (const [name, source] of [
  ['thread', 'batch/worker.js'],
  ['service-thread', 'service/thread.js'],
]) {
  const thread = await rolldown({ input: { [name]: at(source) }, platform: 'node', external })
  await thread.write({
    dir: at('command'),
    format: 'cjs',
    entryFileNames: '[name].cjs',
    chunkFileNames: `${name}-[hash].cjs`,
  })
  await thread.close()
}
