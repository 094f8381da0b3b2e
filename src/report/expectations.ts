import type { Finding } from '../matching/index.js'
import type { Result } from './result-schema.js'
import { asCounted } from './shown-verdict.js'

/** Columns of a table of expectations. */
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
