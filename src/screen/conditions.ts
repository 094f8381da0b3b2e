import { statusOn, type Edition, type JurisdictionRecords, type Rule } from '../law/index.js'
import {
  selectedJurisdictions,
  cleavableKindsOf,
  ordinaryRecords,
  type LawIndex,
  type Query,
} from '../matching/index.js'
import { rulePlanOf, type Terms } from '../rules/index.js'
import {
  countsLength,
  patternOf,
  type AtomExpression,
  type Pattern,
  noRing,
  patternRings,
  type RingedBond,
  countsRequired,
  RequiredCounts,
  withTests,
} from '../engine/index.js'
import { relaxedRule, type RelaxedRule } from './relaxed-rule.js'
import { remembered } from '../remembered.js'

/** What a molecule must have so that a rule or a gap can apply to it. */
export interface Condition {
  /** Rule or gap, for statistics. */
  readonly of: string
  readonly by: Rule | null
  /** Null if the pattern could not be parsed: it may then match anything. */
  readonly pattern: Pattern | null
  /** Patterns that every molecule meeting the condition contains; they may share atoms. */
  readonly patterns: readonly Pattern[]
  readonly counts: RequiredCounts
  readonly smarts: string
  readonly bonds: number
  /** Address of what the rule allows at its sites; 0 for a gap or an open question, for which any match counts. */
  readonly allowed: number
}

/** Necessary conditions of every rule and gap that can be met under one of the queries, from the edition alone. */
export function conditionsOf(law: LawIndex, queries: readonly Query[]): Condition[] {
  return askedIn(law, queries).flatMap(({ jurisdiction, rules }) => [
    ...rules.filter((rule) => counts(rule, queries)).flatMap((rule) => ofRule(rule, law.terms)),
    ...jurisdiction.gaps
      .filter((g) => queries.some(({ asOf }) => statusOn(g, asOf) !== 'not in force'))
      .flatMap((gap) => (gap.reaches ?? []).map((reached) => condition(gap.id, reached.smarts))),
  ])
}

/** The jurisdictions of the queries, and those whose law they refer to; references from there are not followed. */
function askedIn(law: LawIndex, queries: readonly Query[]): Edition['jurisdictions'] {
  const asked = new Set(queries.flatMap((query) => selectedJurisdictions(law, query)))
  const referred = new Set([...asked].flatMap(referredBy))
  const own = new Set([...asked].map(({ jurisdiction }) => jurisdiction.code))
  const others = law.edition.jurisdictions.filter(({ jurisdiction: { code } }) => referred.has(code) && !own.has(code))
  return [...asked, ...others.map(ordinaryRecords)]
}

/** Conditions, on an ester or ether as drawn, of the rules that cover those of what they cover. */
export function cleavedConditionsOf(law: LawIndex, queries: readonly Query[]): Condition[] {
  return askedIn(law, queries).flatMap(({ rules }) =>
    rules
      .filter((rule) => counts(rule, queries) && rule.periods.some((p) => cleavableKindsOf(p).length > 0))
      .flatMap((rule) => ofScaffolds(rule, relaxedRule(rulePlanOf(rule, law.terms)), false)),
  )
}

function referredBy({ jurisdiction, rules }: JurisdictionRecords): string[] {
  return [
    ...rules.flatMap((r) => r.reference?.jurisdiction ?? []),
    ...jurisdiction.gaps.flatMap((g) => g.reaches_controlled_in ?? []),
  ]
}

function counts(rule: Rule, queries: readonly Query[]): boolean {
  return queries.some(
    (query) =>
      (query.assume?.includes(rule.id) ?? false) ||
      rule.periods.some((p) => statusOn(p, query.asOf) !== 'not in force'),
  )
}

function ofRule(rule: Rule, terms: Terms): Condition[] {
  const relaxed = relaxedRule(rulePlanOf(rule, terms))
  return [...ofScaffolds(rule, relaxed, true), ...relaxed.reached.map((smarts) => condition(rule.id, smarts, rule))]
}

