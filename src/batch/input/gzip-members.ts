import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'

/** Bytes in each member but the last. */
const memberBytes = 1024 * 1024

const zipped = promisify(gzip)
const unzipped = promisify(gunzip)

/**
 * Splits output into gzip members of fixed size, so that a file can be cut back to the end of any. Where a member ends
 * depends on the bytes alone: a run that was stopped and resumed writes the same file as one that was not.
 */
export class GzipMembers {
  #held: Uint8Array[]
  #length: number

  private constructor(held: Buffer) {
    this.#held = [held]
    this.#length = held.length
  }

  /** @param waiting what `waiting` gave */
  static async from(waiting: string): Promise<GzipMembers> {
    return new GzipMembers(waiting === '' ? Buffer.alloc(0) : await unzipped(Buffer.from(waiting, 'base64')))
  }

  /** Copies, for the memory is used again. */
  add(bytes: Uint8Array): void {
    this.#held.push(Uint8Array.from(bytes))
    this.#length += bytes.length
  }

  /** The complete members. */
  async *full(): AsyncGenerator<Buffer> {
    if (this.#length < memberBytes) return
    const bytes = Buffer.concat(this.#held)
    const full = bytes.length - (bytes.length % memberBytes)
    this.#held = [bytes.subarray(full)]
    this.#length = bytes.length - full
    for (let at = 0; at < full; at += memberBytes)
      yield await zipped(bytes.subarray(at, at + memberBytes), { level: 6 })
  }

  /** The last member. */
  async rest(): Promise<Buffer[]> {
    const bytes = Buffer.concat(this.#held)
    this.#held = []
    this.#length = 0
    return bytes.length === 0 ? [] : [await zipped(bytes, { level: 6 })]
  }

  /** Data not yet in a member, zipped, in base64. */
  async waiting(): Promise<string> {
    if (this.#length === 0) return ''
    return (await zipped(Buffer.concat(this.#held), { level: 1 })).toString('base64')
  }
}
