import type { EditionRef } from './edition-name.js'
/** A thing found in a file by `expect` or `lint-dataset`, for a person, an editor or a build. */
export interface Issue {
  /** Stable id of the kind; `verdict/us-fentanyl-related-substances` names the law that decides. */
  readonly rule: string
  /** What the rule says, in general. */
  readonly reads: string
  /** The text of the law that decides; null where none does. */
  readonly url: string | null
  readonly level: 'error' | 'warning'
  readonly file: string
  /** Line, from 1; null where the format has none. */
  readonly line: number | null
  /** Row, from 1, and its name. */
  readonly row: number
  readonly id: string
  readonly message: string
}

/** One row that was looked at: a test case of its own. */
export interface CaseResult {
  readonly row: number
  readonly id: string
  readonly line: number | null
  readonly issues: readonly Issue[]
}

export interface Inspection {
  readonly file: string
  /** Which check the rows were given: `expect` or `lint`. */
  readonly suite: string
  /** How many rows there are. */
  readonly rows: number
  /** Those with issues, and the others where each is wanted. */
  readonly cases: readonly CaseResult[]
  readonly tool: { readonly name: string; readonly version: string }
  /** `sha256` is null where records were read that are no compiled edition. */
  readonly edition: Omit<EditionRef, 'sha256'> & { readonly sha256: string | null }
  readonly sha256: string | null
}

export function issuesOf(inspection: Inspection): Issue[] {
  return inspection.cases.flatMap((c) => c.issues)
}

export function failed(c: CaseResult): boolean {
  return c.issues.some((issue) => issue.level === 'error')
}
