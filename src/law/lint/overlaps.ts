import type { RecordProblem } from '../records/bad-record.js'
import type { List } from '../schema/list.js'
import type { Period } from '../schema/period.js'
import { fileOf, type Check } from './record-check.js'

export const periodsDoNotOverlap: Check = {
  id: 'overlaps',
  reads: 'the periods of one entry, and the scope sentences of one list, are in order and do not overlap',
  run: (records) =>
    records.jurisdictions.flatMap((j) => j.lists.flatMap((l) => overlaps(l, fileOf(records, `list:${l.id}`)))),
}

function overlaps(list: List, file: string): RecordProblem[] {
  const days = (p: Pick<Period, 'from' | 'until'>) => [p.from ?? '0000-00-00', p.until ?? '9999-99-99'] as const
  const problems: RecordProblem[] = []
  const check = (spans: readonly Pick<Period, 'from' | 'until'>[], field: string) => {
    for (let i = 1; i < spans.length; i++) {
      const [, before] = days(spans[i - 1]!)
      const [start] = days(spans[i]!)
      if (start < before)
        problems.push({
          file,
          field: `${field}[${i}].from`,
          found: start,
          expected: `a day not before ${before}, when the period before it ends`,
        })
    }
  }
  list.entries.forEach((entry, i) => check(entry.periods, `entries[${i}].periods`))
  check(list.scope, 'scope')
  return problems
}
