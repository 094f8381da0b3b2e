import { createHash } from 'node:crypto'
import type { ReadSoFar } from './chunk.js'

export class InputSum {
  readonly #hash = createHash('sha256')
  #bytes = 0

  /** @param expected what an earlier run read of the same file */
  constructor(readonly expected: ReadSoFar | null) {}

  add(bytes: Buffer): 'differs' | null {
    const before = this.expected === null ? 0 : this.expected.bytes - this.#bytes
    const checked = before > 0 && before <= bytes.length
    if (checked) this.#take(bytes.subarray(0, before))
    if (checked && this.read.sha256 !== this.expected!.sha256) return 'differs'
    this.#take(checked ? bytes.subarray(before) : bytes)
    return null
  }

  /** True until everything that the earlier run read has been read again. */
  get short(): boolean {
    return this.expected !== null && this.#bytes < this.expected.bytes
  }

  get read(): ReadSoFar {
    return { bytes: this.#bytes, sha256: this.#hash.copy().digest('hex') }
  }

  #take(bytes: Buffer): void {
    this.#hash.update(bytes)
    this.#bytes += bytes.length
  }
}
