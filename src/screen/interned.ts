const empty = -1
/** Places of an entry: first, second, number, and one that is not used, so that an entry lies in one cache line. */
const width = 4

/** Numbers for pairs of whole numbers: the same for equal pairs, from 0 in the order in which they come. */
export class Interned {
  #mask = 4095
  #entries = new Int32Array((this.#mask + 1) * width).fill(empty)
  #known = 0

  get size(): number {
    return this.#known
  }

  of(first: number, second: number): number {
    const entries = this.#entries
    let at = (hash(first, second) & this.#mask) * width
    for (; entries[at + 2] !== empty; at = (at + width) & (entries.length - 1)) if (entries[at] === first && entries[at + 1] === second) return entries[at + 2]!
    if (this.#known * 2 > this.#mask) {
      this.#grow()
      return this.of(first, second)
    }
    put(entries, at, first, second, this.#known)
    return this.#known++
  }

  #grow(): void {
    const before = this.#entries
    this.#mask = this.#mask * 2 + 1
    const entries = (this.#entries = new Int32Array((this.#mask + 1) * width).fill(empty))
    for (let from = 0; from < before.length; from += width) {
      if (before[from + 2] === empty) continue
      let at = (hash(before[from]!, before[from + 1]!) & this.#mask) * width
      while (entries[at + 2] !== empty) at = (at + width) & (entries.length - 1)
      put(entries, at, before[from]!, before[from + 1]!, before[from + 2]!)
    }
  }
}

function put(entries: Int32Array, at: number, first: number, second: number, number: number): void {
  entries[at] = first
  entries[at + 1] = second
  entries[at + 2] = number
}

function hash(first: number, second: number): number {
  const mixed = Math.imul(first ^ Math.imul(second, 0x85ebca6b), 0x9e3779b1)
  return (mixed ^ (mixed >>> 15)) >>> 0
}
