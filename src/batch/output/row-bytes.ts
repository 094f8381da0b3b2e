/** Initial size of the buffer, bytes. */
const beginning = 1024 * 1024

/**
 * Buffers to be used again, by any writer of the thread: allocating one per chunk makes V8 collect the whole heap every
 * few chunks, and one for each of many questions takes memory.
 */
const spare: ArrayBuffer[] = []

/** Collects the bytes of rows without an allocation per row. */
export class RowBytes {
  #bytes = Buffer.alloc(0)
  #length = 0

  /** Starts again: rows of a failed chunk must not precede those of the next. */
  begin(): void {
    this.#length = 0
    if (this.#bytes.length > 0) return
    const own = spare.pop()
    this.#bytes = own ? Buffer.from(own) : Buffer.allocUnsafeSlow(beginning)
  }

  text(text: string): void {
    this.#room(text.length * 3)
    this.#length += this.#bytes.write(text, this.#length)
  }

  raw(bytes: Buffer): void {
    this.#room(bytes.length)
    this.#length += bytes.copy(this.#bytes, this.#length)
  }

  /** The collected bytes; they stay untouched until the buffer is returned. */
  take(): Uint8Array<ArrayBuffer> {
    const taken = new Uint8Array(this.#bytes.buffer as ArrayBuffer, 0, this.#length)
    this.#bytes = Buffer.alloc(0)
    this.#length = 0
    return taken
  }

  reuse(memory: ArrayBuffer): void {
    spare.push(memory)
  }

  #room(more: number): void {
    if (this.#length + more <= this.#bytes.length) return
    const larger = Buffer.allocUnsafeSlow((this.#length + more) * 2)
    this.#bytes.copy(larger, 0, 0, this.#length)
    this.#bytes = larger
  }
}
