// Stores what V8 compiles of the command line for a check, so that a check on the same release of Node starts a tenth
// sooner; other releases, and runs with other flags of V8, ignore it. The bundler empties the folder, so that it never
// outlives the code.
const { writeFileSync } = require('node:fs')

process.argv = [process.execPath, require.resolve('./coverage.js'), 'check', 'fentanyl', 'CCO']
process.stdout.write = (_, ...more) => {
  more.find((last) => typeof last === 'function')?.()
  return true
}
const { script, cached } = require('./coverage.js')
process.on('exit', () => writeFileSync(cached, script.createCachedData()))
