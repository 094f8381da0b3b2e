import type { ComparedVerdict } from '../../report/index.js'
import { none } from './tally.js'

export type VerdictCounts = Record<ComparedVerdict, number>

export interface ComparedCounts {
  readonly before: VerdictCounts
  readonly after: VerdictCounts
}

export function noCounts(): { before: VerdictCounts; after: VerdictCounts } {
  return { before: none(), after: none() }
}

export function addCounts(to: ReturnType<typeof noCounts>, more: ComparedCounts): void {
  for (const side of ['before', 'after'] as const)
    for (const verdict of Object.keys(to[side]) as ComparedVerdict[]) to[side][verdict] += more[side][verdict]
}
