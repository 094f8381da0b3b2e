import type { RecordProblem } from '../records/bad-record.js'
import type { List, Entry } from '../schema/list.js'
import { fileOf, type Check } from './references.js'

export const scopeCoversPeriods: Check = {
  id: 'scope',
  reads: 'on every day of a period without its own salt and isomer words, a scope sentence of its list is in force',
  run: (records) =>
    records.jurisdictions.flatMap((j) => j.lists.flatMap((l) => bare(l, fileOf(records, `list:${l.id}`)))),
}

/** Without a scope sentence the salts and isomers of an entry would be missed: a false "uncontrolled". */
function bare(list: List, file: string): RecordProblem[] {
  const problems: RecordProblem[] = []
  list.entries.forEach((entry, i) =>
    entry.periods.forEach((p, k) => {
      if (p.extends_to !== undefined) return
      const until = p.until ?? '9999-99-99'
      let at = p.from ?? '0000-00-00'
      for (const s of list.scope)
        if ((s.from ?? '0000-00-00') <= at && (s.until ?? '9999-99-99') > at) at = s.until ?? '9999-99-99'
      if (at < until)
        problems.push({
          file,
          field: `entries[${i}].periods[${k}]`,
          found: `no scope sentence on ${at}`,
          expected: 'extends_to, or a scope sentence of the list for every day of the period',
        })
    }),
  )
  return problems
}

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
