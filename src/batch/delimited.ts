import { longestLine, type LineReader, type TextLine } from './lines.js'

export type Row =
  | { readonly kind: 'cells'; readonly cells: readonly string[] }
  /** A line that is no row of its own: too long, or a quote that is never closed. */
  | { readonly kind: 'broken'; readonly text: string; readonly why: 'too-long' | 'open-quote'; readonly bytes: number }

/** Lines that one quoted field may run over before the quote is taken for a mistake. */
const longestField = 500

/**
 * Rows of a delimited text with quoted fields (RFC 4180). Our own, because a quote that is
 * never closed must cost one row here, not the rest of the file, and memory stays bounded.
 */
export async function* rowsOf(lines: LineReader, delimiter: string): AsyncGenerator<Row> {
  for (let line = await lines.next(); line !== null; line = await lines.next()) yield await rowFrom(line, lines, delimiter)
}

async function rowFrom(first: TextLine, lines: LineReader, delimiter: string): Promise<Row> {
  if (first.tooLong !== null) return { kind: 'broken', text: first.text, why: 'too-long', bytes: first.tooLong }
  const further: TextLine[] = []
  let text = first.text
  for (;;) {
    const cells = cellsOf(text, delimiter)
    if (cells) return { kind: 'cells', cells }
    const line = await lines.next()
    if (line) further.push(line)
    if (!line || line.tooLong !== null || further.length > longestField || text.length + line.text.length > longestLine) {
      lines.unread(further)
      return { kind: 'broken', text: first.text, why: 'open-quote', bytes: first.text.length }
    }
    text += `\n${line.text}`
  }
}

/** The cells of a row; null when it ends within a quoted field. Quotes inside an unquoted cell are plain characters. */
export function cellsOf(text: string, delimiter: string): string[] | null {
  if (!text.includes('"')) return text.split(delimiter)
  const cells: string[] = []
  for (let at = 0; ; ) {
    let cell = ''
    if (text[at] === '"') {
      for (at++; ; ) {
        const quote = text.indexOf('"', at)
        if (quote < 0) return null
        cell += text.slice(at, quote)
        at = quote + 1
        if (text[at] !== '"') break
        cell += '"'
        at++
      }
    }
    const end = text.indexOf(delimiter, at)
    cells.push(cell + text.slice(at, end < 0 ? undefined : end))
    if (end < 0) return cells
    at = end + 1
  }
}

/** The delimiter that parts the header line most often. */
export function guessDelimiter(header: string): string {
  const counted = [',', ';', '\t', '|'].map((d) => ({ d, n: cellsOf(header, d)?.length ?? 0 }))
  return counted.reduce((best, next) => (next.n > best.n ? next : best)).d
}
