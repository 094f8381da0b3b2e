import { hasBareCarbanion } from '../chem/index.js'
import { isRealDay, type Control, type Day, type Gap, type JurisdictionRecords } from '../law/index.js'
import { isExcluded, kindsIn, ordinaryRecords, selectedJurisdictions } from './law-selection.js'
import { candidatesOf, type Candidate } from './identity/candidate.js'
import { classFindings, coversSurely, type CandidateUnder } from './classes/classes.js'
import {
  openStructure,
  strength,
  type ClassFinding,
  type Doubt,
  type Finding,
  type ListedFinding,
  type JurisdictionResult,
  type NearMiss,
  type SetAside,
  type SetVerdict,
  type UsedPosition,
  type Verdict,
} from './finding.js'
import type { LawIndex } from './law-index.js'
import { noHints, type FittingRules, type Hints } from './hints.js'
import { RuleFits } from './classes/rule-fits.js'
import { rulesToTry } from './classes/rules-to-try.js'
import { netCharge } from './identity/ions.js'
import { listedFindings } from './identity/listed.js'
import { caveatsOn, lawInForce, type RuleInForce } from './law-in-force.js'
import type { Subject } from './subject.js'
import { asUsualForm, isUsualFormOf, withCarbonyl, withUsualForms } from './across/by-usual-form.js'
import type { Position } from './position.js'
import { Readings, type ReadingsCounted } from './recorded-readings.js'
import { checkPositions } from './positions.js'
import { UnknownName } from './unknown-name.js'
import { remembered } from '../remembered.js'

export interface Query {
  readonly asOf: Day
  /** Codes of the jurisdictions to check; default: all in the edition. */
  readonly jurisdictions?: readonly string[]
  /** Ids of rules that count although they are proposed or not in force. */
  readonly assume?: readonly string[]
  /** The kinds of control that count; default: drugs, precursors and chemical weapons. */
  readonly kinds?: readonly Control[]
  /** True for a day after the day of the run, when the law may differ; a caveat says so. */
  readonly future?: boolean
  /** The member by which a set of structures counts; the strongest if not given. */
  readonly setsCountAs?: 'weakest'
  /** Answers to questions that the law leaves open. */
  readonly positions?: readonly Position[]
  /** Recorded readings that count: `all`, or none; by default all but those seen at second hand. */
  readonly readings?: ReadingsCounted
  /** True where nobody asks since when a substance has been controlled: findings then do not say it. */
  readonly undated?: true
}

export interface Judgement {
  /** For a set, that of its strongest member, or of its weakest if the query says so. */
  readonly verdict: Verdict
  readonly ofSet?: { readonly verdict: SetVerdict }
  readonly jurisdictions: readonly JurisdictionResult[]
}

/**
 * Checks a query against an edition.
 * @throws {UnknownName} for an unknown jurisdiction, rule, day or open question, or if there is no jurisdiction at all
 */
export function checkQuery(law: LawIndex, query: Query): void {
  if (!isRealDay(query.asOf)) throw new UnknownName('day', query.asOf, [])
  const codes = law.edition.jurisdictions.map((j) => j.jurisdiction.code)
  // With no jurisdiction at all, everything would be uncontrolled.
  if (query.jurisdictions?.length === 0) throw new UnknownName('jurisdiction', '[]', codes)
  for (const code of query.jurisdictions ?? [])
    if (!codes.includes(code)) throw new UnknownName('jurisdiction', code, codes)
  // Nothing can be found there, which would read as uncontrolled.
  for (const records of law.edition.jurisdictions) {
    const { code } = records.jurisdiction
    const own = kindsIn(records)
    if (
      query.kinds &&
      query.jurisdictions?.includes(code) &&
      own.size > 0 &&
      !query.kinds.some((kind) => own.has(kind))
    )
      throw new UnknownName('record of the kind', `${query.kinds.join(', ')} in ${code}`, [...own])
  }
  const rules = law.edition.jurisdictions.flatMap((j) => j.rules.map((r) => r.id))
  for (const id of query.assume ?? []) if (!rules.includes(id)) throw new UnknownName('rule', id, rules)
  if (query.positions) checkPositions(law.edition, query.positions)
}

/** One input, judged on any day: what does not depend on the day is worked out once. */
export interface Judging {
  on(query: Query): Judgement
  /** Ids of the recorded substances whose entries may say something of it on some day. */
  reaching(): ReadonlySet<string>
  /** The rules that may say something of it on some day, as far as that is known; see `Hints`. */
  fitting?(): FittingRules | null
  /** A rule that certainly covers it on a day, if one is found without asking all others. */
  surelyIn?(records: JurisdictionRecords, asOf: Day, control: Control): RuleInForce | null
}

