import type { Rule, Scaffold, Clause, Site } from '../law/index.js'
import { filled, type Filled } from './every-field.js'
import { type Terms, inOrder, itemPlanOf, type ItemPlan, once } from './item-plan.js'
import { atomText, smartsTokens } from '../engine/index.js'
import { remembered } from '../remembered.js'

/**
 * Fields of a rule that do not describe a structure: how the law cites it, on which days it applies, what it names or
 * excludes. `matching` reads them for every structure, however it was matched.
 */
type OfTheLaw =
  | 'id'
  | 'title'
  | 'brief'
  | 'control'
  | 'code'
  | 'code_from'
  | 'reads'
  | 'parent'
  | 'periods'
  | 'names'
  | 'reference'
  | 'official_words'
  | 'leaves_out'
  | 'limits'
  | 'note'

/**
 * A rule as both the exact matcher and the screen use it: terms, sites and readings are looked up, and what a reading
 * removes from the rule is omitted. All other fields, including new ones, pass through as they are in the schema: see
 * `everyFieldRead`.
 */
export interface RulePlan extends Omit<Rule, OfTheLaw | 'scaffolds' | 'sites' | 'clauses' | 'terms' | 'readings'> {
  readonly scaffolds: readonly ScaffoldPlan[]
  /** Built on first use: for most rules no scaffold occurs in a structure. */
  readonly changes: () => ChangesPlan
  /** In the order of the rule, each with whether the rule covers what depends on it; if not, the question is open. */
  readonly readings: ReadonlyMap<string, { readonly covers: boolean }>
}

const known = new WeakMap<Rule, { readonly shared: Terms; readonly plan: RulePlan }>()

/** @param shared terms of the edition; a law's own definitions override them */
export function rulePlanOf(rule: Rule, shared: Terms): RulePlan {
  const found = known.get(rule)
  if (found?.shared === shared) return found.plan
  const plan = planRule(rule, shared)
  known.set(rule, { shared, plan })
  return plan
}

function planRule({ terms: own, scaffolds, sites, clauses, readings, ...others }: Rule, shared: Terms): RulePlan {
  const uncovered = new Set(readings.filter((r) => r.choice === 'does not cover').map((r) => r.id))
  const isLeft = (reading: string | undefined) => reading === undefined || !uncovered.has(reading)
  const terms = own ? new Map([...shared, ...own.map((term) => [term.id, term] as const)]) : shared
  const changes = once(() => planChanges(terms, sites, clauses, isLeft))
  return {
    ...others,
    readings: new Map(readings.map(({ id, choice }) => [id, { covers: choice === 'covers' }])),
    scaffolds: scaffolds
      .filter(({ reading }) => isLeft(reading))
      .map((scaffold) =>
        planScaffold(filled(scaffold, { at_least: others.at_least, meets: [] }), () => changes().sites),
      ),
    changes,
  }
}

/** With the rule's `at_least` if it has none of its own. */
type FilledScaffold = Filled<Scaffold, 'at_least' | 'meets'>

/** A scaffold with its sites located in the pattern. */
export interface ScaffoldPlan extends FilledScaffold {
  /** Built on first use: most scaffolds match nothing. */
  readonly drawn: () => DrawnScaffold
  /** The pattern as it can occur in an ester or ether of what the rule covers. */
  readonly beforeCleaving: () => string
}

export interface DrawnScaffold {
  readonly bonds: number
  /** For each site, its atoms in the pattern. */
  readonly anchors: ReadonlyMap<SitePlan, readonly number[]>
  /** For each atom of the pattern, the sites there, and those of them that may hold any number of groups. */
  readonly sitesAt: readonly (readonly SitePlan[])[]
  readonly maniesAt: readonly (readonly SitePlan[])[]
  /** A number for each atom of the pattern, equal for atoms with the same sites. */
  readonly alike: readonly number[]
  /** Sites that must hold a group. */
  readonly ones: readonly SitePlan[]
}

function planScaffold(scaffold: FilledScaffold, sites: () => readonly SitePlan[]): ScaffoldPlan {
  return {
    ...scaffold,
    drawn: once(() => drawnOn(scaffold.smarts, sites())),
    beforeCleaving: () => beforeCleaving(scaffold.smarts),
  }
}

