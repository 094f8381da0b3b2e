#!/usr/bin/env node
// Puts the command line and the libraries it needs into one file: resolving and reading some hundred
// modules takes a fifth of the time of a `coverage check`. CommonJS, since that lets Node skip its module loader.
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const at = (path) => fileURLToPath(new URL(`../dist/${path}`, import.meta.url))

await build({
  entryPoints: [at('cli/start.js')],
  outfile: at('command/coverage.cjs'),
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  // RDKit finds its WebAssembly beside itself and Piscina its thread; few commands need zod, and it is half of all text.
  external: ['@rdkit/rdkit', 'piscina', 'zod'],
  define: { 'import.meta.url': 'bundleUrl' },
  banner: { js: "const bundleUrl = require('node:url').pathToFileURL(__filename).href;" },
  logLevel: 'warning',
})