/**
 * Judges a structure in each jurisdiction. Every component that is not a counter-ion or solvent counts.
 * @param named id of a recorded substance that the input names instead of drawing it
 */
export function judging(
  structure: Subject,
  law: LawIndex,
  hints: Hints = noHints,
  named: string | null = null,
): Judging {
  const drawn = formOf(structure, law, hints, named)
  // A drawing that matches a record exactly as drawn is that record.
  const isRecord = drawn.candidates.every((c) => c.records.length > 0 && c.moved === null)
  let usual: readonly (readonly Form[])[] | null = null
  let hasUsual: boolean | null = null
  const usualForms = () =>
    (usual ??= isRecord
      ? []
      : [
          ...structure.usual.map((forms) => forms.map((form) => formOf(form, law, hints, named))),
          // The hints are about the drawing. If both forms can be isolated, it may be either.
          ...redrawnAsRecords(structure, drawn.candidates).map(({ redrawn, sure }) => [
            formOf(redrawn, law, noHints, named),
            ...(sure ? [] : [drawn]),
          ]),
        ])
  const carbonyl = isRecord ? null : structure.anhydrous
  let dryJudging: Judging | null = null
  const anhydrous = () => carbonyl && (dryJudging ??= judging(carbonyl, law))
  return {
    on(query) {
      const asDrawn = judgeForm(drawn, law, query)
      const forms = usualForms()
      const readings = forms.map((some) => some.map((form) => judgeForm(form, law, query)))
      const [single] = forms.length === 1 && forms[0]!.length === 1 ? forms[0]! : []
      const isUsual = () => (hasUsual ??= single !== undefined && isUsualFormOf(structure, single.fits.structure))
      const inUsualForm = asDrawn.map(
        (result, i) =>
          (single && asUsualForm(result, readings[0]![0]![i]!, isUsual)) ??
          readings.reduce(
            (strongest, some) =>
              withUsualForms(
                strongest,
                some.map((form) => form[i]!),
              ),
            result,
          ),
      )
      const dry = anhydrous()?.on(query).jurisdictions
      const jurisdictions = dry ? inUsualForm.map((result, i) => withCarbonyl(result, dry[i]!)) : inUsualForm
      return judgementOf(jurisdictions)
    },
    fitting: () => {
      const isKnown = !carbonyl && usualForms().every((some) => some.every(({ fits }) => fits.hints === hints))
      return isKnown ? hints.fitting : null
    },
    reaching: () => new Set([...reachingForms([drawn, ...usualForms().flat()]), ...(anhydrous()?.reaching() ?? [])]),
    surelyIn: (records, asOf, control) =>
      carbonyl || usualForms().length > 0 ? null : surelyIn(drawn, records, asOf, control),
  }
}

/** A rule that certainly covers a drawing about which only class rules and gaps can say something. */
function surelyIn(
  { fits, candidates, recorded, isPlain }: Form,
  records: JurisdictionRecords,
  asOf: Day,
  control: Control,
): RuleInForce | null {
  if (!isPlain) return null
  const tried = rulesToTry(lawInForce(records, asOf, new Set()).rules, fits.hints, recorded, () => true)
  const covers = (at: RuleInForce) => candidates.some((candidate) => coversSurely(at, { fits, candidate, asOf }))
  return tried.find((at) => at.rule.control === control && covers(at)) ?? null
}

function reachingForms(forms: readonly Form[]): string[] {
  const candidates = forms.flatMap((form) => form.candidates)
  const known = candidates.flatMap((c) => [...c.records, ...c.cleaved.flatMap((form) => form.records), ...c.isomers])
  return [...known.map((k) => k.record.id), ...candidates.flatMap((c) => c.formsOfElement)]
}

/**
 * A structure drawn as the recorded substances of which it is a tautomer. An anion is not redrawn: next to its cation,
 * the neutral ketone of an enolate would be a mixture with it, not a salt. A carbanion is: its charge may belong to
 * another atom.
 */
function redrawnAsRecords(
  structure: Subject,
  candidates: readonly Candidate[],
): { readonly redrawn: Subject; readonly sure: boolean }[] {
  return candidates
    .filter(
      (c) =>
        c.structure === structure &&
        (netCharge(structure, c.component) >= 0 || hasBareCarbanion(structure.molecule, c.component)),
    )
    .flatMap(({ component, ...found }) => {
      const tautomers = [found, ...(found.others ?? [])].filter(({ moved }) => moved !== null)
      return tautomers.flatMap(({ records, moved }) => {
        const smiles = records.find((k) => !k.otherwise)?.record.smiles ?? null
        const redrawn = smiles === null ? null : structure.redrawnAs(component, smiles)
        return redrawn ? [{ redrawn, sure: moved === 'tautomer' }] : []
      })
    })
}

