import type { Finding } from './finding.js'
import type { Judgement } from './judge.js'

export type DraftFit = 'covered' | 'undecided' | 'not covered' | 'unreadable'

/** What a draft says of one structure. */
export interface DraftAnswer {
  readonly fit: DraftFit
  readonly clauses: readonly { readonly id: string; readonly atoms: readonly number[] }[]
  /** Readings of the draft on which the answer rests. */
  readonly readings: readonly string[]
  /** Why it is undecided: ids of readings, or kinds of doubt. */
  readonly doubts: readonly string[]
}

/** What the findings of a judgement say of one rule. */
export function answerIn({ jurisdictions }: Pick<Judgement, 'jurisdictions'>, rule: string): DraftAnswer {
  return answerBy(
    jurisdictions.flatMap((j) => j.findings),
    rule,
  )
}

/** As `answerIn`, from findings as rows have them. The strongest finding of the rule decides; several components may have one each. */
export function answerBy(findings: readonly Finding[], rule: string): DraftAnswer {
  const own = findings.flatMap((f) => (f.kind === 'class' && f.ruleId === rule ? [f] : []))
  const sure = own.find((f) => f.counts === 'class')
  const found = sure ?? own[0]
  if (found)
    return {
      fit: found.counts === 'class' ? 'covered' : 'undecided',
      clauses: found.clauses.map(({ id, atoms }) => ({ id, atoms })),
      readings: found.readings.map((r) => r.id),
      doubts: sure ? [] : [...new Set(found.doubts.map((d) => (d.kind === 'reading open' ? d.reading : d.kind)))],
    }
  // A form that cannot be compared with records concerns lists alone.
  const open = findings.find((f) => f.kind === 'open structure' && f.why !== 'no identity')
  return open?.kind === 'open structure'
    ? { fit: 'undecided', clauses: [], readings: [], doubts: [open.why] }
    : notCovered
}

export const notCovered: DraftAnswer = { fit: 'not covered', clauses: [], readings: [], doubts: [] }
