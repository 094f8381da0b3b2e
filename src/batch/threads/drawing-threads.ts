import { Piscina } from 'piscina'
import type { Drawing } from '../../chem/index.js'

/** Draws structures on threads that start with the first drawing, each with its own reader. */
export class DrawingThreads {
  #pool: Piscina | null = null

  /** @param file the compiled thread */
  constructor(
    readonly file: string,
    readonly threads: number,
  ) {}

  /** Null if the structure cannot be drawn. */
  readonly draw = async (text: string): Promise<Drawing | null> => {
    this.#pool ??= new Piscina({
      filename: this.file,
      minThreads: this.threads,
      maxThreads: this.threads,
      atomics: 'disabled',
      trackUnmanagedFds: false,
    })
    return this.#pool.run(text)
  }

  async close(): Promise<void> {
    await this.#pool?.destroy()
  }
}