function drawnOn(smarts: string, sites: readonly SitePlan[]): DrawnScaffold {
  const { names, bonds } = readScaffold(smarts)
  const anchors = new Map(
    sites.map((site) => [site, site.on.map((name) => names.lastIndexOf(name)).filter((i) => i >= 0)]),
  )
  const sitesAt = names.map((_, atom) => sites.filter((site) => anchors.get(site)!.includes(atom)))
  const maniesAt = sitesAt.map((here) => here.filter(({ holds }) => holds === 'many'))
  const keys = sitesAt.map((here) => here.map(({ id }) => id).join())
  const alike = keys.map((key) => keys.indexOf(key))
  const ones = sites.filter((site) => site.holds === 'one' && anchors.get(site)!.length > 0)
  return { bonds, anchors, sitesAt, maniesAt, alike, ones }
}

interface ScaffoldText {
  /** Map number of each atom in order; null for an atom without one. */
  readonly names: readonly (number | null)[]
  readonly bonds: number
}

const scaffolds = new Map<string, ScaffoldText>()

/** Reads atom names and the number of bonds from a connected SMARTS. Ignores recursive patterns inside an atom. */
export function readScaffold(smarts: string): ScaffoldText {
  return remembered(scaffolds, smarts, () => read(smarts))
}

function read(smarts: string): ScaffoldText {
  const names: (number | null)[] = []
  let ringEnds = 0
  for (const token of smartsTokens(smarts)) {
    if (token.is === 'ring closure') ringEnds++
    else if (token.is === 'atom') names.push(atomText(token.text).name)
  }
  return { names, bonds: names.length - 1 + ringEnds / 2 }
}

/** What a pattern requires of the hydrogens or neighbours of an atom: `H`, `;H1`, `!H0`, `D1,D2`. */
const hydrogens = /[;&]?!?[HD]\d?(?![a-z])(?:,!?[HD]\d?(?![a-z]))*/g

/** An oxygen or nitrogen that must have a hydrogen in the rule may still carry the group to be cleaved. */
function beforeCleaving(smarts: string): string {
  return smarts.replace(/\[(?:[ON]|#[78])[^\]]*\]/g, (atom) => atom.replace(hydrogens, ''))
}

export interface ChangesPlan {
  readonly sites: readonly SitePlan[]
  readonly clauses: readonly ClausePlan[]
  readonly bridges: readonly ClausePlan[]
}

export interface SitePlan extends Omit<Site, 'parent'> {
  readonly parent: ItemPlan | null
  /** Clauses other than bridges. */
  readonly clauses: readonly SiteClause[]
}

interface SiteClause {
  readonly clause: ClausePlan
  /** Where the clause places groups on the parent: the parent with those groups. */
  readonly substituted: ItemPlan | null
}

export interface ClausePlan extends Filled<Omit<Clause, 'sites' | 'with'>, 'between'> {
  /** Among the clauses of the rule. */
  readonly index: number
  readonly sites: readonly SitePlan[]
  /** The groups that it allows; see `inOrder`. */
  readonly allows: readonly ItemPlan[]
}

/** @param isLeft false for a reading under which what depends on it is not part of the rule */
function planChanges(
  terms: Terms,
  sites: readonly Site[],
  clauses: readonly Clause[],
  isLeft: (reading: string | undefined) => boolean,
): ChangesPlan {
  const itemsOf = (clause: Clause) => clause.with.filter((item) => typeof item === 'string' || isLeft(item.reading))
  const sitePlans = sites.map(({ parent, ...site }) => ({
    ...site,
    parent: parent === undefined ? null : itemPlanOf(terms, parent),
    clauses: [] as SiteClause[],
  }))
  const clausePlans = clauses.map((clause, index): ClausePlan => {
    const { sites: on, with: _, ...others } = clause
    const allows = inOrder(itemsOf(clause).map((item) => itemPlanOf(terms, item)))
    const places = sitePlans.filter(({ id }) => on.includes(id))
    return { ...filled(others, { between: 'any atoms' }), index, allows, sites: places }
  })
  sites.forEach(({ id, parent }, i) => {
    clauses.forEach((clause, k) => {
      if (clause.change === 'bridge' || !clause.sites.includes(id)) return
      const substituted =
        clause.change === 'substitute' && parent !== undefined
          ? itemPlanOf(terms, { ...(typeof parent === 'string' ? { term: parent } : parent), further: itemsOf(clause) })
          : null
      sitePlans[i]!.clauses.push({ clause: clausePlans[k]!, substituted })
    })
  })
  return { sites: sitePlans, clauses: clausePlans, bridges: clausePlans.filter(({ change }) => change === 'bridge') }
}

/** What a site allows: its parent, or what some clause puts there. */
export function allowedAt({ parent, clauses }: SitePlan): ItemPlan[] {
  const items = clauses.flatMap(({ clause, substituted }) => (substituted ? [substituted] : clause.allows))
  return [...(parent ? [parent] : []), ...items]
}