/** A drawing of a structure: its components as candidates, and the outcomes of the rules. */
interface Form {
  readonly fits: RuleFits
  readonly candidates: readonly Candidate[]
  /** Ids of the recorded substances that the candidates are. */
  readonly recorded: ReadonlySet<string>
  /** Whether only class rules and gaps can say something of the candidates. */
  readonly isPlain: boolean
}

function formOf(structure: Subject, law: LawIndex, hints: Hints, named: string | null): Form {
  const candidates = structure.molecule.open ? [] : candidatesOf(structure, law, hints, named)
  const recorded = new Set(candidates.flatMap((c) => c.records.map((k) => k.record.id)))
  return { fits: new RuleFits(structure, law.terms, hints), candidates, recorded, isPlain: candidates.every(isPlain) }
}

function isPlain(c: Candidate): boolean {
  const isRelated = c.records.length + c.cleaved.length + c.isomers.length + c.formsOfElement.length > 0
  return !isRelated && !c.oddCharge && !c.radical && !c.oddBond && !c.unconfirmed
}

/** The answer of each jurisdiction for a structure as it is drawn. */
function judgeForm(form: Form, law: LawIndex, query: Query): JurisdictionResult[] {
  const { molecule } = form.fits.structure
  const asked = {
    query,
    assume: new Set(query.assume),
    open: molecule.abbreviated ? ('abbreviation' as const) : molecule.open ? ('drawn open' as const) : null,
  }
  return selectedJurisdictions(law, query).map((records) => judgeIn(form, law, records, asked))
}

interface AskedOfForm {
  readonly query: Query
  readonly assume: ReadonlySet<string>
  readonly open: 'abbreviation' | 'drawn open' | null
}

function judgeIn(
  { fits, candidates, recorded, isPlain }: Form,
  law: LawIndex,
  records: JurisdictionRecords,
  { query, assume, open }: AskedOfForm,
): JurisdictionResult {
  const { gaps, rules } = lawInForce(records, query.asOf, assume)
  const isSilent = (code: string) =>
    candidates.every((candidate) => findingsIn({ fits, candidate, law, asOf: query.asOf }, code)?.length === 0)
  const tried = rulesToTry(rules, fits.hints, recorded, isSilent)
  const mayConcern = (gap: Gap) => fits.couldReach(gap) || gap.reaches_controlled_in?.some((code) => !isSilent(code))
  if (isPlain && !open && tried.length === 0 && !gaps.some(mayConcern)) return resultOf(records, query, [])
  const findings: Finding[] = open ? [openStructure(open)] : []
  const nearMisses: NearMiss[] = []
  const setAside: SetAside[] = []
  const excluding: UsedPosition[] = []
  for (const candidate of candidates) {
    const at = { fits, candidate, law, asOf: query.asOf }
    const readings = new Readings({ ...at, records }, query.readings)
    const listed = listedFindings(candidate, { law, records, asOf: query.asOf }).flatMap(
      (f) => readings.answered(f) ?? [],
    )
    const classes = classFindings({ ...at, records, listed, readings }, tried, (code, control) =>
      verdictIn(at, code, control),
    )
    // Two molecules of a substance in a salt (a hemisulfate) give one answer.
    const isNew = (f: Finding) => !findings.some((other) => JSON.stringify(other) === JSON.stringify(f))
    for (const finding of listed) if (isNew(finding)) findings.push(finding)
    findings.push(...classes.findings)
    if (candidate.oddCharge) findings.push(openStructure('odd charge'))
    if (candidate.radical) findings.push(openStructure('radical'))
    if (candidate.oddBond) findings.push(openStructure('odd bond'))
    if (candidate.unconfirmed) findings.push(openStructure('no identity'))
    nearMisses.push(...classes.nearMisses)
    setAside.push(...classes.setAside)
    const sure = [...listed, ...classes.findings].filter((f) => f.counts === 'listed' || f.counts === 'class')
    for (const gap of gaps) {
      // A known gap adds nothing for a structure that is certainly controlled here in the same way.
      if (sure.some((f) => f.control === (gap.control ?? 'drug'))) continue
      const found = concerns(gap, at) ? readings.answered(findingOf(gap)) : null
      if (found) findings.push(found)
    }
    excluding.push(...readings.excluding)
  }
  const wanted = findings.filter((f) => !('control' in f) || !isExcluded(f.control, query))
  const sorted = [...wanted].sort((a, b) => rank(a) - rank(b))
  const nearest = nearMisses.filter((n) => n.accounted > 0).sort((a, b) => b.accounted - a.accounted)
  return byReadings(resultOf(records, query, sorted, nearest, setAside), excluding)
}

