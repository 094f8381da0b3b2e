import type { RecordProblem } from '../records/bad-record.js'
import type { List } from '../schema/list.js'
import { fileOf, type Check } from './record-check.js'

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
