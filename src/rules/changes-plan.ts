import type { Clause, Site } from '../law/index.js'
import { itemPlanOf, type ItemPlan, type Terms } from './item-plan.js'

/** How a substance may differ from the parent. */
export interface ChangesPlan {
  readonly sites: readonly SitePlan[]
  readonly clauses: readonly ClausePlan[]
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

export interface ClausePlan extends Omit<Clause, 'sites' | 'with'> {
  readonly sites: readonly SitePlan[]
  /** The groups that it allows. */
  readonly allows: readonly ItemPlan[]
}

/** @param isLeft false for a reading under which what depends on it is not part of the rule */
export function planChanges(
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
  const clausePlans = clauses.map((clause): ClausePlan => {
    const { sites: on, with: _, ...others } = clause
    const allows = itemsOf(clause).map((item) => itemPlanOf(terms, item))
    return { ...others, allows, sites: sitePlans.filter(({ id }) => on.includes(id)) }
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
  return { sites: sitePlans, clauses: clausePlans }
}

/** What a site allows: its parent, or what some clause puts there. */
export function allowedAt({ parent, clauses }: SitePlan): ItemPlan[] {
  const items = clauses.flatMap(({ clause, substituted }) => (substituted ? [substituted] : clause.allows))
  return [...(parent ? [parent] : []), ...items]
}
