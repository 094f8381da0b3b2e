import { csvHeader, csvLine, csvRow, place, placeOf } from '../csv.js'
import type { Answer, InputRef } from '../json.js'

/** The answers of `check` as CSV: one row per input, with the columns of a batch. */
export class CheckCsv {
  readonly #layout: Parameters<typeof csvHeader>[0]

  constructor(jurisdictions: readonly string[], asOf: string, note?: string) {
    this.#layout = { columns: place, jurisdictions, file: null, asOf, ...(note === undefined ? {} : { note }) }
  }

  head(): string {
    return csvLine(csvHeader(this.#layout))
  }

  row(ref: InputRef, answer: Answer): string {
    const cells = placeOf(ref)
    const fields = place.map((name, i) => [name, cells[i]!] as const)
    return csvLine(csvRow(ref, fields, answer, this.#layout))
  }
}
