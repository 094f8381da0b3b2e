// Preloaded with `node --require`: tells on stderr what became of the bytecode of each script that was started with some.
const vm = require('node:vm')

vm.Script = class extends vm.Script {
  constructor(text, options) {
    super(text, options)
    const told = options.cachedData === undefined ? 'none' : this.cachedDataRejected ? 'refused' : 'taken'
    process.on('exit', () => process.stderr.write(told))
  }
}
