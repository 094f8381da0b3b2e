import { readFileSync } from 'node:fs'

/** As far as it is used here; only libraries of browsers declare it. */
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => object
  readonly Instance: new (module: object, imports: Readonly<Record<string, Readonly<Record<string, (...given: number[]) => number>>>>) => { readonly exports: unknown }
}

/** What the kernel exports; addresses are bytes in its memory. */
interface Kernel {
  readonly memory: { readonly buffer: ArrayBuffer }
  freeFrom(): number
  findSurroundings(graph: number): void
  describe(graph: number, description: number): number
  nextAlive(sieve: number, from: number): number
}

/** The compiled kernel, built by `npm run build`. */
const file = new URL('../../dist/screen.wasm', import.meta.url)

export const kernel = new WebAssembly.Instance(new WebAssembly.Module(readFileSync(file)), { env: { abort } }).exports as Kernel
export const memory = kernel.memory.buffer
/** The whole of it as numbers of 32 bits: that at address `at` is `numbers[at >> 2]`. */
export const numbers = new Int32Array(memory)

let free = kernel.freeFrom()

/**
 * Room in the memory of the kernel that is never given back, of zeros.
 * @throws {RangeError} where there is none left
 */
export function allocate(bytes: number): number {
  // Whole cache lines: rows of tables then lie in as few as they can.
  const at = (free + 63) & ~63
  if (at + bytes > memory.byteLength) throw new RangeError('the screen has no memory left for this edition')
  free = at + bytes
  return at
}

function abort(): never {
  throw new Error('the kernel of the screen ended')
}

/** Keeps numbers of 32 bits in the memory of the kernel, and says where. */
export function keep(values: ArrayLike<number>): number {
  const at = allocate(values.length * 4)
  numbers.set(values, at >> 2)
  return at
}
