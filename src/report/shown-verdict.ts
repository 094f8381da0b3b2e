import type { SetVerdict, Verdict, Finding } from '../matching/index.js'
import type { Result } from './schema.js'

/** What people read: an input that could not be read at all, or a name or number that the records lack. */
export type ShownVerdict = SetVerdict | 'unreadable' | 'not recorded'

/** The verdict as it is shown: that of a set is not always the one that counts. */
export function shownVerdict(of: {
  readonly verdict: SetVerdict
  readonly ofSet?: { readonly verdict: SetVerdict } | undefined
}): SetVerdict {
  return of.ofSet?.verdict ?? of.verdict
}

/** The verdict by which a written result counts. */
export function countedVerdict<V extends string>({
  verdict,
  countsAs,
}: {
  readonly verdict: V
  readonly countsAs?: Verdict | undefined
}): Exclude<V, 'controlled' | 'depends'> | Verdict {
  return countsAs ?? (verdict as Exclude<V, 'controlled' | 'depends'>)
}

/** A written result of a set as that of its strongest member in each jurisdiction. */
export function asCounted(result: Result) {
  return {
    verdict: countedVerdict(result),
    jurisdictions: result.jurisdictions.map((j) => ({ ...j, verdict: countedVerdict(j) })),
  }
}

/** Verdicts in the order in which they are shown. */
export const shownOrder: readonly SetVerdict[] = [
  'listed',
  'class',
  'controlled',
  'depends',
  'undecided',
  'uncontrolled',
]

/** Some laws by what they say, the strongest verdict first. */
export function byVerdict<T>(laws: readonly T[], verdictOf: (law: T) => ShownVerdict) {
  return shownOrder
    .map((verdict) => ({ verdict, laws: laws.filter((law) => verdictOf(law) === verdict) }))
    .filter(({ laws: own }) => own.length > 0)
}

/** The same as a heading counts it: those that found nothing, only if all did. */
export function countedByVerdict<T>(laws: readonly T[], verdictOf: (law: T) => ShownVerdict) {
  const all = byVerdict(laws, verdictOf)
  return all.length > 1 ? all.filter(({ verdict }) => verdict !== 'uncontrolled') : all
}

/** Verdicts by strength, in the order in which tables and pages count and sort them. */
export const verdictOrder = ['listed', 'class', 'undecided', 'uncontrolled', 'unreadable'] as const

export const expectationColumns = ['id', 'structure', 'jurisdiction', 'as_of', 'expected', 'clause'] as const

/**
 * An answer as expectations: one for each law, so that a change in one is not hidden by another.
 * @param day on which it is expected; empty for every day
 */
export function expectationRows(result: Result, day: string): string[][] {
  const { id, input, problem } = result
  if (problem) return [[id, input, '', day, 'unreadable', '']]
  return asCounted(result).jurisdictions.map(({ code, verdict, findings }) => {
    const rules = verdict === 'class' ? rulesOf(findings as readonly Finding[]) : []
    return [id, input, code, day, verdict, rules.join(' ')]
  })
}

function rulesOf(findings: readonly Finding[]): string[] {
  return [...new Set(findings.flatMap((f) => (f.kind === 'class' && f.counts === 'class' ? [f.ruleId] : [])))]
}
