import {
  strength,
  type ClassFinding,
  type Finding,
  type JurisdictionResult,
  type ListedFinding,
  type Verdict,
} from '../finding.js'

/**
 * The answer of a jurisdiction for a drawing that has another usual form: the answer for the usual form if it is
 * stronger than that for the drawing. If several forms could be meant and their verdicts differ, the answer is
 * undecided.
 */
export function withUsualForms(drawn: JurisdictionResult, usual: readonly JurisdictionResult[]): JurisdictionResult {
  const [first] = [...usual].sort((a, b) => rank(a.verdict) - rank(b.verdict))
  if (!first || rank(first.verdict) >= rank(drawn.verdict)) return drawn
  const alike = usual.every((result) => result.verdict === first.verdict)
  const findings = first.findings.map((finding) => asTautomer(finding, alike))
  const verdict = alike ? first.verdict : 'undecided'
  return rank(verdict) < rank(drawn.verdict) ? { ...first, verdict, findings } : drawn
}

function rank(verdict: Verdict): number {
  return strength.indexOf(verdict)
}

function asTautomer(finding: Finding, sure: boolean): Finding {
  if (finding.kind !== 'listed' && finding.kind !== 'class') return finding
  return { ...finding, ...changes(finding, sure) }
}

function changes(
  { via, doubts, counts }: ListedFinding | ClassFinding,
  sure: boolean,
): Pick<ListedFinding, 'via' | 'doubts' | 'counts'> {
  return {
    via: via.includes('tautomer') ? via : [...via, 'tautomer'],
    doubts: sure || doubts.some((d) => d.kind === 'tautomer apart') ? doubts : [...doubts, { kind: 'tautomer apart' }],
    counts: sure || counts === null ? counts : 'undecided',
  }
}
