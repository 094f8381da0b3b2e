import {
  codeOfRule,
  isWithin,
  specialClauses,
  statusOn,
  type Control,
  type Day,
  type LeavesOut,
  type Rule,
} from '../../law/index.js'
import type { Candidate } from '../identity/candidate.js'
import type {
  CitedClause,
  ClassFinding,
  Doubt,
  ListedFinding,
  NearMiss,
  SetAside,
  UsedReading,
  Verdict,
} from '../finding.js'
import { exceptionsOn } from '../identity/labelled.js'
import { formFits, type FormFit } from './class-forms.js'
import { isExcludedAs, isNamedAs } from '../identity/reach.js'
import { listedFindings, listingsOfId, namesSubstance, type LawOn } from '../identity/listed.js'
import { withNamedReadings, type ClauseHit, type OpenBecause, type RuleOutcome } from './outcome.js'
import type { RuleFits } from './rule-fits.js'
import type { RuleInForce } from '../law-in-force.js'
import type { Readings } from '../recorded-readings.js'
import { unknownStart } from '../deciding-period.js'

/** The verdict of another jurisdiction for the candidate on the day, for rules that refer to it. */
export type VerdictElsewhere = (code: string, control: Control) => Verdict

/** A candidate under the law of one jurisdiction on a day. */
export interface CandidateUnder extends LawOn {
  readonly fits: RuleFits
  readonly candidate: Candidate
  /** What the lists of the jurisdiction say of it. */
  readonly listed: readonly ListedFinding[]
  /** Answers to open questions, if they count. */
  readonly readings?: Readings
}

/** Findings of class rules for a candidate. Proposed rules are included; they count only if assumed. */
export function classFindings(under: CandidateUnder, rules: readonly RuleInForce[], elsewhere: VerdictElsewhere) {
  const { fits, candidate, asOf } = under
  const findings: ClassFinding[] = []
  const nearMisses: NearMiss[] = []
  const setAside: SetAside[] = []
  const add = (standing: RuleInForce, finding: ClassFinding) => {
    const answered = under.readings ? under.readings.answered(finding) : finding
    if (answered) findings.push(answered)
    // What one reading excludes may be covered by another that is still open.
    else for (const rule of under.readings!.withoutExcluded(standing.rule)) tryRule({ ...standing, rule })
  }
  const tryRule = (standing: RuleInForce) => {
    if (!couldReach(fits, candidate, standing)) return
    const { rule } = standing
    const outcome = outcomeOf(fits, candidate, standing, elsewhere)
    const made = outcome.fit === 'fits' ? null : asEsterOrEther(under, standing, outcome.fit === 'open')
    if (made) {
      const doubts: Doubt[] = made.form.unusual ? [{ kind: 'link unusual' }] : []
      return add(standing, findingOf(standing, made.outcome, made.form, asOf, doubts))
    }
    const { id: ruleId, title } = rule
    if (outcome.fit === 'misses')
      return void nearMisses.push({ ruleId, title, failure: outcome.failure, accounted: outcome.accounted })
    const out = rule.leaves_out.find((l) => appliesTo(l, under, findings))
    if (out) {
      const clauses = cited(rule, candidate, outcome.clauses)
      setAside.push({ ruleId, title, clauses, reads: out.reads, cite: out.cite })
      return
    }
    const doubts = [...perhapsLeftOut(rule, under), ...partlyLeftOut(rule, under)]
    add(standing, findingOf(standing, outcome, candidate, asOf, doubts))
  }
  for (const standing of rules) tryRule(standing)
  return { findings, nearMisses, setAside }
}

/** Whether the words of a rule cover a candidate that is no record, and nothing needs to be looked into further. */
export function coversSurely(
  { rule, period }: RuleInForce,
  { fits, candidate, asOf }: Pick<CandidateUnder, 'fits' | 'candidate' | 'asOf'>,
): boolean {
  return (
    period.status === 'in force' &&
    statusOn(period, asOf) === 'in force' &&
    (period.extends_to?.includes('salts') || !candidate.forms.includes('salt')) &&
    !rule.leaves_out.some(({ what }) => what === 'class') &&
    fits.of(candidate.component, rule).fit === 'fits'
  )
}

/**
 * The compound that a rule covers and of which the candidate is an ester or ether. A candidate that is listed by name,
 * or that a reading names, is not treated as an ester or ether of something else.
 * @param sureOnly set if the rule already has a finding for the structure as drawn
 */
