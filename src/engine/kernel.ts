import { kernelCode } from './kernel-code.js'

/** Only the members used here; only browser type libraries declare it. */
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => object
  readonly Instance: new (
    module: object,
    imports: Readonly<Record<string, Readonly<Record<string, (...given: number[]) => number>>>>,
  ) => { readonly exports: unknown }
}

/** What the engine's part of the kernel exports; addresses are bytes in its memory. */
interface Engine {
  readonly memory: { readonly buffer: ArrayBuffer }
  freeFrom(): number
  testAtom(graph: number, atom: number, test: number): number
  wholeAnswer(graph: number, atom: number, test: number): number
  mayMatch(graph: number, pattern: number): number
  findAll(graph: number, pattern: number, most: number): number
  foundFrom(): number
  readSkeleton(graph: number, component: number): void
  skeletonAtoms(): number
  firstSkeletonHash(): number
  secondSkeletonHash(): number
  matchMask(graph: number, pattern: number): number
  sureMask(graph: number, pattern: number): number
  /** For a graph: see `FastGraph`. */
  clear(graph: number): void
  addAtom(graph: number, z: number, charge: number, lower: number): number
  join(graph: number, a: number, b: number, order: number): number
  /** Address from which `readSmiles` reads the text; its length is an argument. */
  textAt(): number
  readSmiles(graph: number, length: number): number
  /** The block is UTF-8 text at an address. */
  readMolBlock(graph: number, from: number, length: number): number
  loosen(graph: number): void
  perceive(graph: number): number
  perceiveDoubting(graph: number): number
  /** Both concern the molecule that was read or perceived last. */
  isAlwaysSingle(graph: number, bond: number): number
  kekulePartner(atom: number): number
  /** Forgets the answers of all numbered predicates. */
  forgetAnswers(): void
  /** Gives searches a full step budget, as reading a text does. */
  beginSteps(): void
  smallestRings(graph: number): number
  findSurroundings(graph: number): void
  computeEnvironments(graph: number, environments: number, atom: number, row: number): void
}

/** Everything the kernel exports: code that works in the engine's memory but is not chemistry is compiled with it. */
export const kernelExports: unknown = new WebAssembly.Instance(new WebAssembly.Module(bytesIn(kernelCode)), {
  env: { abort },
}).exports
export const kernel = kernelExports as Engine
export const memory = kernel.memory.buffer
export const memoryBytes = new Uint8Array(memory)
export const memoryShorts = new Uint16Array(memory)
/** The whole memory as 32-bit numbers: the one at address `at` is `memoryWords[at >> 2]`. */
export const memoryWords = new Int32Array(memory)

function abort(): never {
  throw new Error('the kernel ended')
}

/** Browsers have no `Buffer`, which is quicker. */
function bytesIn(base64: string): Uint8Array<ArrayBuffer> {
  if (typeof Buffer !== 'undefined') return Buffer.from(base64, 'base64')
  return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
}
