import { kernel, memory, memoryBytes, memoryWords } from './kernel.js'

const pageSize = 65_536
const pages = memory.byteLength / pageSize
const firstPage = Math.ceil(kernel.freeFrom() / pageSize)
/** 1 for pages that belong to an arena. */
const taken = new Uint8Array(pages)
/** 1 for pages that still hold what an earlier arena wrote. */
const written = new Uint8Array(pages)
let pagesTaken = 0

/** Kernel memory that is freed as a whole; it can be used again afterwards. */
export class Arena {
  #runs: { readonly page: number; readonly count: number }[] = []
  #free = 0
  #end = 0
  readonly #forget: (() => void)[] = []

  static get held(): number {
    return pagesTaken * pageSize
  }

  get held(): number {
    return this.#runs.reduce((sum, { count }) => sum + count * pageSize, 0)
  }

  /**
   * Allocates zeroed memory.
   * @throws {RangeError} if there is none left
   */
  allocate(bytes: number): number {
    // Tables start at a cache line, so that rows span as few lines as possible; small blocks are packed.
    const edge = bytes < 64 ? 8 : 64
    const at = (this.#free + edge - 1) & -edge
    if (this.#end === 0 || at + bytes > this.#end) return this.#allocateInPages(bytes)
    this.#free = at + bytes
    return at
  }

  #allocateInPages(bytes: number): number {
    const count = Math.max(1, Math.ceil(bytes / pageSize))
    const page = takePages(count)
    this.#runs.push({ page, count })
    const at = page * pageSize
    const end = at + count * pageSize
    // What follows goes where more room is left.
    if (end - (at + bytes) > this.#end - this.#free) {
      this.#free = at + bytes
      this.#end = end
    }
    return at
  }

  /** Copies 32-bit numbers and returns their address. */
  keep(values: ArrayLike<number>): number {
    const at = this.allocate(values.length * 4)
    memoryWords.set(values, at >> 2)
    return at
  }

  /** Copies a list of numbers or addresses, their number first, and returns its address. */
  list(entries: readonly number[]): number {
    return this.keep([entries.length, ...entries])
  }

  /** Calls a function whenever the memory is freed: for caches of addresses in it. */
  onFree(forget: () => void): void {
    this.#forget.push(forget)
  }

  free(): void {
    for (const { page, count } of this.#runs) {
      taken.fill(0, page, page + count)
      pagesTaken -= count
    }
    this.#runs = []
    this.#free = this.#end = 0
    for (const forget of this.#forget) forget()
  }
}

/** What lasts as long as the process: graphs, and room for texts. */
export const lasting = new Arena()

/** The first of a number of successive pages, the lowest that are free: memory once written stays with the process. */
function takePages(count: number): number {
  for (let page = firstPage, run = 0; page < pages; page++) {
    run = taken[page] === 1 ? 0 : run + 1
    if (run < count) continue
    const first = page - count + 1
    for (let own = first; own <= page; own++) {
      // Filling pages that were never written would commit them.
      if (written[own] === 1) memoryBytes.fill(0, own * pageSize, (own + 1) * pageSize)
      taken[own] = written[own] = 1
    }
    pagesTaken += count
    return first
  }
  throw new RangeError('the engine has no memory left')
}

/** Addresses in an arena, or what holds some, by what was written there; forgotten when the arena is freed. */
export class Addresses<K extends object, V = number> {
  #known = new WeakMap<K, V>()

  constructor(arena: Arena) {
    arena.onFree(() => {
      this.#known = new WeakMap()
    })
  }

  get(key: K): V | undefined {
    return this.#known.get(key)
  }

  set(key: K, value: V): V {
    this.#known.set(key, value)
    return value
  }
}
