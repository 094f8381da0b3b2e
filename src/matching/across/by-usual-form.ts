import {
  strength,
  type ClassFinding,
  type Finding,
  type JurisdictionResult,
  type ListedFinding,
  type Verdict,
} from '../finding.js'
import type { Subject } from '../subject.js'

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

/**
 * The answer for a gem-diol: that for its carbonyl compound if stronger. A class that reaches the gem-diol alone is
 * an open question, since neither form is certainly the one that is there.
 */
export function withCarbonyl(drawn: JurisdictionResult, carbonyl: JurisdictionResult): JurisdictionResult {
  const isClass = drawn.findings.every(({ kind, counts }) => kind === 'class' || counts === null)
  if (!isClass || rank(drawn.verdict) >= rank(carbonyl.verdict)) return withUsualForms(drawn, [carbonyl], 'hydrate')
  const findings = drawn.findings.map((finding): Finding => {
    if (finding.kind !== 'class' || finding.counts === null) return finding
    return { ...finding, counts: 'undecided', doubts: [...finding.doubts, { kind: 'hydrate apart' }] }
  })
  return { ...drawn, verdict: 'undecided', findings }
}

/**
 * The answer for a drawing of which some form is certainly the usual one: that for the form, where the drawing is
 * covered by class rules alone and the form by none.
 */
export function asUsualForm(
  drawn: JurisdictionResult,
  usual: JurisdictionResult,
  isUsual: () => boolean,
): JurisdictionResult | null {
  const isClass = drawn.findings.every(({ kind, counts }) => kind === 'class' || counts === null)
  if (!isClass || rank(drawn.verdict) >= rank(usual.verdict) || !isUsual()) return null
  return { ...usual, findings: usual.findings.map((finding) => seenAs(finding, 'tautomer', true)) }
}

/**
 * Whether a form is the usual one of a drawing with hydrogens elsewhere: more of its atoms are aromatic without a
 * double bond to a nitrogen outside the ring, and InChI makes no difference between them.
 */
export function isUsualFormOf(drawn: Subject, form: Subject): boolean {
  if (aromaticIn(form) <= aromaticIn(drawn)) return false
  return drawn.molecule.components.every((component) => {
    const own = drawn.identity(component)?.inchi
    return own !== undefined && own === form.identity(component)?.inchi
  })
}

function aromaticIn({ molecule: { atoms, bonds, neighbours } }: Subject): number {
  const isImine = (a: number) =>
    neighbours[a]!.some(({ atom, bond }) => bonds[bond]!.order === 2 && !bonds[bond]!.aromatic && atoms[atom]!.z === 7)
  return atoms.filter(({ aromatic }, a) => aromatic && !isImine(a)).length
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
