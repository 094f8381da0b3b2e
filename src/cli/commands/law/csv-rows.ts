import { cellsOf } from '../../../batch/input/delimited.js'
import { NotOfficial } from '../../../law/official/index.js'

/** Rows of a CSV text, including line breaks in quoted cells. @throws {NotOfficial} if a quoted cell does not end */
export function rowsOf(text: string): string[][] {
  const rows: string[][] = []
  let open = ''
  for (const line of text.split(/\r?\n/)) {
    open = open === '' ? line : `${open}\n${line}`
    const cells = open === '' ? null : cellsOf(open, ',')
    if (!cells) continue
    rows.push(cells)
    open = ''
  }
  if (open !== '') throw new NotOfficial(`a quoted cell that does not end: ${open.slice(0, 60)}`, 'a whole CSV file')
  return rows
}
