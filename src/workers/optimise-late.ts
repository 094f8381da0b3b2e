import { versions } from 'node:process'
import { setFlagsFromString } from 'node:v8'

/**
 * For a thread that is about to start RDKit. V8 optimises WebAssembly beside the run. RDKit has thousands of functions
 * of which none takes long: optimising them at once is a fifth of the processor time of thirty thousand structures, and
 * makes RDKit no faster for a thousand. So they run a hundred times as long first. V8 reads the limit when it compiles
 * a module: the kernel, compiled before, keeps its own. The releases named here know the flag; others warn on stderr.
 */
export function optimiseLate(): void {
  const major = Number(versions.node.split('.')[0])
  if (major >= 20 && major <= 24) setFlagsFromString('--wasm-tiering-budget=200000000')
}
