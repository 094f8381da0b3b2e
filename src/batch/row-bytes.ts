/** Bytes of rows, gathered; a row costs no allocation. */
export class RowBytes {
  #bytes = Buffer.allocUnsafeSlow(1024 * 1024)
  #length = 0

  text(text: string): void {
    this.#room(text.length * 3)
    this.#length += this.#bytes.write(text, this.#length)
  }

  raw(bytes: Buffer): void {
    this.#room(bytes.length)
    this.#length += bytes.copy(this.#bytes, this.#length)
  }

  /** What was gathered; the next rows go into a buffer of the same size. */
  take(): Uint8Array<ArrayBuffer> {
    const taken = new Uint8Array(this.#bytes.buffer as ArrayBuffer, 0, this.#length)
    this.#bytes = Buffer.allocUnsafeSlow(this.#bytes.length)
    this.#length = 0
    return taken
  }

  /** Forgets what was gathered: the rows of a chunk that failed on the way must not stand before those of the next. */
  clear(): void {
    this.#length = 0
  }

  #room(more: number): void {
    if (this.#length + more <= this.#bytes.length) return
    const larger = Buffer.allocUnsafeSlow((this.#length + more) * 2)
    this.#bytes.copy(larger, 0, 0, this.#length)
    this.#bytes = larger
  }
}
