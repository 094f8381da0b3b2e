import { standingOn, type Edition, type Rule } from '../law/index.js'
import { askedJurisdictions, linkWordsOf, type LawIndex, type Query } from '../matching/index.js'
import { rulePlanOf, type Terms } from '../rules/index.js'
import { countsLength } from '../engine/smarts/counts.js'
import { patternOf, type AtomExpression, type Pattern, type PatternAtom } from '../engine/smarts/pattern.js'
import { keep } from '../engine/kernel.js'
import * as codes from './codes.js'
import { noRing, patternRings, type RingedBond } from '../engine/smarts/pattern-rings.js'
import { planOf } from '../engine/smarts/encode.js'
import { relaxedRule, type RelaxedRule } from './relaxed-rule.js'
import { countsRequired, RequiredCounts } from '../engine/smarts/required-counts.js'

/** What a molecule must have for a rule, or a gap, to be able to say anything of it. */
export interface Condition {
  /** Rule or gap, for statistics. */
  readonly of: string
  /** The rule, where it is one. */
  readonly by: Rule | null
  /** Null where the pattern could not be read: then it may match anything. */
  readonly pattern: Pattern | null
  /** Patterns that a molecule which meets it has; they may share atoms. */
  readonly patterns: readonly Pattern[]
  readonly counts: RequiredCounts
  readonly smarts: string
  /** Bonds that the pattern draws. */
  readonly bonds: number
  /** Where the kernel finds it; 0 where the pattern could not be read. */
  readonly at: number
}

/** Necessary conditions of every rule and gap that one of some queries can meet, worked out from the loaded edition alone. */
export function conditionsOf(law: LawIndex, queries: readonly Query[]): Condition[] {
  return askedIn(law, queries).flatMap(({ jurisdiction, rules }) => [
    ...rules.filter((rule) => counts(rule, queries)).flatMap((rule) => ofRule(rule, law.terms)),
    ...jurisdiction.gaps
      .filter((g) => queries.some(({ asOf }) => standingOn(g, asOf) !== 'not in force'))
      .flatMap((gap) => (gap.reaches ?? []).map((reached) => condition(gap.id, reached.smarts))),
  ])
}

/** The jurisdictions of some queries, and those to whose law they refer. */
function askedIn(law: LawIndex, queries: readonly Query[]): Edition['jurisdictions'] {
  const asked = new Set(queries.flatMap((query) => askedJurisdictions(law, query).map((j) => j.jurisdiction.code)))
  for (let size = 0; size < asked.size; ) {
    size = asked.size
    for (const code of referred(law, asked)) asked.add(code)
  }
  return law.edition.jurisdictions.filter((j) => asked.has(j.jurisdiction.code))
}

/** Conditions of the rules that reach esters or ethers of what they cover, on the drawn ester or ether: hydrogens of oxygens left out. */
export function undoneConditionsOf(law: LawIndex, queries: readonly Query[]): Condition[] {
  return askedIn(law, queries).flatMap(({ rules }) =>
    rules
      .filter((rule) => counts(rule, queries) && rule.periods.some((p) => linkWordsOf(p).length > 0))
      .flatMap((rule) => ofScaffolds(rule, relaxedRule(rulePlanOf(rule, law.terms)), 'undone')),
  )
}

function referred(law: LawIndex, codes: ReadonlySet<string>): string[] {
  return law.edition.jurisdictions
    .filter((j) => codes.has(j.jurisdiction.code))
    .flatMap(({ jurisdiction, rules }) => [
      ...rules.flatMap((r) => (r.reference ? [r.reference.jurisdiction] : [])),
      ...jurisdiction.gaps.flatMap((g) => g.reaches_controlled_in ?? []),
    ])
}

function counts(rule: Rule, queries: readonly Query[]): boolean {
  return queries.some(
    (query) =>
      (query.assume?.includes(rule.id) ?? false) ||
      rule.periods.some((p) => standingOn(p, query.asOf) !== 'not in force'),
  )
}

function ofRule(rule: Rule, terms: Terms): Condition[] {
  const relaxed = relaxedRule(rulePlanOf(rule, terms))
  return [...ofScaffolds(rule, relaxed, 'drawn'), ...relaxed.reached.map((smarts) => condition(rule.id, smarts, rule))]
}

