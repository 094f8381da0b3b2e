import { readyFor } from './few-structures.js'
import { main } from './main.js'

/** A run of the command line. `bin/bundle.js` makes one file of this and all it needs. */
const args = process.argv.slice(2)
readyFor(args[0])
void main(args).then((code) => {
  process.exitCode = code
})
