#!/usr/bin/env node
// CommonJS, as `package.json` next to it says: Node's ES module loader takes a thirtieth of a check to start.
const { existsSync, readFileSync } = require('node:fs')
const Module = require('node:module')
const { dirname } = require('node:path')
const { setFlagsFromString } = require('node:v8')
const { Script } = require('node:vm')

// V8 optimises functions after little use, beside the run, in every thread anew. Optimising code that runs rarely takes a
// third of the processor time of one structure and a fifth of that of ten thousand, and gains nothing: a JavaScript
// function runs ten times as much bytecode first. A WebAssembly function runs a thousand times as long in commands that
// read few structures, where it pays only after thousands, and is validated at its first call; a command that may read
// many is treated as one that does, and collects its heap when it is half as large again as what lives, not four times:
// that takes no longer, and 30 MB less. V8 warns on stderr about unknown flags; the releases named here know these.
const major = Number(process.versions.node.split('.', 1)[0])
const command = process.argv[2]
const many =
  ['batch', 'compare', 'diff', 'expect', 'lint-dataset', 'verify', 'pipe', 'serve', 'mcp'].includes(command) ||
  (command === 'history' && process.argv.includes('-'))
if (major >= 20 && major <= 24) {
  setFlagsFromString('--interrupt-budget=600000')
  if (many) setFlagsFromString('--heap-growing-percent=50')
  else {
    setFlagsFromString('--wasm-tiering-budget=2147483647')
    setFlagsFromString('--wasm-lazy-validation')
  }
}

// As `require` does it, but with what `cache-code.cjs` stored: compiling is a tenth of a check.
const filename = require.resolve('../dist/command/coverage.cjs')
const cached = `${filename}.cache`
const script = new Script(Module.wrap(readFileSync(filename, 'utf8')), {
  filename,
  ...(existsSync(cached) ? { cachedData: readFileSync(cached) } : {}),
})
module.exports = { script, cached }
// The other bundles require it.
const bundle = (require.cache[filename] = Object.assign(new Module(filename, module), { filename }))
script.runInThisContext()(bundle.exports, Module.createRequire(filename), bundle, filename, dirname(filename))
