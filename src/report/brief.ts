import type { LawIndex } from '../matching/index.js'
import type { Statement } from './statement.js'

/** Characters of a short name or citation. */
const most = 28

/** The short name and citation of what decides, from its record; null where it has none. */
export function briefOf({ edition }: LawIndex, { law, record, cite }: Statement) {
  if (record === null) return null
  const found = edition.jurisdictions.find(({ jurisdiction: { code } }) => code === law)
  const list = found?.lists.find(({ id }) => id === record.id)
  if (list) return list.brief ? { name: list.brief.name, cite: filled(list.brief.cite, record.entry) } : null
  const rule = found?.rules.find(({ id }) => id === record.id)
  if (!rule?.brief) return null
  // An earlier instrument of the same rule has another citation.
  return { name: rule.brief.name, cite: rule.periods.at(-1)?.cite === cite ? rule.brief.cite : null }
}

/** A citation with the number of the entry where it has one and all fits. */
export function filled(cite: string, entry: string | null): string {
  const short = cite.replace(/\[[^|]*\|([^\]]*)\]/, '$1')
  if (entry === null) return short
  const whole = cite.replace(/\[([^|]*)\|[^\]]*\]/, '$1').replace('{entry}', entry)
  return whole.length <= most ? whole : short
}
