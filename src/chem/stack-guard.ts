import type { Memory } from './load-rdkit.js'

/** The two words that the loader writes at the far end of the stack. Source: Emscripten, `writeStackCookie`. */
const cookie = [0x02135467, 0x89bacdfe] as const
const untouched = 0x5afe5afe
/** Words kept free at the far end of the stack: 4 KB of its 64 KB. */
const band = 1024

/**
 * Detects when RDKit has exhausted its stack. The stack is 64 KB, and an overrun overwrites RDKit's own data without an
 * error, so that later answers would be wrong. SMILES takes about 110 bytes of it per chain atom, InChI about 160 per
 * atom of a chain of rings.
 */
export class StackGuard {
  readonly #memory: Memory
  readonly #start: number
  /** Recreated when the memory has grown, because its buffer is then a new one. */
  #band: Uint32Array

  private constructor(memory: Memory, start: number) {
    this.#memory = memory
    this.#start = start
    this.#band = this.#look()
    this.#band.fill(untouched)
  }

  /** Null if the memory or the end of the stack cannot be found. */
  static on(memory: Memory | null): StackGuard | null {
    if (!memory) return null
    const words = new Uint32Array(memory.buffer)
    for (let at = words.indexOf(cookie[0]); at >= 0; at = words.indexOf(cookie[0], at + 1)) {
      if (words[at + 1] === cookie[1]) return new StackGuard(memory, at + 2)
    }
    return null
  }

  /** True once anything has been written into the band. */
  overrun(): boolean {
    if (this.#band.buffer !== this.#memory.buffer) this.#band = this.#look()
    // Checked after every structure: a loop takes a tenth of the time of `some`.
    const words = this.#band
    for (let i = 0; i < band; i++) if (words[i] !== untouched) return true
    return false
  }

  #look(): Uint32Array {
    return new Uint32Array(this.#memory.buffer, this.#start * 4, band)
  }
}