function asEsterOrEther(
  under: CandidateUnder,
  { rule, period, cleavableKinds }: RuleInForce,
  sureOnly: boolean,
): FormFit | null {
  const { fits, candidate, law, listed } = under
  if (cleavableKinds.length === 0 || !fits.hints.couldFitCleaved(rule)) return null
  const named = (c: Candidate) => c.records.some((k) => rule.readings.some((r) => r.substances?.includes(k.record.id)))
  if (named(candidate) || listed.some((f) => namesSubstance(f) && f.control === 'drug')) return null
  const made = formFits(candidate, rule, period, law).filter(
    ({ form, outcome }) => !sureOnly || (outcome.fit === 'fits' && !form.unusual),
  )
  if (made.length === 0 || rule.leaves_out.some((out) => appliesTo(out, under, []))) return null
  const outside = (form: Candidate) => {
    const itself: Candidate = { ...form, cleavedBonds: [] }
    return rule.leaves_out.some((out) => {
      const own = out.what === 'listed' ? listedFindings(itself, under) : []
      return appliesTo(out, { ...under, candidate: itself, listed: own }, [])
    })
  }
  return made.find(({ form }) => form === candidate || !outside(form)) ?? null
}

/** False if a rule certainly has no finding for a candidate. */
function couldReach({ hints }: RuleFits, { records }: Candidate, { rule, cleavableKinds }: RuleInForce): boolean {
  return (
    rule.reference !== undefined ||
    (records.length > 0 && rule.names?.some((n) => records.some((k) => k.record.id === n.substance))) ||
    hints.couldFit(rule) ||
    (cleavableKinds.length > 0 && hints.couldFitCleaved(rule))
  )
}

/** By name first, then by reference to another law, then by applying the words to the structure. */
function outcomeOf(
  fits: RuleFits,
  candidate: Candidate,
  { rule, period }: RuleInForce,
  elsewhere: VerdictElsewhere,
): RuleOutcome {
  const whole = (id: string) => [{ id, atoms: candidate.component }]
  if (rule.names?.some((n) => isNamedAs(candidate, n.substance, period.extends_to ?? [])))
    return { fit: 'fits', clauses: whole(specialClauses.named), readings: [] }
  if (rule.reference) {
    const there = elsewhere(rule.reference.jurisdiction, rule.control)
    if (there === 'undecided')
      return { fit: 'open', because: 'elsewhere', clauses: whole(specialClauses.reference), readings: [] }
    if (rule.reference.verdicts.some((v) => v === there))
      return { fit: 'fits', clauses: whole(specialClauses.reference), readings: [] }
  }
  return withNamedReadings(
    fits.of(candidate.component, rule),
    rule,
    new Set(candidate.records.map((k) => k.record.id)),
    candidate.component.length,
  )
}

/** @param earlier findings of the rules before this one; a rule that excludes another comes after it */
function appliesTo(
  out: LeavesOut,
  { candidate, listed, records, asOf }: CandidateUnder,
  earlier: readonly ClassFinding[],
): boolean {
  if (!isWithin(out, asOf)) return false
  switch (out.what) {
    case 'class':
      return earlier.some((f) => f.counts === 'class' && out.rules.includes(f.ruleId))
    case 'listed':
      return listed.some((f) => namesSubstance(f) && isOn(out, f))
    case 'substances':
      return out.substances.some((substance) => isExcludedAs(candidate, substance) === 'wholly')
    case 'exceptions':
      return exceptionsOn(records, asOf, candidate).some((e) => isExcludedAs(candidate, e.substance) === 'wholly')
  }
}

/** A listing whose start is unknown would exclude the substance from the rule if it had begun by the day. */
function perhapsLeftOut(rule: Rule, under: CandidateUnder): Doubt[] {
  return rule.leaves_out.flatMap((out) => {
    if (out.what !== 'listed' || !isWithin(out, under.asOf)) return []
    const open = under.listed.find((f) => isOn(out, f) && mayHaveBegun(f, under))
    return open ? [{ kind: 'perhaps left out' as const, list: open.list, reads: out.reads }] : []
  })
}

/** Whether a listing is on one of the lists whose substances a rule excludes. */
function isOn({ control, lists }: Extract<LeavesOut, { what: 'listed' }>, listing: ListedFinding): boolean {
  return listing.control === control && (lists?.includes(listing.list) ?? true)
}

