import type { Problem } from '../chem/index.js'
import type { Identifiers } from '../identifiers/index.js'

export const inputFormats = ['smi', 'csv', 'tsv', 'sdf', 'ndjson', 'parquet', 'xlsx'] as const
export type InputFormat = (typeof inputFormats)[number]

/** One input of a batch as in its file: a line, a table row or an SDF record. */
export interface BatchRecord {
  /** Position in its file, counted from 1; a header does not count. */
  readonly row: number
  /** Name that the file gives it, if any. */
  readonly name: string | null
  /** SMILES with its CXSMILES block, or mol block. */
  readonly text: string
  /** What other columns or properties give of the substance; left out where they give nothing. */
  readonly identifiers?: Omit<Identifiers, 'structure'>
  /** Why the record cannot even be handed to the reader. */
  readonly problem: Problem | null
  /** The other columns or SDF properties, in their order. */
  readonly fields: readonly (readonly [name: string, value: string])[]
}

/** What a reader of a format reports in addition to its records. */
export interface SourceNotes {
  /** Header of a table, in order; set before its first record. */
  columns?: readonly string[]
  /** Set where the rows have no column with a structure: then each says what it matched. */
  matched?: boolean
  /** Set where the columns are properties of records that have no row of their own in a table. */
  properties?: boolean
  /** Delimiter of a table that is not a comma but is kept in a CSV. */
  delimiter?: ';'
  /** Rows with values beyond those columns. */
  beyond?: number
  /** Things left out, for stderr. */
  readonly notes: string[]
}
