import { fileOf } from '../records/records.js'
import { fileOfVersion } from '../versions/located.js'
import { check } from '../records/check.js'

export const termsStandOnce = check(
  'terms-once',
  'words that rules of one law share stand once, in the terms of that law',
  {
    *records(records) {
      for (const { jurisdiction, rules, terms = [] } of records.jurisdictions) {
        const known = new Map<string, string>()
        for (const rule of rules) {
          const name = fileOf(records, `rule:${rule.id}`)
          const file = fileOfVersion(name)
          for (const [i, term] of (rule.terms ?? []).entries()) {
            if (terms.includes(term)) continue
            const text = JSON.stringify(term)
            const other = known.get(text) ?? file
            const expected = `one file, ${jurisdiction.code.toLowerCase()}/terms/${term.id}.json`
            if (other !== file) yield { file: name, field: `terms[${i}]`, found: `${term.id} as in ${other}`, expected }
            known.set(text, file)
          }
        }
      }
    },
  },
)
