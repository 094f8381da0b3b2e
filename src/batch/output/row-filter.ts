import type { Verdict } from '../../matching/index.js'

const hits = ['listed', 'class'] as const
const review = [...hits, 'undecided', 'unreadable'] as const

/** Which rows are written; all are counted. `review` is all that a person must look at. */
const written = {
  hits,
  clean: ['uncontrolled'],
  unreadable: ['unreadable'],
  undecided: ['undecided'],
  found: [...hits, 'undecided'],
  review,
  'hits-first': [...review, 'uncontrolled'],
} as const satisfies Record<string, readonly (Verdict | 'unreadable')[]>

export type RowFilter = keyof typeof written
export const onlyKinds = Object.keys(written) as readonly RowFilter[]

/** @param mismatch true if name or number disagree with the structure: such a row is never clean */
export function isWritten(verdict: Verdict | 'unreadable', only: RowFilter | null, mismatch = false): boolean {
  if (only === null) return true
  if (mismatch && (only === 'clean' || only === 'review')) return only === 'review'
  return (written[only] as readonly string[]).includes(verdict)
}
