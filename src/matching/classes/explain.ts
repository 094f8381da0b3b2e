import type { GroupHit, Substituent } from './substituent.js'
import type { MoleculeCache } from './molecule-cache.js'
import type { ExactClause, ExactRule, ExactSite } from './exact-rule.js'
import { firstHit, hitOf } from './group-test.js'

/** How one group is explained: left unchanged, or allowed by a clause, and on which readings. */
export interface Explanation {
  readonly clause: ExactClause | null
  readonly hits: readonly GroupHit[]
  readonly readings: readonly string[]
}

const unchanged: Explanation = { clause: null, hits: [], readings: [] }

/** A group at one of these sites: the explanation that depends on the fewest open readings. */
export function explainAt(
  cache: MoleculeCache,
  rule: ExactRule,
  substituent: Substituent,
  sites: readonly ExactSite[],
): Explanation | null {
  return fewestOpen(rule, sites, (site) => {
    const known = substituent.explanations.get(site) as Explanation | null | undefined
    if (known !== undefined) return known
    const found = explain(cache, rule, substituent, site)
    substituent.explanations.set(site, found)
    return found
  })
}

function explain(
  cache: MoleculeCache,
  rule: ExactRule,
  substituent: Substituent,
  { parent, clauses }: ExactSite,
): Explanation | null {
  if (parent && hitOf(cache, substituent, parent)) return unchanged
  return fewestOpen(rule, clauses, (clause) => explainAs(cache, substituent, clause))
}

function explainAs(
  cache: MoleculeCache,
  substituent: Substituent,
  { clause, substituted }: ExactSite['clauses'][number],
): Explanation | null {
  if (substituted === null) return explainBy(cache, substituent, clause)
  const hit = hitOf(cache, substituent, substituted)
  return hit && { clause, hits: hit.further, readings: hit.readings }
}

/** A group at one of these sites, explained by one of the clauses with these ids. */
export function explainByOneOf(
  cache: MoleculeCache,
  rule: ExactRule,
  substituent: Substituent,
  sites: readonly ExactSite[],
  ids: readonly string[],
): Explanation | null {
  return fewestOpen(
    rule,
    sites.flatMap((site) => site.clauses).filter(({ clause }) => ids.includes(clause.id)),
    (clause) => explainAs(cache, substituent, clause),
  )
}

/** A group explained by what a clause allows, wherever it is attached. */
export function explainBy(cache: MoleculeCache, substituent: Substituent, clause: ExactClause): Explanation | null {
  const hit = firstHit(cache, substituent, clause.allows)
  return hit && { clause, hits: [hit], readings: hit.readings }
}

/** The first that depends on the fewest open readings; stops at one that depends on none. */
export function fewestOpen<T>(
  rule: ExactRule,
  ways: readonly T[],
  explained: (way: T) => Explanation | null,
): Explanation | null {
  let best: Explanation | null = null
  let fewest = Infinity
  for (const way of ways) {
    const found = explained(way)
    const open = found ? openIn(rule, found.readings) : Infinity
    if (open < fewest) [best, fewest] = [found, open]
    if (fewest === 0) break
  }
  return best
}

/** How many of these readings are open; on the others the rule applies. */
export function openIn({ readings }: ExactRule, used: readonly string[]): number {
  let open = 0
  for (const id of used) if (!readings.get(id)?.covers) open++
  return open
}
