import { rule as ruleSchema, type Rule } from '../schema/rule.js'
import type { Further, Item, Term } from '../schema/term.js'

/** The rule with the shared terms of its law that it uses, directly or through another term, after its own terms. */
export function withSharedTerms(rule: Rule, shared: ReadonlyMap<string, Term>): Rule {
  const own = new Map((rule.terms ?? []).map((t) => [t.id, t]))
  const used = new Map<string, Term>()
  const meet = (item: Item | undefined): void => {
    if (item === undefined) return
    const use = typeof item === 'string' ? { term: item } : item
    meetTerm(use.term)
    if ('except' in use) use.except?.forEach(meetTerm)
    if ('further' in use) meetFurther(use.further)
  }
  const meetFurther = (further: Further | undefined) => {
    if (Array.isArray(further)) further.forEach(meet)
  }
  const meetTerm = (id: string) => {
    const term = shared.get(id)
    if (!term || own.has(id) || used.has(id)) return
    used.set(id, term)
    term.is.forEach((shape) => meetFurther(shape.further))
  }
  for (const site of rule.sites) meet(site.parent)
  for (const clause of rule.clauses) clause.with.forEach(meet)
  for (const term of own.values()) term.is.forEach((shape) => meetFurther(shape.further))
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
