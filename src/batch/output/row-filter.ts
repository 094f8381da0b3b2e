import type { Verdict } from '../../matching/index.js'

/** Which rows are written; all are counted. `review` is all that a person must look at: only what is uncontrolled is left out. */
export const onlyKinds = ['hits', 'clean', 'unreadable', 'undecided', 'found', 'review'] as const
export type RowFilter = (typeof onlyKinds)[number]

export function isWritten(verdict: Verdict | 'unreadable', only: RowFilter | null): boolean {
  switch (only) {
    case null:
      return true
    case 'hits':
      return verdict === 'listed' || verdict === 'class'
    case 'found':
      return verdict === 'listed' || verdict === 'class' || verdict === 'undecided'
    case 'review':
      return verdict !== 'uncontrolled'
    case 'clean':
      return verdict === 'uncontrolled'
    default:
      return verdict === only
  }
}
