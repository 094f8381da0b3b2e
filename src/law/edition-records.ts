import type { Edition } from './edition.js'
import type { Records } from './records.js'
import type { RuleExamples } from './rule.js'

/**
 * The records of an edition, to be searched and shown.
 * @param examples of its rules, by their ids: they stand beside an edition, not in it
 */
export function recordsOf(edition: Edition, examples: Readonly<Record<string, RuleExamples>> = {}): Records {
  return {
    edition,
    substances: edition.substances,
    terms: edition.terms,
    counterIons: [],
    medicines: [],
    jurisdictions: edition.jurisdictions.map((j) => ({
      ...j,
      examples: new Map(j.rules.flatMap(({ id }) => (examples[id] ? [[id, examples[id]] as const] : []))),
    })),
    files: new Map(),
  }
}
