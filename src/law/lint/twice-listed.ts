import type { RecordProblem } from '../records/bad-record.js'
import type { Entry, List } from '../schema/list.js'
import { fileOf, type Check } from './record-check.js'

export const listedOnce: Check = {
  id: 'listed-once',
  reads: 'no list names one substance in two entries on the same day',
  run: (records) =>
    records.jurisdictions.flatMap((j) => j.lists.flatMap((l) => twice(l, fileOf(records, `list:${l.id}`)))),
}

function twice(list: List, file: string): RecordProblem[] {
  const problems: RecordProblem[] = []
  const known = new Map<string, Entry[]>()
  list.entries.forEach((entry, i) => {
    const others = known.get(entry.substance) ?? []
    const other = others.find((o) => o.periods.some((a) => entry.periods.some((b) => meet(a, b))))
    if (other)
      problems.push({
        file,
        field: `entries[${i}].substance`,
        found: entry.substance,
        expected: `a substance not named on the same days by "${other.name_in_law}"`,
      })
    known.set(entry.substance, [...others, entry])
  })
  return problems
}

function meet(
  a: { from: string | null; until: string | null },
  b: { from: string | null; until: string | null },
): boolean {
  return (a.from ?? '0000-00-00') < (b.until ?? '9999-99-99') && (b.from ?? '0000-00-00') < (a.until ?? '9999-99-99')
}
