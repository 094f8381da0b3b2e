#!/usr/bin/env node
// CommonJS, as `package.json` next to it says: Node's ES module loader takes a thirtieth of a check to start.
const { setFlagsFromString } = require('node:v8')

// V8 optimises functions after little use, beside the run, in every thread anew. Optimising code that runs rarely takes a
// third of the processor time of one structure and a fifth of that of ten thousand, and gains nothing: a JavaScript
// function runs ten times as much bytecode first. A WebAssembly function runs a thousand times as long in commands that
// read few structures, where it pays only after thousands, and is validated at its first call; a command that may read
// many is treated as one that does. V8 warns on stderr about unknown flags; the releases named here know these.
const major = Number(process.versions.node.split('.', 1)[0])
const command = process.argv[2]
const many =
  ['batch', 'compare', 'diff', 'expect', 'lint-dataset', 'verify', 'pipe', 'serve', 'mcp'].includes(command) ||
  (command === 'history' && process.argv.includes('-'))
if (major >= 20 && major <= 24) {
  setFlagsFromString('--interrupt-budget=600000')
  if (!many) {
    setFlagsFromString('--wasm-tiering-budget=2147483647')
    setFlagsFromString('--wasm-lazy-validation')
  }
}

require('../dist/command/coverage.cjs')
