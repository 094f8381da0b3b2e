#!/usr/bin/env node
// CommonJS, as `package.json` beside it says: Node's loader of modules takes a thirtieth of a check to start.
require('./load.cjs').load()
