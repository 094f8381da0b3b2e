#!/usr/bin/env node
// CommonJS, as `package.json` next to it says: Node's ES module loader takes a thirtieth of a check to start.
const { setFlagsFromString } = require('node:v8')

// V8 optimises a WebAssembly function after little use, on threads that compete with the run. For one structure that
// takes more processor time than all the rest together, and it pays only after thousands. So commands that read few
// structures let a function run a thousand times as long first, and validate it at its first call. A command that may
// read many structures is treated as one that does. V8 warns on stderr about unknown flags; the releases named here
// know these.
const major = Number(process.versions.node.split('.', 1)[0])
const command = process.argv[2]
const many =
  ['batch', 'compare', 'diff', 'expect', 'lint-dataset', 'verify', 'pipe', 'serve', 'mcp'].includes(command) ||
  (command === 'history' && process.argv.includes('-'))
if (!many && major >= 20 && major <= 24) {
  setFlagsFromString('--wasm-tiering-budget=2147483647')
  setFlagsFromString('--wasm-lazy-validation')
}

require('../dist/command/coverage.cjs')
