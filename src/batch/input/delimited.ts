import { longestLine, longestRow } from './input-limits.js'
import type { TextLine } from './lines.js'

export type Row =
  /** `unsaved`: columns with a formula of which the workbook has no value. */
  | { readonly kind: 'cells'; readonly cells: readonly string[]; readonly unsaved?: readonly number[] }
  /** A line that is not a row: too long, with a quote that is never closed, or with a text that a workbook lacks. */
  | {
      readonly kind: 'broken'
      readonly text: string
      readonly why: 'too-long' | 'open-quote' | 'lost-text'
      readonly bytes: number
      readonly cells?: readonly string[]
    }

/**
 * Rows of a delimited text with quoted fields (RFC 4180). Our own: after a quote that is never closed, csv-parse,
 * papaparse and udsv all give up the rest of the file; here it must cost one row.
 */
export async function* rowsOf(lines: AsyncIterable<TextLine>, delimiter: string): AsyncGenerator<Row> {
  const ahead = new Lookahead(lines, delimiter)
  for (let line = await ahead.next(); line !== null; line = await ahead.next())
    yield await rowFrom(line, ahead, delimiter)
}

async function rowFrom(first: TextLine, ahead: Lookahead, delimiter: string): Promise<Row> {
  if (first.tooLong !== null) return { kind: 'broken', text: first.text, why: 'too-long', bytes: first.tooLong }
  const cells = cellsOf(first.text, delimiter)
  if (cells) return { kind: 'cells', cells }
  const further = await ahead.closing(longestLine - first.text.length)
  if (further === null) return { kind: 'broken', text: first.text, why: 'open-quote', bytes: first.text.length }
  return { kind: 'cells', cells: cellsOf([first.text, ...further].join('\n'), delimiter)! }
}

/**
 * Lines read ahead to find the end of a quoted field. Whether a line ends an open row does not depend on where that row
 * began, so each line is examined once, however many rows are open before it.
 */
class Lookahead {
  readonly #lines: AsyncIterator<TextLine>
  readonly #delimiter: string
  readonly #waiting: TextLine[] = []
  /** Index of the first waiting line, and of the first that may still end a row. */
  #at = 0
  #open = 0
  /** Characters of the waiting lines known to end no row, line ends included. */
  #length = 0

  constructor(lines: AsyncIterable<TextLine>, delimiter: string) {
    this.#lines = lines[Symbol.asyncIterator]()
    this.#delimiter = delimiter
  }

  async next(): Promise<TextLine | null> {
    const line = this.#waiting[this.#at]
    if (line === undefined) return this.#read()
    if (this.#at < this.#open) this.#length -= line.text.length + 1
    this.#at++
    this.#open = Math.max(this.#open, this.#at)
    if (this.#at > 2 * longestRow) this.#forget()
    return line
  }

  /** Takes the lines up to the one that ends the open row; null if none of the next `most` does. */
  async closing(most: number): Promise<string[] | null> {
    for (; this.#open - this.#at < longestRow && this.#length <= most; this.#open++) {
      const line = this.#waiting[this.#open] ?? (await this.#read())
      if (line === null) return null
      if (this.#open === this.#waiting.length) this.#waiting.push(line)
      if (line.tooLong !== null) return null
      if (!leavesOpen(line.text, this.#delimiter)) return this.#length + line.text.length <= most ? this.#take() : null
      this.#length += line.text.length + 1
    }
    return null
  }

  #take(): string[] {
    const taken = this.#waiting.slice(this.#at, this.#open + 1).map((line) => line.text)
    this.#at = this.#open = this.#open + 1
    this.#length = 0
    this.#forget()
    return taken
  }

  #forget(): void {
    this.#waiting.splice(0, this.#at)
    this.#open -= this.#at
    this.#at = 0
  }

  async #read(): Promise<TextLine | null> {
    const { value, done } = await this.#lines.next()
    return done ? null : value
  }
}

/** Whether a quoted field is still open after a line that began inside one. */
function leavesOpen(text: string, delimiter: string): boolean {
  for (let at = 0; ; ) {
    at = pastQuoted(text, at)
    if (at < 0) return true
    do {
      at = text.indexOf(delimiter, at) + 1
      if (at === 0) return false
    } while (text[at] !== '"')
    at++
  }
}

/** Position after the quote that closes the field around `at`; -1 if none does. */
function pastQuoted(text: string, at: number): number {
  for (;;) {
    const quote = text.indexOf('"', at)
    if (quote < 0) return -1
    if (text[quote + 1] !== '"') return quote + 1
    at = quote + 2
  }
}

/** The cells of a row; null when it ends within a quoted field. A quote inside an unquoted cell is plain. */
export function cellsOf(text: string, delimiter: string): string[] | null {
  if (!text.includes('"')) return text.split(delimiter)
  const cells: string[] = []
  for (let at = 0; ; ) {
    let cell = ''
    if (text[at] === '"') {
      const past = pastQuoted(text, at + 1)
      if (past < 0) return null
      cell = text.slice(at + 1, past - 1).replaceAll('""', '"')
      at = past
    }
    const end = text.indexOf(delimiter, at)
    cells.push(cell + text.slice(at, end < 0 ? undefined : end))
    if (end < 0) return cells
    at = end + 1
  }
}

/** The delimiter that occurs most often in the header line, which may end within a quoted name. */
export function guessDelimiter(header: string): string {
  const counted = [',', ';', '\t', '|'].map((d) => ({ d, n: (cellsOf(header, d) ?? cellsOf(`${header}"`, d))!.length }))
  return counted.reduce((best, next) => (next.n > best.n ? next : best)).d
}
