import type { Instrument } from '../schema/instrument.js'
import type { Period } from '../schema/period.js'

type Links = ReadonlyMap<string, string>

/** The links of instruments, by id. */
export const linksOf = (instruments: readonly Pick<Instrument, 'id' | 'url'>[]): Links =>
  new Map(instruments.flatMap(({ id, url }) => (url === undefined ? [] : [[id, url] as const])))

/** Periods where each without a link has that of its instrument. */
export function withLinks<P extends Period>(periods: readonly P[], links: Links): P[] {
  return periods.map((period) => {
    const url = links.get(period.instrument ?? '')
    if (period.url !== undefined || url === undefined) return period
    const fields = Object.entries(period).flatMap((field) => (field[0] === 'cite' ? [field, ['url', url]] : [field]))
    return Object.fromEntries(fields) as P
  })
}

/** A record as read from JSON, without the links of periods that repeat the link of their instrument. */
export function withoutRepeatedLinks(value: unknown, links: Links): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map((item) => withoutRepeatedLinks(item, links))
  const { url, ...others } = value as Readonly<Record<string, unknown>>
  const repeats = url !== undefined && links.get(String(others['instrument'])) === url
  return Object.fromEntries(
    Object.entries(repeats ? others : value).map(([key, item]) => [key, withoutRepeatedLinks(item, links)]),
  )
}
