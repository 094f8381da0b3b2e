import type { BatchRecord } from './batch-record.js'
import {
  chooseColumns,
  identifiersOf,
  listed,
  placeOf,
  structureIn,
  type ColumnChoice,
  type Columns,
} from './columns.js'
import { FileProblem } from './file-problem.js'

/** A record whose values are in cells. @param header of which the columns with a day and a set are chosen */
export function cellsRecord(
  row: number,
  columns: Columns,
  header: readonly string[],
  cell: (index: number) => string | undefined,
  fields: BatchRecord['fields'],
): BatchRecord {
  const identifiers = identifiersOf(columns, cell)
  return {
    row,
    name: cell(columns.id)?.trim() || null,
    text: structureIn(cell(columns.smiles) ?? ''),
    ...(identifiers && { identifiers }),
    ...placeOf(columns, header, cell),
    problem: null,
    fields,
  }
}

interface Named {
  readonly what: 'column' | 'field'
  /** The names as a message lists them. */
  readonly known?: readonly string[]
  /** False for a table whose first line is data. */
  readonly header?: boolean
  /** Where names could be missing. */
  readonly where?: string
  readonly hint?: string
}

/** @throws {FileProblem} if a chosen column is missing, or none can be a structure, name or number */
export function columnsIn(
  file: string,
  names: readonly string[],
  options: ColumnChoice,
  { what, known = names, header = true, where = '', hint = '' }: Named,
): Columns {
  const all = `${what}s: ${listed(known)}`
  const missing = (given: string) => new FileProblem(file, `no ${what} ${given}${where}; ${all}`)
  const chosen = chooseColumns(names, options, missing, header)
  if (chosen !== null) return chosen
  throw new FileProblem(
    file,
    `no SMILES ${what} found, nor one with InChI, CAS numbers or names; ${all}. ` +
      `Give --columns smiles=NAME (or inchi, inchikey, cas, name)${hint}`,
  )
}
