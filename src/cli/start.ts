import { main } from './main.js'

/** A run of the command line. `bin/bundle.mjs` makes one file of this and all it needs. */
// One that waits for what never comes ends by itself: that must not look like success.
process.exitCode = 2
void main(process.argv.slice(2)).then((code) => {
  process.exitCode = code
})
