import { main } from './main.js'

/** Entry point of the command line. `bin/bundle.mjs` bundles it into one file. */
// Node ends by itself if it waits for something that never comes: that must not look like success.
process.exitCode = 2
void main(process.argv.slice(2)).then((code) => {
  process.exitCode = code
})
