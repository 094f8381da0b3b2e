/** A part of a stored result that differs in a new run. */
export interface Difference {
  readonly what: 'verdict' | 'findings' | 'caveats' | 'structure'
  /** Jurisdiction; null for the overall result. */
  readonly code: string | null
  readonly was: string
  readonly is: string
}
