import type { RecordProblem } from '../records/bad-record.js'
import { countOf, entriesOn, entriesUnder } from '../query/count.js'
import type { Declared } from '../schema/declared-count.js'
import type { Records } from '../records/records.js'
import { fileOf, type Check } from './record-check.js'

export const declaredIsRecorded: Check = {
  id: 'declared',
  reads:
    'the number that an act or authority declares is the number recorded, or the record says how many ' +
    'there are and why',
  run: declaredNumbers,
}

function declaredNumbers(records: Records): RecordProblem[] {
  const problems: RecordProblem[] = []
  const compare = (declared: Declared, found: number, file: string, field: string) => {
    const expected = declared.recorded ?? declared.count
    if (found !== expected)
      problems.push({
        file,
        field,
        found: `${found} ${declared.counts ?? 'substances'} in the records`,
        expected: `${expected}, or "recorded" and "why"`,
      })
    else if (declared.recorded === declared.count)
      problems.push({
        file,
        field: `${field}.recorded`,
        found: String(found),
        expected: 'nothing where it equals count',
      })
  }
  for (const j of records.jurisdictions) {
    const acts = fileOf(records, `instruments:${j.jurisdiction.code}`)
    for (const [i, act] of j.instruments.entries()) {
      // An entry on two lists under one act counts once per list: the law numbers it twice.
      const found = j.lists.flatMap((list) =>
        entriesUnder(list, act.id).map((e) => ({ ...e, entry: `${list.id} ${e.entry ?? e.substance}` })),
      )
      if (act.declared) compare(act.declared, countOf(found, act.declared.counts), acts, `[${i}].declared`)
    }
    for (const list of j.lists) {
      list.declared?.forEach((d, i) =>
        compare(d, countOf(entriesOn(list, d.on), d.counts), fileOf(records, `list:${list.id}`), `declared[${i}]`),
      )
    }
  }
  return problems
}
