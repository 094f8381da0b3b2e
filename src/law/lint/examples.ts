import type { RecordProblem } from '../records/bad-record.js'
import { fileOf, type Check } from './references.js'

export const rulesHaveExamples: Check = {
  id: 'rule-examples',
  reads: 'each rule has examples, unless it only refers to the law of another jurisdiction',
  run: (records) =>
    records.jurisdictions.flatMap((j) =>
      j.rules.flatMap((rule): RecordProblem[] => {
        // A base edition contributes rules whose files are not here.
        const onlyRefers = rule.reference !== undefined && rule.scaffolds.length === 0
        if (onlyRefers || !records.files.has(`rule:${rule.id}`)) return []
        const { fits = [], misses = [], unsettled = [] } = j.examples.get(rule.id) ?? {}
        if (fits.length + misses.length + unsettled.length > 0) return []
        return [
          {
            file: fileOf(records, `rule:${rule.id}`),
            field: 'examples',
            found: 'none',
            expected: `at least one example in ${rule.id}.examples.json`,
          },
        ]
      }),
    ),
}
