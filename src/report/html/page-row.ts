import type { Drawing } from '../../chem/index.js'
import type { SetVerdict } from '../../matching/index.js'
import type { ComparedVerdict } from '../comparison.js'
import type { Marks } from '../drawing/picture.js'

/** One finding as a row shows it. */
export interface RowPart {
  /** Indices of heading and words among the shared pieces of HTML. Null if the heading is that of the previous part. */
  readonly head: number | null
  readonly body: number
  /** Atoms of each clause; null where no clause speaks of atoms. */
  readonly marks: Marks | null
  /** Text alternative for the drawing. */
  readonly alt: string
}

/** One row of the table of a page. Its texts come from the input: they are escaped where they are shown. */
export interface PageRow {
  readonly n: number
  readonly id: string
  readonly input: string
  readonly verdict: ComparedVerdict
  /** One verdict for each column of the table, in order; null where that side has no such row. */
  readonly columns: readonly (ComparedVerdict | null)[]
  /** For a set of structures, the same as they are shown; those above count. */
  readonly shown?: { readonly verdict: SetVerdict; readonly columns: readonly SetVerdict[] }
  readonly by: string
  /** Between two scenarios: whether its verdict differs anywhere. */
  readonly moves?: boolean
  readonly facts: readonly string[]
  readonly problem: string | null
  readonly fields: readonly (readonly [name: string, value: string])[]
  /** Null where nothing was found, or no drawing could be made. */
  readonly drawing: Drawing | null
  readonly parts: readonly RowPart[]
  /** Pieces shown below all parts. */
  readonly notes: readonly number[]
}

/** What the table of a page is made of, apart from its rows. */
export interface TableData {
  readonly columns: readonly string[]
  /** Whether an earlier column gives the verdict of the whole row. */
  readonly overall: boolean
  readonly pieces: readonly string[]
}

/** Placeholder for the atoms of a clause. No value can contain it: `html` shows control characters as text. */
export const atomsHere = '\u0001'
