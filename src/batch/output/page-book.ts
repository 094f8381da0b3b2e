import { UnreadableStructure, type Drawing, type Reader } from '../../chem/index.js'
import type { Counts, PageRow, Rests } from '../../report/html/index.js'
import { SharedHtml, rowOf } from '../../report/html/index.js'
import type { Result } from '../../report/result-schema.js'
import { Tally, type TallyData } from './tally.js'

/**
 * Rows that a page lists: uncontrolled ones up to the first limit, others up to the second. A browser cannot handle
 * more.
 */
export const pageRows = { uncontrolled: 20_000, most: 50_000 }
/** Values of the input in all rows together, and their characters with the names of their columns. */
const pageValues = 500_000
const pageCharacters = 32 * 1024 * 1024

export interface BookOptions {
  /** Starts the reader that draws, at the first drawing. */
  readonly start: () => Promise<Reader>
  readonly rests: Rests
  /** Draws uncontrolled structures too. */
  readonly drawAll: boolean
}

/** Collects results for a page: rows, each with a drawing of its structure. */
export class PageBook {
  readonly rows: PageRow[] = []
  readonly pieces = new SharedHtml()
  /** Rows over the limit, by whether anything was found. */
  readonly left = { uncontrolled: 0, others: 0 }
  readonly #options: BookOptions
  readonly #tally = new Tally()
  #values = 0
  #characters = 0
  #reader: Reader | null = null

  constructor(options: BookOptions) {
    this.#options = options
  }

  get counts(): Counts & TallyData {
    return this.#tally.data
  }

  async add(result: Result): Promise<void> {
    this.#tally.addResult(result)
    const clean = result.verdict === 'uncontrolled'
    if (this.rows.length >= (clean ? pageRows.uncontrolled : pageRows.most)) {
      this.left[clean ? 'uncontrolled' : 'others']++
      return
    }
    const fields = Object.entries(result.fields ?? {})
    this.#values += fields.length
    this.#characters += fields.reduce(
      (sum, [name, value]) => sum + name.length + value.length,
      result.id.length + result.input.length,
    )
    if (this.#values > pageValues || this.#characters > pageCharacters) {
      this.left.others++
      return
    }
    const wanted =
      result.structure !== null && (this.#options.drawAll || result.jurisdictions.some((j) => j.findings.length > 0))
    this.rows.push(
      rowOf(
        result,
        wanted ? await this.#draw(result.lookup?.structure ?? result.input) : null,
        this.#options.rests,
        this.pieces,
      ),
    )
  }

  /** Null if it cannot be drawn: the row then has text only. */
  async #draw(text: string): Promise<Drawing | null> {
    this.#reader ??= await this.#options.start()
    await this.#reader.ready()
    try {
      return this.#reader.read(text, (structure) => structure.drawing)
    } catch (error) {
      if (error instanceof UnreadableStructure) return null
      throw error
    }
  }
}
