// Preloaded with `node --require`: tells on stderr, as the last line, what of Node itself a run loaded.
process.on('exit', () => process.stderr.write(`\n${JSON.stringify(process.moduleLoadList)}`))
