import type { Rule, Term } from '../../../law/index.js'

/** Every term that a version uses, directly or within another term, by id; different meanings are separate. */
export function termsUsed(rules: readonly Rule[], sharedTerms: readonly Term[]): Term[] {
  const used = new Map<string, Term>()
  for (const rule of rules) {
    const terms = new Map([...sharedTerms, ...(rule.terms ?? [])].map((t) => [t.id, t]))
    const add = (value: unknown) => {
      for (const [, word] of JSON.stringify(value).matchAll(/"([a-z0-9-]+)"/g)) {
        const term = terms.get(word!)
        if (!term || used.has(`${term.id}: ${term.reads}`)) continue
        used.set(`${term.id}: ${term.reads}`, term)
        add(term.is.map((shape) => shape.further ?? null))
      }
    }
    add([rule.sites.map((s) => s.parent ?? null), rule.clauses.map((c) => c.with)])
  }
  return [...used.values()].sort((a, b) => (a.id < b.id ? -1 : Number(a.id > b.id)))
}
