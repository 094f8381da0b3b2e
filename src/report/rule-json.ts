import type { Rule } from '../law/index.js'

/** What a rule covers, in words. */
export function ruleJson(jurisdiction: string, { id, title, control, code, reads, periods, clauses, readings }: Rule) {
  return {
    id,
    jurisdiction,
    title,
    control,
    code: code ?? null,
    reads: [...reads],
    periods: periods.map((p) => ({
      status: p.status,
      from: p.from,
      until: p.until,
      cite: p.cite,
      url: p.url ?? null,
      unconfirmed: [...(p.unconfirmed ?? [])],
    })),
    clauses: clauses.map((c) => ({ id: c.id, reads: c.reads, cite: c.cite })),
    readings: readings.map((r) => ({ question: r.question, choice: r.choice, basis: r.basis })),
  }
}
