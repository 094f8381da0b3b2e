import type { EditionRef } from './edition-name.js'

/** What every output says of how it was made. */
export interface RunInfo {
  readonly asOf: string
  readonly edition: EditionRef
  readonly tool: { readonly name: string; readonly version: string }
  /** The options that affect the answer, so that it can be asked for again. */
  readonly query: RunQuery
}

interface RunQuery {
  /** Null if all jurisdictions of the edition were checked. */
  readonly jurisdictions: readonly string[] | null
  readonly assume: readonly string[]
  readonly precursors: boolean
  readonly chemicalWeapons?: boolean
  /** Ids of user rules added to the edition from files; its id and hash then cover both. */
  readonly rules?: readonly string[]
}
