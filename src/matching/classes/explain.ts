import type { GroupHit } from './group-hit.js'
import type { Parts } from './parts.js'
import type { Piece } from './piece.js'
import type { ClausePlan, RulePlan, SiteClause, SitePlan } from './rule-plan.js'
import { firstHit } from './terms.js'

/** How one group is explained: unchanged, or by a clause, on these readings. */
export interface Explanation {
  readonly clause: ClausePlan | null
  readonly hits: readonly GroupHit[]
  readonly readings: readonly string[]
}

const unchanged: Explanation = { clause: null, hits: [], readings: [] }

/** A group at one of these sites: the explanation that depends on the fewest open readings. */
export function explainAt(parts: Parts, rule: RulePlan, piece: Piece, sites: readonly SitePlan[]): Explanation | null {
  return fewestOpen(rule, sites, (site) => {
    const known = piece.explanations.get(site) as Explanation | null | undefined
    if (known !== undefined) return known
    const found = explain(parts, rule, piece, site)
    piece.explanations.set(site, found)
    return found
  })
}

function explain(parts: Parts, rule: RulePlan, piece: Piece, { parent, clauses }: SitePlan): Explanation | null {
  if (parent?.hit(parts, piece)) return unchanged
  return fewestOpen(rule, clauses, (clause) => explainAs(parts, piece, clause))
}

function explainAs(parts: Parts, piece: Piece, { plan, substituted }: SiteClause): Explanation | null {
  if (substituted === null) return explainBy(parts, piece, plan)
  const hit = substituted.hit(parts, piece)
  return hit && { clause: plan, hits: hit.further, readings: hit.readings }
}

/** A group at one of these sites, explained by one of the clauses with these ids. */
export function explainByOneOf(
  parts: Parts,
  rule: RulePlan,
  piece: Piece,
  sites: readonly SitePlan[],
  ids: readonly string[],
): Explanation | null {
  return fewestOpen(
    rule,
    sites.flatMap((site) => site.clauses).filter(({ plan }) => ids.includes(plan.clause.id)),
    (clause) => explainAs(parts, piece, clause),
  )
}

/** A group explained by what a clause allows, wherever it is attached. */
export function explainBy(parts: Parts, piece: Piece, clause: ClausePlan): Explanation | null {
  const hit = firstHit(parts, piece, clause.allows)
  return hit && { clause, hits: [hit], readings: hit.readings }
}

/** The first that depends on the fewest open readings; stops at one that depends on none. */
export function fewestOpen<T>(
  rule: RulePlan,
  ways: readonly T[],
  explained: (way: T) => Explanation | null,
): Explanation | null {
  let best: Explanation | null = null
  let fewest = Infinity
  for (const way of ways) {
    const found = explained(way)
    const open = found ? rule.openIn(found.readings) : Infinity
    if (open < fewest) [best, fewest] = [found, open]
    if (fewest === 0) break
  }
  return best
}
