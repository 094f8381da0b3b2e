/** Records whose structures themselves are checked. */
export interface LintSetup {
  readonly kind: 'lint'
  /** False if a substance may occur in several rows, as in a table of expectations by day. */
  readonly once: boolean
  /** Whether records without flaws are handed on too where they need not be compared with others. */
  readonly all: boolean
  readonly screen: boolean
}

export interface Flaw {
  readonly rule: 'unread' | 'duplicate' | 'form' | 'name'
  readonly level: 'error' | 'warning'
  readonly message: string
}

/** What tells whether two records have the same structure, or are forms of one substance. */
export interface LintNames {
  readonly inchikey: string | null
  /** Of the substance; null where it has no identity. */
  readonly full: string | null
}

/** A record as a judge hands it on. */
export interface LintedLine {
  readonly row: number
  readonly id: string
  readonly line: number | null
  /** What is said before what it repeats, and after that. */
  readonly before: readonly Flaw[]
  readonly after: readonly Flaw[]
  /** What it has to be compared with others; null where it is compared with none. */
  readonly compared: Compared | null
}

export interface Compared {
  /** Records that have none of these in common are different substances. */
  readonly buckets: readonly string[]
  /** The structure that was read. */
  readonly text: string
  /** Null where they are not worked out yet. */
  readonly names: LintNames | null
}
