import { rule as ruleSchema, type Rule } from '../schema/rule.js'
import { usesIn, usesOf, type Term } from '../schema/term.js'

/** The rule with the shared terms of its law that it uses, directly or through another term, after its own terms. */
export function withSharedTerms(rule: Rule, shared: ReadonlyMap<string, Term>): Rule {
  const own = new Map((rule.terms ?? []).map((t) => [t.id, t]))
  const used = new Map<string, Term>()
  const meet = (uses: ReturnType<typeof usesIn>) => {
    for (const [{ term: id }] of uses) {
      const term = shared.get(id)
      if (!term || own.has(id) || used.has(id)) continue
      used.set(id, term)
      for (const shape of term.is) meet(usesOf(shape.further))
    }
  }
  for (const { parent } of rule.sites) if (parent !== undefined) meet(usesIn(parent))
  for (const item of rule.clauses.flatMap((clause) => clause.with)) meet(usesIn(item))
  for (const shape of [...own.values()].flatMap((term) => term.is)) meet(usesOf(shape.further))
  if (used.size === 0) return rule
  const added = [...used.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
  const whole = { ...rule, terms: [...own.values(), ...added] }
  const keys = Object.keys(ruleSchema.shape) as (keyof Rule)[]
  return Object.fromEntries(keys.filter((key) => key in whole).map((key) => [key, whole[key]])) as unknown as Rule
}

/** Terms, beyond the shared ones, that all rules of a law define identically: user rules may use them. */
export function termsOf(rules: readonly Rule[], ofAllLaws: readonly Term[]): Map<string, Term> {
  const found = new Map<string, Term>()
  const differ = new Set(ofAllLaws.map((t) => t.id))
  for (const term of rules.flatMap((r) => r.terms ?? [])) {
    const other = found.get(term.id)
    if (other && JSON.stringify(other) !== JSON.stringify(term)) differ.add(term.id)
    found.set(term.id, term)
  }
  for (const id of differ) found.delete(id)
  return found
}
