import type { Clause, Rule, Scaffold, Site } from '../../law/index.js'
import { readScaffold, withoutHydroxy, type ScaffoldText } from './scaffold.js'
import { GroupTest, testsOf, type Terms } from './terms.js'

/** A clause with the tests of the groups it allows. */
export interface ClausePlan {
  readonly clause: Clause
  /** Place among the clauses of the rule. */
  readonly index: number
  readonly allows: readonly GroupTest[]
  readonly sites: readonly SitePlan[]
  /** False where any number and kind of groups that it allows may come together. */
  readonly limited: boolean
}

export interface SitePlan {
  readonly site: Site
  readonly parent: GroupTest | null
  /** Clauses other than bridges. */
  readonly clauses: readonly SiteClause[]
}

export interface SiteClause {
  readonly plan: ClausePlan
  /** Where the clause puts groups on the parent: the parent with them. */
  readonly substituted: GroupTest | null
}

export interface ScaffoldPlan {
  readonly scaffold: Scaffold
  /** As it can occur in an ester or ether of what the rule covers. */
  readonly withoutHydroxy: string
  readonly text: ScaffoldText
  readonly atLeast: number
  /** For each site, its atoms in the pattern. */
  readonly anchors: ReadonlyMap<SitePlan, readonly number[]>
  /** For each atom of the pattern, the sites there, and those of them that hold any number of groups. */
  readonly sitesAt: readonly (readonly SitePlan[])[]
  /** For each atom of the pattern a number, equal for atoms with the same sites. */
  readonly alike: readonly number[]
  readonly maniesAt: readonly (readonly SitePlan[])[]
  /** Sites that must hold a group. */
  readonly ones: readonly SitePlan[]
}

/** A rule made ready to be read against structures: everything that its words settle by themselves. */
export class RulePlan {
  readonly clauses: readonly ClausePlan[]
  readonly bridges: readonly ClausePlan[]
  readonly scaffolds: readonly ScaffoldPlan[]
  /** Readings on which the rule covers; any other is open. */
  readonly #settled: ReadonlySet<string>

  private constructor(
    readonly rule: Rule,
    readonly shared: Terms,
  ) {
    const terms = rule.terms ? new Map([...shared, ...rule.terms.map((term) => [term.id, term] as const)]) : shared
    const uncovered = new Set(rule.readings.filter((r) => r.choice === 'does not cover').map((r) => r.id))
    const allowed = ({ with: items }: Clause) =>
      items.filter((item) => typeof item === 'string' || item.reading === undefined || !uncovered.has(item.reading))
    this.#settled = new Set(rule.readings.filter((r) => r.choice === 'covers').map((r) => r.id))
    const sites = rule.sites.map((site) => ({
      site,
      parent: site.parent === undefined ? null : GroupTest.of(terms, site.parent),
      clauses: [] as SiteClause[],
    }))
    this.clauses = rule.clauses.map((clause, index) => ({
      clause,
      index,
      allows: testsOf(terms, allowed(clause)),
      sites: sites.filter(({ site }) => clause.sites.includes(site.id)),
      limited: isLimited(clause),
    }))
    for (const plan of this.clauses) {
      const { clause } = plan
      if (clause.change === 'bridge') continue
      for (const { site, clauses } of plan.sites as typeof sites)
        clauses.push({
          plan,
          substituted:
            clause.change === 'substitute' && site.parent !== undefined
              ? GroupTest.of(terms, site.parent, allowed(clause))
              : null,
        })
    }
    this.bridges = this.clauses.filter(({ clause }) => clause.change === 'bridge')
    this.scaffolds = rule.scaffolds
      .filter(({ reading }) => reading === undefined || !uncovered.has(reading))
      .map((scaffold) => planScaffold(rule, scaffold, sites))
  }

  /** @param shared terms of the edition; a law's own definitions take their place */
  static of(rule: Rule, shared: Terms): RulePlan {
    const found = known.get(rule)
    if (found && found.shared === shared) return found
    const made = new RulePlan(rule, shared)
    known.set(rule, made)
    return made
  }

  /** How many of some readings are open. */
  openIn(readings: readonly string[]): number {
    let open = 0
    for (const id of readings) if (!this.#settled.has(id)) open++
    return open
  }
}

const known = new WeakMap<Rule, RulePlan>()

function isLimited({ at_least, at_most, needs, total }: Clause): boolean {
  return at_least !== undefined || at_most !== undefined || needs !== undefined || total !== undefined
}

function alikeIn(sitesAt: readonly (readonly SitePlan[])[]): number[] {
  const keys = sitesAt.map((here) => here.map(({ site }) => site.id).join())
  return keys.map((key) => keys.indexOf(key))
}

function planScaffold(rule: Rule, scaffold: Scaffold, sites: readonly SitePlan[]): ScaffoldPlan {
  const text = readScaffold(scaffold.smarts)
  const anchors = new Map(
    sites.map((plan) => [plan, plan.site.on.map((name) => text.names.lastIndexOf(name)).filter((i) => i >= 0)]),
  )
  const sitesAt = text.names.map((_, atom) => sites.filter((plan) => anchors.get(plan)!.includes(atom)))
  return {
    scaffold,
    withoutHydroxy: withoutHydroxy(scaffold.smarts),
    text,
    atLeast: scaffold.at_least ?? rule.at_least,
    anchors,
    sitesAt,
    alike: alikeIn(sitesAt),
    maniesAt: sitesAt.map((here) => here.filter(({ site }) => site.holds === 'many')),
    ones: sites.filter((plan) => plan.site.holds === 'one' && anchors.get(plan)!.length > 0),
  }
}
