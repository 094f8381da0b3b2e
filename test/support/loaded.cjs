// Preloaded with `node --require`: tells on stderr, as the last line, what packages a run loaded.
const Module = require('node:module')

const loaded = new Set()
const load = Module._load
Module._load = function (request, ...rest) {
  if (!/^[./]|^node:/.test(request) && !Module.isBuiltin(request)) loaded.add(request)
  return load.call(this, request, ...rest)
}
process.on('exit', () => process.stderr.write(`\n${JSON.stringify([...loaded])}`))
