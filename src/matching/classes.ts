import type { Structure } from '../chem/index.js'
import { standingOn, type Day, type JurisdictionRecords, type LeavesOut, type Rule, type RulePeriod } from '../law/index.js'
import type { Candidate } from './candidate.js'
import type { CitedClause, ClassFinding, Doubt, ListedFinding, NearMiss, SetAside, UsedReading } from './finding.js'
import { fitRule } from './fit-rule.js'
import type { LawIndex } from './law-index.js'
import type { ClauseHit, RuleOutcome } from './outcome.js'

export interface ClassResult {
  readonly findings: readonly ClassFinding[]
  readonly nearMisses: readonly NearMiss[]
  readonly setAside: readonly SetAside[]
}

/** What the class rules of one jurisdiction say of a candidate on a day. Proposed rules are read too; they count only when assumed. */
export function classFindings(
  structure: Structure,
  candidate: Candidate,
  law: LawIndex,
  records: JurisdictionRecords,
  asOf: Day,
  assume: ReadonlySet<string>,
  listed: readonly ListedFinding[],
): ClassResult {
  const findings: ClassFinding[] = []
  const nearMisses: NearMiss[] = []
  const setAside: SetAside[] = []
  for (const rule of records.rules) {
    const assumed = assume.has(rule.id)
    const period = periodOn(rule, asOf) ?? (assumed ? rule.periods.at(-1)! : null)
    if (!period) continue
    const outcome = withNamedReadings(fitRule(structure, candidate.component, rule, law.terms), rule, candidate)
    if (outcome.fit === 'misses') {
      nearMisses.push({ ruleId: rule.id, title: rule.title, failure: outcome.failure, accounted: outcome.accounted })
      continue
    }
    const out = rule.leaves_out.find((l) => appliesTo(l, candidate, listed))
    if (out) {
      setAside.push({ ruleId: rule.id, title: rule.title, clauses: cited(rule, outcome.clauses), reads: out.reads, cite: out.cite })
      continue
    }
    findings.push(findingOf(rule, period, outcome, candidate, assumed))
  }
  return { findings, nearMisses, setAside }
}

function periodOn(rule: Rule, asOf: Day): RulePeriod | null {
  return rule.periods.find((p) => standingOn(p, asOf) === 'in force') ?? rule.periods.find((p) => standingOn(p, asOf) === 'unknown') ?? null
}

/** Readings that speak of named substances change the outcome for those alone. */
function withNamedReadings(outcome: RuleOutcome, rule: Rule, candidate: Candidate): RuleOutcome {
  if (outcome.fit === 'misses') return outcome
  const ids = new Set(candidate.known.map((k) => k.record.id))
  const named = rule.readings.find((r) => r.substances?.some((s) => ids.has(s)))
  if (!named || named.choice === 'covers') return outcome
  if (named.choice === 'does not cover') return { fit: 'misses', failure: { why: 'left out by reading', reading: named.id, atoms: [] }, accounted: candidate.component.length }
  return { fit: 'open', clauses: outcome.clauses, readings: [...outcome.readings, named.id], bound: false }
}

function appliesTo(out: LeavesOut, candidate: Candidate, listed: readonly ListedFinding[]): boolean {
  if (out.what === 'listed') return listed.some((f) => f.counts === 'listed' && f.control === out.control)
  return candidate.known.some((k) => out.substances.includes(k.record.id))
}

function findingOf(rule: Rule, period: RulePeriod, outcome: Exclude<RuleOutcome, { fit: 'misses' }>, candidate: Candidate, assumed: boolean): ClassFinding {
  const readings = outcome.readings.map((id): UsedReading => {
    const { question, choice, basis } = rule.readings.find((r) => r.id === id)!
    return { id, question, choice, basis }
  })
  const doubts: Doubt[] = readings.filter((r) => r.choice === 'open').map((r) => ({ kind: 'reading open', reading: r.id, question: r.question, basis: r.basis }))
  if (outcome.fit === 'open' && outcome.bound) doubts.push({ kind: 'search bound' })
  if (period.from === null) doubts.push({ kind: 'start unknown', inForceBy: period.in_force_by ?? null })
  if (candidate.forms.includes('salt') && !(period.extends_to ?? ['salts']).includes('salts')) doubts.push({ kind: 'extension unconfirmed', extension: 'salts' })
  const counting = assumed || period.status === 'in force'
  return {
    kind: 'class',
    counts: !counting ? null : doubts.length > 0 ? 'undecided' : 'class',
    ruleId: rule.id,
    title: rule.title,
    code: rule.code ?? null,
    clauses: cited(rule, outcome.clauses),
    status: period.status,
    from: period.from,
    until: period.until,
    act: period.act ?? null,
    cite: period.cite,
    url: period.url ?? null,
    control: rule.control,
    via: candidate.forms,
    readings,
    unconfirmed: period.unconfirmed ?? [],
    doubts,
    assumed: assumed && period.status === 'proposed',
  }
}

function cited(rule: Rule, hits: readonly ClauseHit[]): CitedClause[] {
  return hits.map((hit) => {
    const { cite, reads } = rule.clauses.find((c) => c.id === hit.id)!
    return { ...hit, cite, reads }
  })
}
