/** Memory that no rows have been gathered in yet, bytes. */
const beginning = 1024 * 1024

/** Bytes of rows, gathered; a row costs no allocation. */
export class RowBytes {
  #bytes = Buffer.alloc(0)
  #length = 0
  readonly #free: ArrayBuffer[] = []

  /** Starts again: the rows of a chunk that failed must not precede those of the next. */
  begin(): void {
    this.#length = 0
    if (this.#bytes.length > 0) return
    const free = this.#free.pop()
    this.#bytes = free ? Buffer.from(free) : Buffer.allocUnsafeSlow(beginning)
  }

  text(text: string): void {
    this.#room(text.length * 3)
    this.#length += this.#bytes.write(text, this.#length)
  }

  raw(bytes: Buffer): void {
    this.#room(bytes.length)
    this.#length += bytes.copy(this.#bytes, this.#length)
  }

  /** What was gathered; it is left alone until its memory is given back. */
  take(): Uint8Array<ArrayBuffer> {
    const taken = new Uint8Array(this.#bytes.buffer as ArrayBuffer, 0, this.#length)
    this.#bytes = Buffer.alloc(0)
    this.#length = 0
    return taken
  }

  /** Memory for further rows. Allocating it for each chunk makes V8 collect the whole heap every few chunks. */
  reuse(memory: ArrayBuffer): void {
    this.#free.push(memory)
  }

  #room(more: number): void {
    if (this.#length + more <= this.#bytes.length) return
    const larger = Buffer.allocUnsafeSlow((this.#length + more) * 2)
    this.#bytes.copy(larger, 0, 0, this.#length)
    this.#bytes = larger
  }
}
