import type { RunFile } from '../../report/index.js'

export interface VerifySetup {
  readonly kind: 'verify'
  readonly file: string
  /** Ids of the user's rules given to this run; the second edition includes them. */
  readonly rules: readonly string[]
  readonly version: string
  /** The facts of the run whose rows leave them out; null if unknown. */
  readonly run: RunFile | null
  readonly screen: boolean
  /** Whether each row is written as JSON; otherwise only the different ones are, in words. */
  readonly json: boolean
}
