import { mostNameCharacters } from '../../limits.js'
import { columnsOf, NotOfficial, withoutColumns } from '../official/official-text.js'

/** Columns that a table may have: `systematic` is a systematic name that the list gives in addition to the name. */
const optional = ['systematic', 'list', 'entry', 'code', 'cas', 'formula'] as const

/** A row of an official list from which a draft is made, with its line in the table; the header is line 1. */
export type NamesRow = Readonly<{ row: number; name: string } & Record<(typeof optional)[number], string | null>>

/**
 * Reads `name[,systematic,list,entry,code,cas,formula]`; ignores other columns. @throws {NotOfficial} if there is no
 * name column, or a cell is too long for a name
 */
export function readNamesTable(rows: readonly (readonly string[])[]): NamesRow[] {
  const head = columnsOf(rows)
  const at = head.indexOf('name')
  if (at < 0) throw withoutColumns(head, `name[,${optional.join(',')}]`)
  const places = Object.fromEntries(optional.map((column) => [column, head.indexOf(column)]))
  const cell = (row: readonly string[], i: number) => row[i]?.trim() || null
  return rows.slice(1).flatMap((row, i): NamesRow[] => {
    if (row.every((value) => value.trim() === '')) return []
    const long = row.find((value) => value.length > mostNameCharacters)
    if (long !== undefined)
      throw new NotOfficial(
        `a cell of ${long.length} characters in line ${i + 2}`,
        `at most ${mostNameCharacters} characters in a cell`,
      )
    const own = Object.fromEntries(optional.map((column) => [column, cell(row, places[column]!)]))
    return [{ row: i + 2, name: row[at]?.trim() ?? '', ...own } as NamesRow]
  })
}
