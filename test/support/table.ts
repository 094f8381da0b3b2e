import { readFileSync } from 'node:fs'
import { cellsOf } from '../../src/batch/index.js'

/**
 * The rows of a table of tests (.tsv), read as `coverage expect` reads it. The first line names its columns; an empty
 * cell is ''.
 * @throws if the columns are others than those named, or a row has more or fewer cells
 */
export function tableRows<Column extends string>(url: URL, ...columns: Column[]): Readonly<Record<Column, string>>[] {
  const [head, ...rows] = readFileSync(url, 'utf8').trimEnd().split('\n')
  if (head !== columns.join('\t')) throw new Error(`${url.pathname}: columns ${head}, expected ${columns.join('\t')}`)
  return rows.map((row, i) => {
    const cells = cellsOf(row, '\t')
    if (cells?.length !== columns.length)
      throw new Error(`${url.pathname}:${i + 2}: ${cells?.length} cells, expected ${columns.length}`)
    return Object.fromEntries(columns.map((column, c) => [column, cells[c]!])) as Record<Column, string>
  })
}
