import { setFlagsFromString } from 'node:v8'

/**
 * For a thread that is about to start RDKit. V8 optimises WebAssembly beside the run. RDKit has thousands of functions
 * of which none takes long: optimising them as soon as V8 would is a fifth of the processor time of thirty thousand
 * structures, and makes RDKit no faster for a thousand. So they run a hundred times as long first. V8 reads the limit
 * when it compiles a module, so that the kernel, which was compiled before, keeps its own; it warns on stderr about
 * unknown flags, and the releases named here know this one.
 */
export function optimiseLate(): void {
  const major = Number(process.versions.node.split('.')[0])
  if (major >= 20 && major <= 24) setFlagsFromString('--wasm-tiering-budget=200000000')
}
