import type { Finding, Verdict } from '../finding.js'
import type { Judgement } from '../judge.js'

/** How the answer for one structure differs between two scenarios. */
export interface Move {
  /** Jurisdiction; null where the two scenarios are two jurisdictions. */
  readonly code: string | null
  readonly from: Verdict
  readonly to: Verdict
  /** Findings that count in the second scenario and not in the first. */
  readonly gained: readonly Finding[]
  readonly lost: readonly Finding[]
}

/** The jurisdictions, present in both scenarios, whose verdict differs. */
export function movesBetween(before: Judgement, after: Judgement): Move[] {
  return before.jurisdictions.flatMap((a) => {
    const b = after.jurisdictions.find((j) => j.code === a.code)
    return !b || a.verdict === b.verdict ? [] : [moveOf(a.code, a.verdict, b.verdict, a.findings, b.findings)]
  })
}

/** The difference between one jurisdiction, or group of them, and another. */
export function moveAcross(before: Judgement, after: Judgement): Move[] {
  if (before.verdict === after.verdict) return []
  const all = (judgement: Judgement) => judgement.jurisdictions.flatMap((j) => j.findings)
  return [moveOf(null, before.verdict, after.verdict, all(before), all(after))]
}

export const isControlled = (verdict: string): boolean => verdict === 'listed' || verdict === 'class'

function moveOf(
  code: string | null,
  from: Verdict,
  to: Verdict,
  before: readonly Finding[],
  after: readonly Finding[],
): Move {
  const keys = (findings: readonly Finding[]) => new Set(findings.filter((f) => f.counts !== null).map(keyOf))
  const [was, is] = [keys(before), keys(after)]
  return {
    code,
    from,
    to,
    gained: after.filter((f) => f.counts !== null && !was.has(keyOf(f))),
    lost: before.filter((f) => f.counts !== null && !is.has(keyOf(f))),
  }
}

function keyOf(finding: Finding): string {
  switch (finding.kind) {
    case 'listed':
      return `${finding.list} ${finding.substance} ${finding.counts}`
    case 'class':
      return `${finding.ruleId} ${finding.counts}`
    case 'gap':
      return finding.gap
    case 'open structure':
      return finding.why
  }
}
