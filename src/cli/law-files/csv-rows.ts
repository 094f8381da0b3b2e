import { cellsOf } from '../../batch/input/delimited.js'
import { NotOfficial } from '../../law/official/index.js'
import { mostNameCharacters } from '../../limits.js'

/**
 * Rows of a CSV text, including line breaks in quoted cells.
 * @throws {NotOfficial} if a quoted cell does not end, or only after very many characters
 */
export function rowsOf(text: string): string[][] {
  const rows: string[][] = []
  let open = ''
  for (const line of text.split(/\r?\n/)) {
    open = open === '' ? line : `${open}\n${line}`
    const cells = open === '' ? null : cellsOf(open, ',')
    if (!cells && open.length > mostNameCharacters) break
    if (!cells) continue
    rows.push(cells)
    open = ''
  }
  if (open !== '')
    throw new NotOfficial(
      `a quoted cell that does not end: ${open.slice(0, 60)}`,
      `a whole CSV file with at most ${mostNameCharacters} characters in a cell`,
    )
  return rows
}
