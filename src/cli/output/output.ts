import { once } from 'node:events'
import type { Writable } from 'node:stream'
import { jsonWithoutControls } from '../../report/controls.js'

/** The reader of the output went away (`| head`): stop, and say nothing. */
export class OutputClosed extends Error {
  override name = 'OutputClosed'
}

/** A stream written with regard to how fast it is read. */
export class Output {
  readonly #stream: Writable
  #failure: NodeJS.ErrnoException | null = null

  constructor(stream: Writable) {
    this.#stream = stream
    stream.on('error', (error: NodeJS.ErrnoException) => (this.#failure = error))
  }

  /**
   * @param written called once what is written is not needed any more
   * @throws {OutputClosed} when nobody reads any more
   */
  async write(text: string | Uint8Array, written?: () => void): Promise<void> {
    this.#check()
    // No text of ours holds these; what it quotes may, and other control characters it has written out by now.
    if (this.#stream.write(typeof text === 'string' ? jsonWithoutControls(text) : text, () => written?.())) return
    // Whichever does not come must not be waited for any longer: each wait would leave its listeners behind.
    const over = new AbortController()
    const { signal } = over
    await Promise.race([once(this.#stream, 'drain', { signal }), once(this.#stream, 'close', { signal })]).catch(
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
