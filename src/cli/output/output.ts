import { once } from 'node:events'
import type { Writable } from 'node:stream'
import { jsonWithoutControls } from '../../report/index.js'

/** The reader of the output has gone (`| head`): stop without a message. */
export class OutputClosed extends Error {
  override name = 'OutputClosed'
}

export class Output {
  #failure: NodeJS.ErrnoException | null = null

  constructor(private readonly stream: Writable) {
    stream.on('error', (error: NodeJS.ErrnoException) => (this.#failure = error))
  }

  /**
   * @param written called once the bytes are no longer needed
   * @throws {OutputClosed} when the reader has gone
   */
  async write(text: string | Uint8Array, written?: () => void): Promise<void> {
    this.#check()
    // Our own text has none of these characters; quoted text may. Other control characters are already escaped.
    if (this.stream.write(typeof text === 'string' ? jsonWithoutControls(text) : text, () => written?.())) return
    // Stop waiting for the other event: each wait would leave its listeners behind.
    const over = new AbortController()
    const { signal } = over
    await Promise.race([once(this.stream, 'drain', { signal }), once(this.stream, 'close', { signal })]).catch(
      () => undefined,
    )
    over.abort()
    this.#check()
  }

  #check(): void {
    if (this.#failure === null) return
    if (this.#failure.code === 'EPIPE' || this.#failure.code === 'ERR_STREAM_DESTROYED') throw new OutputClosed()
    throw this.#failure
  }
}
