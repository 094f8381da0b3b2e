import type { DraftFacts, SetImpact } from '../../draft-report.js'
import { doubtRows } from '../../impact/doubt-rows.js'
import { named } from '../../impact/impact-tables.js'
import { impactWords as w } from '../../impact/impact-words.js'
import { html, type Html } from '../../markup.js'
import { plainTable } from './plain-table.js'

/** How many structures of each set are undecided, and which question decides how many. */
export function doubtHtml(
  sets: readonly SetImpact[],
  readings: DraftFacts['readings'],
  undecided: (count: number, total: number, set: string) => string,
): Html {
  const rows = doubtRows(sets, readings)
  const some = sets.filter((s) => s.counts.undecided > 0)
  const open = sets.flatMap((s) => (s.kind === 'medicines' ? s.undecided.map((u) => u.name) : []))
  return html`${some.length === 0 ? html`<p>${w.noDoubt}</p>` : html`<ul>${some.map((s) => html`<li>${undecided(s.counts.undecided, s.total, w.set(s))}</li>`)}</ul>`}${open.length > 0 ? html`<p>${w.undecidedMedicines(named(open, 60))}</p>` : null}${rows.length > 0 ? plainTable([w.reading, w.choice, w.some, w.aloneDoubt, w.rests], rows) : null}`
}
