import { printable } from '../controls.js'
import { indented, widthOf } from '../text/wrap.js'
import type { Impact } from '../draft-report.js'
import { coversText, openMedicines, othersOf } from './impact-tables.js'
import { changeWords, impactWords as w } from './impact-words.js'

/** The numbers of a report, a line for each. */
export function impactBrief(impact: Impact, columns: number): string {
  const { draft, run, sets, reach, collateral, time } = impact
  const lines: string[] = []
  const say = (text: string) => lines.push(...indented(printable(text), widthOf(columns), '', '  '))
  say(w.head(draft.id, draft.jurisdiction, run.asOf, run.query.positions))
  say(coversText(impact))
  if (reach.clauses.length > 0) say(w.brief.clauses(reach.clauses.map((c) => `${c.id} ${w.count(c.onlyBy.length)}`)))
  for (const set of sets.slice(1)) say(`${w.set(set)}: ${w.share(set)}`)
  const { medicines, exclusions } = collateral
  say(`${w.uncontrolled(medicines.length, draft.jurisdiction)} ${medicines.join(', ')}`.trim())
  const [best] = exclusions
  if (best) say(w.brief.best(changeWords(best.change), best.frees.length, medicines.length, best.loses.length))
  const open = openMedicines(sets)
  if (open.length > 0) say(w.undecidedMedicines(open.join(', ')))
  if (time.raced.length > 0) say(w.brief.time(time.raced.length, time.medianList!, time.medianDraft!, time.medianWon!))
  for (const { rules, file } of othersOf(impact))
    for (const rule of rules) say(`${file === null ? '' : `${file}: `}${w.brief.other(rule)}`)
  return lines.map((line) => `${line}\n`).join('')
}

/** One JSON object with all that a report says. */
export function impactJson({ run, ...impact }: Impact): string {
  const { tool, edition, asOf, query } = run
  return `${JSON.stringify({ tool, edition, asOf, query, ...impact })}\n`
}
