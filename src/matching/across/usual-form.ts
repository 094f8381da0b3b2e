import {
  strength,
  type ClassFinding,
  type Finding,
  type JurisdictionResult,
  type ListedFinding,
  type Verdict,
} from '../finding.js'

/** How the drawing differs from the form that decides. */
type DrawnAs = 'tautomer' | 'hydrate'

/**
 * The answer of a jurisdiction for a drawing that has another usual form: the answer for the usual form if it is
 * stronger than that for the drawing. If several forms could be meant and their verdicts differ, the answer is
 * undecided.
 */
export function withUsualForms(
  drawn: JurisdictionResult,
  usual: readonly JurisdictionResult[],
  drawnAs: DrawnAs = 'tautomer',
): JurisdictionResult {
  const [first] = [...usual].sort((a, b) => rank(a.verdict) - rank(b.verdict))
  if (!first || rank(first.verdict) >= rank(drawn.verdict)) return drawn
  const alike = usual.every((result) => result.verdict === first.verdict)
  const findings = first.findings.map((finding) => seenAs(finding, drawnAs, alike))
  const verdict = alike ? first.verdict : 'undecided'
  return rank(verdict) < rank(drawn.verdict) ? { ...first, verdict, findings } : drawn
}

function rank(verdict: Verdict): number {
  return strength.indexOf(verdict)
}

function seenAs(finding: Finding, drawnAs: DrawnAs, sure: boolean): Finding {
  if (finding.kind !== 'listed' && finding.kind !== 'class') return finding
  return { ...finding, ...changes(finding, drawnAs, sure) }
}

function changes(
  { via, doubts, counts }: ListedFinding | ClassFinding,
  drawnAs: DrawnAs,
  sure: boolean,
): Pick<ListedFinding, 'via' | 'doubts' | 'counts'> {
  return {
    via: via.includes(drawnAs) ? via : [...via, drawnAs],
    doubts: sure || doubts.some((d) => d.kind === 'tautomer apart') ? doubts : [...doubts, { kind: 'tautomer apart' }],
    counts: sure || counts === null ? counts : 'undecided',
  }
}