/** @param isDrawn false if what the whole substance must have may arise only when ester and ether bonds are cleaved */
function ofScaffolds(rule: Rule, { scaffolds, needed }: RelaxedRule, isDrawn: boolean): Condition[] {
  return scaffolds.map((scaffold) => {
    const smarts = isDrawn ? scaffold.smarts : scaffold.beforeCleaving
    const plain = patternOf(smarts)
    if (!plain) return conditionFrom(rule.id, rule, smarts, null, 0, [])
    // Cleaving may have freed any atom.
    const groupsAt = isDrawn ? scaffold.groupsAt : scaffold.groupsAt.map((groups) => groups ?? 0)
    const pattern = onAtomsWithRoom(plain, groupsAt)
    const patterns = isDrawn ? [pattern, ...needed] : [pattern]
    return conditionFrom(rule.id, rule, smarts, pattern, scaffold.at, patterns)
  })
}

/** @param patterns patterns that every molecule meeting the condition contains */
function conditionFrom(
  of: string,
  by: Rule | null,
  smarts: string,
  pattern: Pattern | null,
  allowed: number,
  patterns: readonly Pattern[],
): Condition {
  return { of, by, smarts, bonds: bondsOf(pattern), pattern, allowed, patterns, counts: countsOf(patterns) }
}

function condition(of: string, smarts: string, by: Rule | null = null): Condition {
  const { pattern, patterns } = conditionOf(smarts)
  return conditionFrom(of, by, smarts, pattern, 0, patterns)
}

/** What a molecule must have for a pattern alone. */
export function conditionOf(smarts: string): Pick<Condition, 'pattern' | 'patterns' | 'counts'> {
  const pattern = patternOf(smarts)
  // Its environments are those of the plain pattern, which others share.
  const patterns = pattern ? [pattern] : []
  return { pattern: pattern && onAtomsWithRoom(pattern), patterns, counts: countsOf(patterns) }
}

function bondsOf(pattern: Pattern | null): number {
  return (pattern?.atoms ?? []).reduce((sum, atom) => sum + atom.back.length, 0)
}

/**
 * The pattern restricted to atoms that have room for the groups that the rule requires there in addition to the drawn
 * neighbours, and to ring atoms with the drawn ring bonds.
 * @param groupsAt for each atom the number of groups that it must have; null if it can have none. If it is missing, no
 *   group is required
 */
function onAtomsWithRoom(pattern: Pattern, groupsAt?: readonly (number | null)[]): Pattern {
  const drawn = patternRings(pattern)
  const inRings = drawn.filter(({ ring }) => ring < noRing)
  const at = (bonds: readonly RingedBond[], atom: number) => bonds.filter(({ a, b }) => a === atom || b === atom).length
  return withTests(pattern, (test, i) => {
    const groups = groupsAt?.[i]
    return withRoom(test, groups === null, at(drawn, i) + (groups ?? 0), at(inRings, i))
  })
}

const roomy = new WeakMap<AtomExpression, Map<string, AtomExpression>>()

/** The predicate with the requirements for neighbours and rings, created once: what is derived is cached with it. */
function withRoom(test: AtomExpression, isClosed: boolean, degree: number, ringBonds: number): AtomExpression {
  const of: AtomExpression[] = [test]
  if (isClosed) of.push({ is: 'degree', n: degree })
  else if (degree > 1) of.push({ is: 'degree at least', n: degree })
  if (ringBonds > 0) of.push({ is: 'ring bonds at least', n: ringBonds })
  if (of.length === 1) return test
  let own = roomy.get(test)
  if (!own) roomy.set(test, (own = new Map()))
  const key = `${isClosed} ${degree} ${ringBonds}`
  return remembered(own, key, () => ({ is: 'and', of }))
}

/** The minimum counts of a molecule that contains all of these patterns; they may share atoms. */
function countsOf(patterns: readonly Pattern[]): RequiredCounts {
  const counts = new Uint8Array(countsLength)
  for (const pattern of patterns)
    countsRequired(pattern).forEach((least, i) => {
      counts[i] = Math.max(counts[i]!, least)
    })
  return new RequiredCounts(counts)
}