/** Whether the listing is of a period that may or may not have begun by the day. */
function mayHaveBegun({ list: id, substance }: ListedFinding, on: LawOn): boolean {
  return listingsOfId(substance, on).some(
    ({ list, entry }) => list.id === id && entry.periods.some((p) => statusOn(p, on.asOf) === 'unknown'),
  )
}

/** Doubts where the drawing leaves open whether it is a form that the rule excludes. */
function partlyLeftOut(rule: Rule, { candidate, records, asOf }: CandidateUnder): Doubt[] {
  return rule.leaves_out.flatMap((out) => {
    if (!isWithin(out, asOf)) return []
    const substances =
      out.what === 'substances'
        ? out.substances
        : out.what === 'exceptions'
          ? exceptionsOn(records, asOf, candidate).map((e) => e.substance)
          : []
    const open = substances.find((substance) => isExcludedAs(candidate, substance) === 'in part')
    const found = candidate.records.find((k) => k.record.id === open)
    return found ? [{ kind: 'stereo parted' as const, exception: found.record.name }] : []
  })
}

function findingOf(
  { rule, period, assumed }: RuleInForce,
  outcome: Exclude<RuleOutcome, { fit: 'misses' }>,
  candidate: Candidate,
  asOf: Day,
  doubts: Doubt[],
): ClassFinding {
  const readings = outcome.readings.map((id): UsedReading => {
    const { question, choice, basis } = rule.readings.find((r) => r.id === id)!
    return { id, question, choice, basis }
  })
  for (const r of readings)
    if (r.choice === 'open') doubts.push({ kind: 'reading open', reading: r.id, question: r.question, basis: r.basis })
  if (outcome.fit === 'open') doubts.push(...doubtOf(outcome.because, rule))
  if (statusOn(period, asOf) === 'unknown') doubts.push(unknownStart(period))
  if (candidate.forms.includes('salt') && !(period.extends_to ?? ['salts']).includes('salts'))
    doubts.push({ kind: 'extension unconfirmed', extension: 'salts' })
  const counting = assumed || period.status === 'in force'
  return {
    kind: 'class',
    counts: !counting ? null : doubts.length > 0 ? 'undecided' : 'class',
    ruleId: rule.id,
    title: rule.title,
    code: codeOfRule(rule, asOf),
    clauses: cited(rule, candidate, outcome.clauses),
    status: period.status,
    from: period.from,
    until: period.until,
    act: period.act ?? null,
    cite: period.cite,
    url: period.url ?? null,
    control: rule.control,
    via: [...candidate.forms, ...candidate.cleavedBonds],
    readings,
    unconfirmed: period.unconfirmed ?? [],
    ...(rule.limits ? { limits: rule.limits } : {}),
    doubts,
    assumed: assumed && period.status === 'proposed',
  }
}

function doubtOf(because: OpenBecause, rule: Rule): Doubt[] {
  switch (because) {
    case 'readings':
      return []
    case 'open words':
      return [{ kind: 'open words', question: rule.open_words!.question, basis: rule.open_words!.basis }]
    case 'elsewhere':
      return [{ kind: 'undecided elsewhere', jurisdiction: rule.reference!.jurisdiction }]
    case 'bound':
      return [{ kind: 'search bound' }]
  }
}

function cited(rule: Rule, candidate: Candidate, hits: readonly ClauseHit[]): CitedClause[] {
  return hits.map(({ id, atoms, reads: matched }) => {
    const { cite, reads } = wordsOf(rule, candidate, id)
    return { id, atoms, cite, reads: matched ?? reads }
  })
}

function wordsOf(rule: Rule, candidate: Candidate, id: string): Pick<CitedClause, 'cite' | 'reads'> {
  const whole = rule.periods[0]!.cite
  if (id === specialClauses.named) {
    const named = rule.names!.find((n) => candidate.records.some((k) => k.record.id === n.substance))!
    return { cite: named.cite ?? whole, reads: named.name_in_law }
  }
  if (id === specialClauses.reference) return { cite: rule.reference!.cite, reads: rule.reference!.reads }
  if (id === specialClauses.openWords) return { cite: rule.open_words!.cite, reads: rule.open_words!.question }
  const { cite, reads } = rule.clauses.find((c) => c.id === id)!
  return { cite, reads }
}
