import type { Edition } from './edition.js'
import type { Records } from '../records/records.js'
import type { RuleExamples } from '../schema/rule.js'

/**
 * The records of an edition, for search and display.
 * @param examples of its rules, by rule id: they are stored separately from an edition
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
