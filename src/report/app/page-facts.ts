import type { Edition, RulePeriod } from '../../law/index.js'
import { editionRef } from '../run-info.js'

/** What the form needs to know about an edition before it is unpacked. */
export function pageFacts(edition: Edition, version: string) {
  const days = new Map<string, Set<string>>()
  for (const { jurisdiction, lists, rules } of edition.jurisdictions)
    for (const { from, until } of [
      ...lists.flatMap((list) => list.entries.flatMap((entry) => entry.periods)),
      ...rules.flatMap((rule) => rule.periods.filter(isLaw)),
    ])
      for (const day of [from, until])
        if (day !== null) days.set(day, (days.get(day) ?? new Set()).add(jurisdiction.code))
  return {
    version,
    edition: editionRef(edition),
    jurisdictions: edition.jurisdictions.map(({ jurisdiction: { code, name, on_request: why } }) => ({
      code,
      name,
      /** Whether it counts without being chosen. */
      usual: why === undefined,
    })),
    /** Days on which any law changed, in order, each with the jurisdictions concerned. */
    days: [...days].sort(([a], [b]) => (a < b ? -1 : 1)).map(([day, codes]) => [day, [...codes]] as const),
    /** Class rules that can be treated as if in force. */
    proposals: edition.jurisdictions.flatMap(({ jurisdiction, rules }) =>
      rules
        .filter(({ periods }) => periods.some((period) => !isLaw(period)))
        .map(({ id: rule, title }) => ({ id: rule, title, jurisdiction: jurisdiction.code })),
    ),
  }
}

export type PageFacts = ReturnType<typeof pageFacts>

function isLaw({ status }: RulePeriod): boolean {
  return status !== 'proposed'
}