/** @param form `undone` where what the whole substance must have may come about only when links are undone */
function ofScaffolds(rule: Rule, { scaffolds, needed }: RelaxedRule, form: 'drawn' | 'undone'): Condition[] {
  return scaffolds.map((scaffold) => {
    const smarts = form === 'drawn' ? scaffold.smarts : scaffold.withoutHydroxy
    const plain = patternOf(smarts)
    if (!plain) return conditionFrom(rule.id, rule, smarts, null, 0, [])
    // What is undone may have left any atom.
    const groupsAt = form === 'drawn' ? scaffold.groupsAt : scaffold.groupsAt.map((groups) => groups ?? 0)
    const pattern = onAtomsWithRoom(plain, groupsAt)
    const patterns = form === 'drawn' ? [pattern, ...needed] : [pattern]
    return conditionFrom(rule.id, rule, smarts, pattern, scaffold.at, patterns)
  })
}

/**
 * @param rule where the kernel finds what the rule allows at its sites; 0 for a gap or for open words, which any match reaches
 * @param patterns that a molecule which meets the condition has
 */
function conditionFrom(
  of: string,
  by: Rule | null,
  smarts: string,
  pattern: Pattern | null,
  rule: number,
  patterns: readonly Pattern[],
): Condition {
  const bonds = bondsOf(patternOf(smarts))
  return {
    of,
    by,
    smarts,
    bonds,
    pattern,
    at: pattern ? conditionAt(pattern, bonds, rule) : 0,
    patterns,
    counts: countsOf(patterns),
  }
}

function condition(of: string, smarts: string, by: Rule | null = null): Condition {
  const { pattern, patterns } = conditionOf(smarts)
  return conditionFrom(of, by, smarts, pattern, 0, patterns)
}

/** What a molecule must have for a pattern by itself. */
export function conditionOf(smarts: string): Pick<Condition, 'pattern' | 'patterns' | 'counts'> {
  const pattern = patternOf(smarts)
  // Its environments are those of the plain pattern, which others share.
  const patterns = pattern ? [pattern] : []
  return { pattern: pattern && onAtomsWithRoom(pattern, []), patterns, counts: countsOf(patterns) }
}

function conditionAt(pattern: Pattern, bonds: number, rule: number): number {
  const words: number[] = []
  words[codes.conditionPatternAt >> 2] = planOf(pattern)
  words[codes.conditionBondsAt >> 2] = bonds
  words[codes.conditionRuleAt >> 2] = rule
  // Given once the environments of all conditions are known.
  words[codes.conditionEnvironmentsAt >> 2] = 0
  return keep(words)
}

/** Bonds that a pattern draws. */
function bondsOf(pattern: Pattern | null): number {
  return (pattern?.atoms ?? []).reduce((sum, atom) => sum + atom.back.length, 0)
}

/**
 * The pattern on atoms that can have, besides what it draws, the groups that the rule requires there, and on ring atoms
 * that have the bonds it draws.
 * @param groupsAt for each atom the groups that it must bear; null where it bears none
 */
function onAtomsWithRoom(pattern: Pattern, groupsAt: readonly (number | null)[]): Pattern {
  const drawn = patternRings(pattern)
  const at = (bonds: readonly RingedBond[], atom: number) => bonds.filter(({ a, b }) => a === atom || b === atom).length
  const atoms = pattern.atoms.map((atom, i): PatternAtom => {
    const bonds = at(drawn, i)
    const ringBonds = at(
      drawn.filter(({ ring }) => ring < noRing),
      i,
    )
    const isClosed = groupsAt[i] === null
    const degree = isClosed ? bonds : bonds + (groupsAt[i] ?? 0)
    const test = withRoom(atom.test, isClosed, degree, ringBonds)
    return test === atom.test ? atom : { test, name: atom.name, back: atom.back }
  })
  return { atoms }
}

const roomy = new WeakMap<AtomExpression, Map<string, AtomExpression>>()

/** The predicate together with what it asks of neighbours and rings: made once, so that what is derived from it is cached. */
function withRoom(test: AtomExpression, isClosed: boolean, degree: number, ringBonds: number): AtomExpression {
  const of: AtomExpression[] = [test]
  if (isClosed) of.push({ is: 'degree', n: degree })
  else if (degree > 1) of.push({ is: 'degree at least', n: degree })
  if (ringBonds > 0) of.push({ is: 'ring bonds at least', n: ringBonds })
  if (of.length === 1) return test
  let own = roomy.get(test)
  if (!own) roomy.set(test, (own = new Map()))
  const key = `${isClosed} ${degree} ${ringBonds}`
  const known = own.get(key) ?? { is: 'and', of }
  own.set(key, known)
  return known
}

/** What a molecule with all of these patterns must have at least; they may share atoms. */
function countsOf(patterns: readonly Pattern[]): RequiredCounts {
  const counts = new Uint8Array(countsLength)
  for (const pattern of patterns) {
    const least = countsRequired(pattern)
    for (let i = 0; i < countsLength; i++) if (least[i]! > counts[i]!) counts[i] = least[i]!
  }
  return new RequiredCounts(counts)
}
