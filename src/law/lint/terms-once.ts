import type { RecordProblem } from '../records/bad-record.js'
import type { Records } from '../records/records.js'
import { fileOfVersion } from '../versions/located.js'
import { fileOf, type Check } from './references.js'

export const termsStandOnce: Check = {
  id: 'terms-once',
  reads: 'words that rules of one law share stand once, in the terms of that law',
  run: (records) => records.jurisdictions.flatMap((j) => repeated(j, records)),
}

function repeated({ jurisdiction, rules, terms = [] }: Records['jurisdictions'][number], records: Records) {
  const problems: RecordProblem[] = []
  const known = new Map<string, string>()
  const shared = new Set(terms)
  for (const rule of rules) {
    const name = fileOf(records, `rule:${rule.id}`)
    const file = fileOfVersion(name)
    rule.terms?.forEach((term, i) => {
      if (shared.has(term)) return
      const text = JSON.stringify(term)
      const other = known.get(text)
      if (other !== undefined && other !== file)
        problems.push({
          file: name,
          field: `terms[${i}]`,
          found: `${term.id} as in ${other}`,
          expected: `one file, ${jurisdiction.code.toLowerCase()}/terms/${term.id}.json`,
        })
      known.set(text, file)
    })
  }
  return problems
}
