import {
  allowedAt,
  everyFieldRead,
  mayHoldFreedOxygen,
  once,
  rulePlanOf,
  type ChangesPlan,
  type ClausePlan,
  type RulePlan,
  type ScaffoldPlan,
  type SitePlan,
  type Terms,
} from '../../rules/index.js'
import type { Rule } from '../../law/index.js'
import { GroupTest, testsOf } from './group-test.js'
import { remembered } from '../../remembered.js'

export interface ExactRule {
  readonly scaffolds: readonly ExactScaffold[]
  readonly readings: RulePlan['readings']
  readonly conditions: readonly ExactCondition[]
  readonly mostMass: number
  readonly openWords: ExactWords | null
  readonly namesTautomers: boolean
}

type Reached = NonNullable<RulePlan['open_words']>['reaches']

export interface ExactWords {
  /** Whether the question is answered so that the rule covers what they reach. */
  readonly isCovered: boolean
  readonly reaches: Reached
  readonly unless: Reached
}

type ExactCondition = Pick<NonNullable<RulePlan['conditions']>[number], 'id' | 'reads' | 'smarts' | 'present'>

export interface ExactScaffold {
  readonly smarts: string
  readonly beforeCleaving: () => string
  readonly atLeast: number
  /** Clauses that a structure meets by having this scaffold. */
  readonly meets: readonly string[]
  readonly reading: string | undefined
  /** Computed on first use, when the pattern has matched something. */
  readonly drawn: () => ExactDrawing
}

/** What may be attached to the atoms of a scaffold. */
export interface ExactDrawing extends ExactChanges {
  /** Bonds in the pattern. */
  readonly bonds: number
  /** For each site, its atoms in the pattern. */
  readonly anchors: ReadonlyMap<ExactSite, readonly number[]>
  /** For each atom of the pattern, all its sites, and those that may hold any number of groups. */
  readonly sitesAt: readonly (readonly ExactSite[])[]
  readonly maniesAt: readonly (readonly ExactSite[])[]
  /** A number for each atom of the pattern, equal for atoms with the same sites. */
  readonly alike: readonly number[]
  /** Sites that must hold a group. */
  readonly ones: readonly ExactSite[]
}

interface ExactChanges {
  readonly clauses: readonly ExactClause[]
  readonly bridges: readonly ExactClause[]
}

/** A clause with the tests of the groups it allows. */
export interface ExactClause {
  readonly id: string
  /** Index among the clauses of the rule. */
  readonly index: number
  readonly allows: readonly GroupTest[]
  /** Whether one of these may be a group from which an ester or ether bond has been cleaved. */
  readonly holdsFreed: () => boolean
  readonly sites: readonly ExactSite[]
  readonly between: NonNullable<ClausePlan['between']>
  readonly counts: boolean
  /** Null if the groups that it allows may occur together in any number and kind. */
  readonly limits: Pick<ClausePlan, 'at_least' | 'at_most' | 'needs' | 'total'> | null
}

export interface ExactSite {
  readonly id: string
  readonly holds: SitePlan['holds']
  readonly parent: GroupTest | null
  /** Clauses other than bridges. */
  readonly clauses: readonly ExactSiteClause[]
  /** Whether it may hold a group from which an ester or ether bond has been cleaved. */
  readonly holdsFreed: () => boolean
}

export interface ExactSiteClause {
  readonly clause: ExactClause
  /** Where the clause places groups on the parent: the parent with those groups. */
  readonly substituted: GroupTest | null
}

const known = new WeakMap<RulePlan, ExactRule>()

/** @param shared terms of the edition */
export function exactRuleOf(rule: Rule, shared: Terms): ExactRule {
  const plan = rulePlanOf(rule, shared)
  return remembered(known, plan, () => exactRule(plan))
}

function exactRule(plan: RulePlan): ExactRule {
  const { scaffolds, changes, readings, at_least, conditions, open_words, mass, names_tautomers, ...left } = plan
  everyFieldRead(left)
  const exact = once(() => exactChanges(changes()))
  return {
    scaffolds: scaffolds.map((scaffold) => exactScaffold(scaffold, at_least, exact)),
    readings,
    conditions: (conditions ?? []).map(({ cite: _, id, reads, smarts, present, ...unread }) => {
      everyFieldRead(unread)
      return { id, reads, smarts, present }
    }),
    mostMass: mass?.max ?? Infinity,
    openWords: open_words ? exactWords(open_words) : null,
    namesTautomers: names_tautomers ?? false,
  }
}

