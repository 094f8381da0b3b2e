import { createReadStream, mkdtempSync, rmSync } from 'node:fs'
import { open, type FileHandle } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { ComparedRow } from '../../report/index.js'

/** Characters of rows kept in memory; beyond that they go to a file until the output is written. */
const most = 16 * 1024 * 1024

/** The structure of a row is kept for its drawing. */
export type SpooledRow = ComparedRow & { readonly text?: string | null }

/** Rows that are read again once all are there: what is written first, counts, is known last. */
export class RowSpool {
  #held: string[] = []
  #size = 0
  #folder: string | null = null
  #file: FileHandle | null = null

  async add(row: SpooledRow): Promise<void> {
    const line = JSON.stringify(row)
    this.#held.push(line)
    this.#size += line.length
    if (this.#size > most) await this.#putAway()
  }

  /** The rows in order; this can be asked again. */
  async *rows(): AsyncGenerator<SpooledRow> {
    if (this.#folder !== null) {
      const lines = createInterface({ input: createReadStream(this.#path), crlfDelay: Infinity })
      for await (const line of lines) yield JSON.parse(line) as SpooledRow
    }
    for (const line of this.#held) yield JSON.parse(line) as SpooledRow
  }

  async close(): Promise<void> {
    await this.#file?.close()
    if (this.#folder !== null) rmSync(this.#folder, { recursive: true, force: true })
  }

  get #path(): string {
    return join(this.#folder!, 'rows.ndjson')
  }

  async #putAway(): Promise<void> {
    this.#folder ??= mkdtempSync(join(tmpdir(), 'coverage-'))
    this.#file ??= await open(this.#path, 'a')
    await this.#file.appendFile(`${this.#held.join('\n')}\n`)
    this.#held = []
    this.#size = 0
  }
}
