// Runs the bundle of the command line. CommonJS, since that lets Node do without much of itself that takes time to start.
const { readFileSync, statSync } = require('node:fs')
const { createRequire } = require('node:module')
const { join } = require('node:path')
const { setFlagsFromString } = require('node:v8')
const { Script } = require('node:vm')

const bundle = join(__dirname, '../dist/command/coverage.cjs')
/** Bytecode is good for the very Node that made it, told by version, processor and size; V8 itself refuses what other flags made. */
const bytecodeFile = () => join(bundle, `../${process.version}-${process.arch}-${statSync(process.execPath).size}.bytecode`)

/** Starts the command line that the process was given. Returns the script, of which V8 has bytecode once it has run. */
function load() {
  const fewStructures = readyForFew(process.argv[2])
  const text = readFileSync(bundle, 'utf8')
  const script = new Script(`(function (exports, require, module, __filename) {${text}\n})`, { filename: bundle, cachedData: fewStructures ? bytecode() : undefined })
  const own = createRequire(bundle)
  // The bundles of other commands ask for what they share with this one.
  const module = (own.cache[bundle] = { exports: {}, loaded: true })
  script.runInThisContext()(module.exports, own, module, bundle)
  return script
}

/**
 * Readies V8 for a command that reads few structures; false for another. V8 optimises a WebAssembly function
 * after little use, on threads that compete with the run: for one structure that takes more processor time than
 * all the rest together, and it pays only after thousands. So a function must run a thousand times as long
 * first, the most that can be asked for, and is checked when it is first called instead of all at once.
 */
function readyForFew(command) {
  // V8 complains on stderr of a flag that it does not know; these are known to the releases named here.
  const major = Number(process.versions.node.split('.', 1)[0])
  if (command === 'batch' || major < 20 || major > 24) return false
  setFlagsFromString('--wasm-tiering-budget=2147483647')
  setFlagsFromString('--wasm-lazy-validation')
  return true
}

/**
 * Bytecode of an earlier run, which `npm run data` put beside the bundle: to make it anew takes a twentieth of the
 * time of a check. Undefined where there is none, or where the bundle was made after it.
 */
function bytecode() {
  try {
    const file = bytecodeFile()
    return statSync(file).mtimeMs >= statSync(bundle).mtimeMs ? readFileSync(file) : undefined
  } catch {
    return undefined
  }
}

module.exports = { bytecodeFile, load }
