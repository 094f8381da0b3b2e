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
  /** Of a graph: see `FastGraph`. */
  clear(graph: number): void
  addAtom(graph: number, z: number, charge: number, lower: number): number
  join(graph: number, a: number, b: number, order: number): number
  /** Where `readSmiles` reads the text, whose length it is told. */
  textAt(): number
  readSmiles(graph: number, length: number): number
  perceive(graph: number): number
  smallestRings(graph: number): number
}

/** The compiled kernel, built by `npm run build`. */
const file = new URL('../../dist/screen.wasm', import.meta.url)

export const kernel = new WebAssembly.Instance(new WebAssembly.Module(readFileSync(file)), { env: { abort } }).exports as Kernel
export const memory = kernel.memory.buffer

let free = kernel.freeFrom()

/**
 * Room in the memory of the kernel that is never given back, of zeros.
 * @throws {RangeError} where there is none left
 */
export function allocate(bytes: number): number {
  const at = (free + 7) & ~7
  if (at + bytes > memory.byteLength) throw new RangeError('the screen has no memory left for this edition')
  free = at + bytes
  return at
}

function abort(): never {
  throw new Error('the kernel of the screen ended')
}
