import type { RecordProblem } from '../records/bad-record.js'
import type { Records } from '../records/records.js'
import { fileOf, type Check } from './record-check.js'

export const codesFollowOnEachOther: Check = {
  id: 'codes',
  reads: 'former codes of an entry follow on each other and end with its present code',
  run: (records) =>
    records.jurisdictions.flatMap(({ lists }) =>
      lists.flatMap((list) => wrongCodes(list, fileOf(records, `list:${list.id}`))),
    ),
}

function wrongCodes(list: Records['jurisdictions'][number]['lists'][number], file: string): RecordProblem[] {
  const problems: RecordProblem[] = []
  list.entries.forEach(({ code, former_codes: former = [] }, i) => {
    if (former.length > 0 && code === undefined)
      problems.push({
        file,
        field: `entries[${i}].code`,
        found: 'nothing',
        expected: 'the code after its former codes',
      })
    former.forEach((f, k) => {
      const field = `entries[${i}].former_codes[${k}]`
      const next = former[k + 1]
      if (f.code === (next?.code ?? code))
        problems.push({
          file,
          field: `${field}.code`,
          found: f.code,
          expected: 'another code than the one that follows it',
        })
      if (next && next.until <= f.until)
        problems.push({
          file,
          field: `entries[${i}].former_codes[${k + 1}].until`,
          found: next.until,
          expected: `a day after ${f.until}`,
        })
    })
  })
  return problems
}
