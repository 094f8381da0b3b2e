import type { RecordProblem } from '../records/bad-record.js'
import type { Records } from '../records/records.js'
import { fileOf, type Check } from './record-check.js'

export const lawTermsFit: Check = {
  id: 'law-terms',
  reads: 'a term of one law is used by a rule of that law, and has another id than the terms of all laws',
  run: unfit,
}

/** One id with two meanings would change the rules of a law that use the shared term. */
function unfit(records: Records): RecordProblem[] {
  const shared = new Set(records.terms.map((t) => t.id))
  return records.jurisdictions.flatMap(({ jurisdiction, rules, terms = [] }) =>
    terms.flatMap((term): RecordProblem[] => {
      const file = fileOf(records, `term:${jurisdiction.code}:${term.id}`)
      if (shared.has(term.id))
        return [{ file, field: 'id', found: term.id, expected: `an id of its own; terms/${term.id}.json has this one` }]
      if (rules.some((rule) => rule.terms?.includes(term))) return []
      return [
        { file, field: 'id', found: 'no rule that uses it', expected: `a rule of ${jurisdiction.code} that does` },
      ]
    }),
  )
}
