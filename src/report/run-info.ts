import type { EditionRef } from './edition-name.js'

/** What every output says of how it was made. */
export interface RunInfo {
  readonly asOf: string
  readonly edition: EditionRef
  readonly tool: { readonly name: string; readonly version: string }
  /** The options that decide the answer, so that it can be asked for again. */
  readonly query: RunQuery
}

interface RunQuery {
  /** Null where all of the edition were asked. */
  readonly jurisdictions: readonly string[] | null
  readonly assume: readonly string[]
  readonly precursors: boolean
  /** Ids of rules that were laid over the edition from files; its id and hash then speak of both. */
  readonly rules?: readonly string[]
}
