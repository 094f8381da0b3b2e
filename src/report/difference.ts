/** What of a stored result a new run gives otherwise. */
export interface Difference {
  readonly what: 'verdict' | 'findings' | 'caveats' | 'structure'
  /** Jurisdiction; null for the whole. */
  readonly code: string | null
  readonly was: string
  readonly is: string
}
