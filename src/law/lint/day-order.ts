import type { RecordProblem } from '../records/bad-record.js'
import type { Records } from '../records/records.js'
import { fileOf, type Check } from './record-check.js'

type Span = { readonly from: string | null; readonly until: string | null }

export const daysAreOrdered: Check = {
  id: 'days',
  reads: 'every span ends after it starts, and no act takes effect before it is published',
  run: disorder,
}

function disorder(records: Records): RecordProblem[] {
  const problems: RecordProblem[] = []
  const spans = (all: readonly Span[], file: string, field: string) =>
    all.forEach((s, i) => {
      if (s.from !== null && s.until !== null && s.from >= s.until)
        problems.push({ file, field: `${field}[${i}].until`, found: s.until, expected: `a day after ${s.from}` })
    })
  for (const j of records.jurisdictions) {
    const own = fileOf(records, `jurisdiction:${j.jurisdiction.code}`)
    spans(j.jurisdiction.gaps, own, 'gaps')
    spans(j.jurisdiction.exceptions, own, 'exceptions')
    const acts = fileOf(records, `instruments:${j.jurisdiction.code}`)
    j.instruments.forEach((a, i) => {
      if (a.published !== null && a.effective !== null && a.effective < a.published)
        problems.push({
          file: acts,
          field: `[${i}].effective`,
          found: a.effective,
          expected: `a day not before ${a.published}, when it was published`,
        })
    })
    for (const rule of j.rules)
      spans(
        rule.leaves_out.map((out) => ({ from: out.from ?? null, until: out.until ?? null })),
        fileOf(records, `rule:${rule.id}`),
        'leaves_out',
      )
    for (const list of j.lists) {
      const file = fileOf(records, `list:${list.id}`)
      spans(list.scope, file, 'scope')
      list.entries.forEach((entry, i) => {
        entry.periods.forEach((p, k) => {
          if (p.from !== null && p.in_force_by !== undefined)
            problems.push({
              file,
              field: `entries[${i}].periods[${k}].in_force_by`,
              found: p.in_force_by,
              expected: 'nothing where from is known',
            })
          if (p.in_force_by !== undefined && p.until !== null && p.in_force_by > p.until)
            problems.push({
              file,
              field: `entries[${i}].periods[${k}].in_force_by`,
              found: p.in_force_by,
              expected: `a day before ${p.until}`,
            })
        })
      })
    }
  }
  return problems
}
