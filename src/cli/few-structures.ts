import { setFlagsFromString } from 'node:v8'

/**
 * Readies V8 for a command that reads few structures. It optimises a WebAssembly function after little
 * use, on threads that compete with the run: for one structure that takes more processor time than all the
 * rest together, and it pays only after thousands. So a function must run a thousand times as long first, the most
 * that can be asked for, and is checked when it is first called instead of all at once. Call it before RDKit starts.
 */
export function readyFor(command: string | undefined): void {
  // V8 complains on stderr of a flag that it does not know; these are known to the releases named here.
  const major = Number(process.versions.node.split('.', 1)[0])
  if (command === 'batch' || major < 20 || major > 24) return
  setFlagsFromString('--wasm-tiering-budget=2147483647')
  setFlagsFromString('--wasm-lazy-validation')
}
