import type { Clause, Item, Rule } from '../law/index.js'
import type { DraftChange } from '../report/index.js'

/** A draft without one of its clauses and whatever depends on it. */
export function withoutClause(rule: Rule, id: string): Rule {
  const clauses = rule.clauses.flatMap((clause): Clause[] => {
    if (clause.id === id) return []
    if (!clause.needs?.includes(id)) return [clause]
    const needs = clause.needs.filter((other) => other !== id)
    return needs.length === 0 ? [] : [{ ...clause, needs }]
  })
  const kept = new Set(clauses.map((c) => c.id))
  return {
    ...rule,
    clauses,
    scaffolds: rule.scaffolds.flatMap(({ meets, ...scaffold }) => {
      const met = meets?.filter((other) => kept.has(other)) ?? []
      // A scaffold that exists only for this clause is removed too.
      if (meets !== undefined && met.length === 0) return []
      return [met.length > 0 ? { ...scaffold, meets: met } : scaffold]
    }),
  }
}

/** A draft with one change applied. */
export function changed(rule: Rule, change: Exclude<DraftChange, { kind: 'by name' }>): Rule {
  const clause = (id: string, make: (clause: Clause) => Clause): Rule => ({
    ...rule,
    clauses: rule.clauses.map((c) => (c.id === id ? make(c) : c)),
  })
  switch (change.kind) {
    case 'carbons':
      return clause(change.clause, (c) => ({
        ...c,
        total: { ...c.total, carbons: { ...c.total?.carbons, max: change.max } },
      }))
    case 'one group':
      return clause(change.clause, (c) => ({ ...c, at_most: 1 }))
    case 'no further substitution':
      return clause(change.clause, (c) => ({ ...c, with: c.with.map(bare) }))
    case 'mass':
      return { ...rule, mass: { max: change.max } }
    case 'without clause':
      return withoutClause(rule, change.clause)
  }
}

function bare(item: Item): Item {
  return typeof item === 'string' ? { term: item, further: 'none' } : { ...item, further: 'none' }
}
