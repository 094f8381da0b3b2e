import type { Query } from '../../matching/index.js'
import type { RunInfo } from '../../report/index.js'

/** Records whose changes in legal status are to be written. */
export interface HistorySetup {
  readonly kind: 'history'
  readonly query: Omit<Query, 'asOf'>
  readonly run: RunInfo
  readonly screen: boolean
  readonly format: HistoryFormat
}

type HistoryFormat =
  | { readonly is: 'json' | 'csv' | 'md' }
  | { readonly is: 'text'; readonly colour: boolean; readonly width: number }
