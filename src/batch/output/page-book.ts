import type { Drawing } from '../../chem/index.js'
import {
  pageWords,
  rowOf,
  SharedHtml,
  type CaveatsByJurisdiction,
  type Counts,
  type PageRow,
} from '../../report/documents.js'
import type { Result } from '../../report/index.js'
import { Tally, type TallyData } from './tally.js'

/** Rows that a page lists: uncontrolled ones up to the first limit, others up to the second; browsers bear no more. */
export const pageRows = { uncontrolled: 20_000, most: 50_000 }
/** Values of the input in all rows together, and their characters with the names of their columns. */
const pageValues = 500_000
const pageCharacters = 32 * 1024 * 1024
/** Members of a set that are drawn. */
const membersDrawn = 24
/** Rows that may wait for their drawings. */
const mostWaiting = 256

interface BookOptions {
  /** Draws a structure; null if it cannot be drawn: the row then has text only. */
  readonly draw: (text: string) => Promise<Drawing | null>
  readonly rests: CaveatsByJurisdiction
  /** The day of the run. */
  readonly asOf: string
  /** Draws uncontrolled structures too. */
  readonly drawAll: boolean
}

/** Collects results for a page: rows, each with a drawing of its structure. Call `finish` after the last. */
export class PageBook {
  readonly rows: PageRow[] = []
  readonly pieces = new SharedHtml()
  /** Rows over the limit, by whether anything was found. */
  readonly left = { uncontrolled: 0, others: 0 }
  /** Rows judged by another day than that of the run. */
  ownDays = 0
  readonly #tally = new Tally()
  #values = 0
  #characters = 0
  /** Rows listed, including those that wait for their drawings. */
  #listed = 0
  #waiting = 0
  /** Settles when all rows so far are complete, in order. */
  #complete: Promise<void> = Promise.resolve()

  constructor(readonly options: BookOptions) {}

  get counts(): Counts & TallyData {
    return this.#tally.data
  }

  async add(result: Result): Promise<void> {
    this.#tally.addResult(result)
    const isOther = result.asOf !== this.options.asOf
    if (isOther) this.ownDays++
    const clean = result.verdict === 'uncontrolled'
    if (this.#listed >= (clean ? pageRows.uncontrolled : pageRows.most)) {
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
      result.structure !== null && (this.options.drawAll || result.jurisdictions.some((j) => j.findings.length > 0))
    this.#listed++
    this.#waiting++
    const drawing = wanted ? this.options.draw(result.lookup?.structure ?? result.input) : null
    const members = Promise.all((result.members ?? []).slice(0, membersDrawn).map((member) => this.#drawMember(member)))
    this.#complete = Promise.all([drawing, members, this.#complete]).then(([drawn, drawnMembers]) => {
      this.#waiting--
      const row = rowOf(result, drawn, this.options.rests, this.pieces, drawnMembers)
      this.rows.push(isOther ? { ...row, facts: [pageWords.lawOf(result.asOf), ...row.facts] } : row)
    })
    // A failure is reported to the next that waits.
    this.#complete.catch(() => {})
    if (this.#waiting >= mostWaiting) await this.#complete
  }

  async #drawMember({ input }: NonNullable<Result['members']>[number]): Promise<Drawing | null> {
    return input === null ? null : this.options.draw(input)
  }

  /** Waits until all rows have their drawings. */
  async finish(): Promise<void> {
    await this.#complete
  }
}