function concerns(gap: Gap, at: CandidateOn): boolean {
  return (
    at.fits.isReached(at.candidate.component, gap) ||
    (gap.reaches_controlled_in?.some((code) => isControlledIn(at, code)) ?? false)
  )
}

function findingOf({ id, reads, cite }: Gap): Finding {
  return { kind: 'gap', gap: id, reads, cite, counts: 'undecided' }
}

/** An answer that recorded readings change says which, and the verdict by the words of the law alone. */
function byReadings(result: JurisdictionResult, excluding: readonly UsedPosition[]): JurisdictionResult {
  const grounds = result.findings.flatMap((finding) => finding.grounds ?? [])
  // The order of components decides that of findings, and says nothing here.
  const positions = [...new Map([...grounds, ...excluding].map((used) => [used.reading, used])).values()].sort(
    (a, b) => (`${a.question} ${a.reading}` < `${b.question} ${b.reading}` ? -1 : 1),
  )
  if (positions.length === 0) return result
  const words = result.findings.map(({ counts, grounds: own }) => (own ? 'undecided' : (counts ?? 'uncontrolled')))
  const byWords = strongestOf(excluding.length > 0 ? [...words, 'undecided'] : words)
  return byWords === result.verdict ? result : { ...result, positions, byWords }
}

/** The answer of a jurisdiction that these findings give. */
export function resultOf(
  records: JurisdictionRecords,
  query: Query,
  findings: readonly Finding[],
  nearMisses: readonly NearMiss[] = [],
  setAside: readonly SetAside[] = [],
): JurisdictionResult {
  const { code } = records.jurisdiction
  const verdict = strongestOf(findings.map((f) => f.counts ?? 'uncontrolled'))
  return { code, verdict, findings, caveats: caveatsOn(records, query), nearMisses, setAside }
}

export function judgementOf(jurisdictions: readonly JurisdictionResult[]): Judgement {
  return { verdict: strongestOf(jurisdictions.map((j) => j.verdict)), jurisdictions }
}

type CandidateOn = Pick<CandidateUnder, 'fits' | 'candidate' | 'law' | 'asOf'>

/** The verdict of another jurisdiction on one kind of control, without following its references further. */
function verdictIn(at: CandidateOn, code: string, control: Control): Verdict {
  const findings = findingsIn(at, code)
  if (findings === null) return 'undecided'
  return strongestOf(findings.filter((f) => f.control === control).map((f) => f.counts ?? 'uncontrolled'))
}

/**
 * Findings of another jurisdiction's lists and rules for a candidate, worked out once: several laws may refer to it.
 * Null if the edition does not contain the jurisdiction.
 */
function findingsIn(at: CandidateOn, code: string): readonly (ListedFinding | ClassFinding)[] | null {
  const { elsewhere } = at.fits
  const key = `${code} ${at.asOf} ${at.candidate.component[0]}`
  return remembered(elsewhere, key, () => readFindings(at, code))
}

function readFindings(at: CandidateOn, code: string): readonly (ListedFinding | ClassFinding)[] | null {
  const records = at.law.edition.jurisdictions.find((j) => j.jurisdiction.code === code)
  if (!records) return null
  const ordinary = ordinaryRecords(records)
  const on = { ...at, records: ordinary }
  const listed = listedFindings(at.candidate, on)
  const { rules } = lawInForce(ordinary, at.asOf, new Set())
  const recorded = new Set(at.candidate.records.map((k) => k.record.id))
  const tried = rulesToTry(rules, at.fits.hints, recorded, () => true)
  const { findings } = classFindings({ ...on, listed }, tried, () => 'uncontrolled')
  return [...listed, ...findings]
}

/**
 * Whether another jurisdiction controls the candidate, so that a known gap here is likely to cover it: it is listed or
 * in a class, or the only doubt is about the day or about how the drawing is read (an enol of an ester). What is
 * undecided there because of the words implies nothing about the law here.
 */
function isControlledIn(at: CandidateOn, code: string): boolean {
  const findings = (findingsIn(at, code) ?? []).filter((f) => f.control === 'drug')
  return findings.some(
    (f) =>
      f.counts === 'listed' ||
      f.counts === 'class' ||
      (f.kind === 'listed' && f.counts !== null && f.doubts.every((d) => doubtsBesidesWords.has(d.kind))),
  )
}

const doubtsBesidesWords: ReadonlySet<Doubt['kind']> = new Set<Doubt['kind']>([
  'instrument unknown',
  'start unknown',
  'start unconfirmed',
  'before records',
  'lapse unverified',
  'tautomer apart',
])

function rank(finding: Finding): number {
  return finding.counts === null ? strength.length : strength.indexOf(finding.counts)
}

export function strongestOf(verdicts: readonly Verdict[]): Verdict {
  return strength.find((v) => verdicts.includes(v)) ?? 'uncontrolled'
}
