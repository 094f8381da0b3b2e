import { main } from './main.js'

/** A run of the command line. `bin/bundle.js` makes one file of this and all it needs. */
void main(process.argv.slice(2)).then((code) => {
  process.exitCode = code
})