function exactWords(words: NonNullable<RulePlan['open_words']>): ExactWords {
  const { question: _, yes: _yes, same_as: _same, basis: _basis, cite: _cite, choice, reaches, unless, ...left } = words
  everyFieldRead(left)
  return { isCovered: choice === 'covers', reaches, unless: unless ?? [] }
}

type BySite = ReadonlyMap<SitePlan, ExactSite>

function exactScaffold(
  plan: ScaffoldPlan,
  atLeast: number,
  changes: () => ExactChanges & { readonly bySite: BySite },
): ExactScaffold {
  const { id: _, reads: _words, smarts, beforeCleaving, at_least, meets, reading, drawn, ...left } = plan
  everyFieldRead(left)
  return {
    smarts,
    beforeCleaving,
    atLeast: at_least ?? atLeast,
    meets: meets ?? [],
    reading,
    drawn: once(() => {
      const { bonds, anchors, sitesAt, ...unread } = drawn()
      everyFieldRead(unread)
      const { bySite, clauses, bridges } = changes()
      const sites = sitesAt.map((here) => here.map((site) => bySite.get(site)!))
      return {
        clauses,
        bridges,
        bonds,
        anchors: new Map([...anchors].map(([site, atoms]) => [bySite.get(site)!, atoms])),
        sitesAt: sites,
        maniesAt: sites.map((here) => here.filter(({ holds }) => holds === 'many')),
        alike: alikeIn(sitesAt),
        ones: [...anchors]
          .filter(([site, atoms]) => site.holds === 'one' && atoms.length > 0)
          .map(([site]) => bySite.get(site)!),
      }
    }),
  }
}

function alikeIn(sitesAt: readonly (readonly SitePlan[])[]): number[] {
  const keys = sitesAt.map((here) => here.map(({ id }) => id).join())
  return keys.map((key) => keys.indexOf(key))
}

function exactChanges({ sites, clauses, ...left }: ChangesPlan): ExactChanges & { readonly bySite: BySite } {
  everyFieldRead(left)
  const bySite = new Map(sites.map((plan) => [plan, exactSite(plan)]))
  const byClause = new Map(clauses.map((plan, index) => [plan, exactClause(plan, index, bySite)]))
  for (const [plan, { clauses: own }] of bySite)
    for (const { clause, substituted } of plan.clauses)
      own.push({ clause: byClause.get(clause)!, substituted: substituted && GroupTest.of(substituted) })
  return {
    bySite,
    clauses: [...byClause.values()],
    bridges: clauses.filter(({ change }) => change === 'bridge').map((plan) => byClause.get(plan)!),
  }
}

function exactSite(plan: SitePlan): ExactSite & { readonly clauses: ExactSiteClause[] } {
  // Their atoms on a scaffold and their clauses are found per scaffold and per clause.
  const { id, reads: _, on: _atoms, holds, parent, clauses: _ways, ...left } = plan
  everyFieldRead(left)
  return {
    id,
    holds,
    parent: parent && GroupTest.of(parent),
    clauses: [],
    holdsFreed: () => mayHoldFreedOxygen(allowedAt(plan)),
  }
}

function exactClause(plan: ClausePlan, index: number, bySite: BySite): ExactClause {
  const { id, cite: _, reads: _words, change: _way, sites, allows, between, counts, ...others } = plan
  const { at_least, at_most, needs, total, ...left } = others
  everyFieldRead(left)
  return {
    id,
    index,
    allows: testsOf(allows),
    holdsFreed: () => mayHoldFreedOxygen(allows),
    sites: sites.map((site) => bySite.get(site)!),
    between: between ?? 'any atoms',
    counts: counts ?? true,
    limits: [at_least, at_most, needs, total].some((limit) => limit !== undefined) ? others : null,
  }
}
