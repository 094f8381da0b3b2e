import type { Instrument, Period } from '../schema/list.js'
import type { z } from 'zod'

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

type Def = {
  readonly type: string
  readonly innerType?: z.ZodType
  readonly element?: z.ZodType
  readonly options?: readonly z.ZodType[]
  readonly getter?: () => z.ZodType
  readonly shape?: Readonly<Record<string, z.ZodType>>
}

/** A record as stored on disk: keys in the order of its schema, two-space indentation, one final newline. */
export function canonicalText(schema: z.ZodType, value: unknown): string {
  return `${JSON.stringify(inOrder(schema, value), null, 2)}\n`
}

function inOrder(schema: z.ZodType, value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  const def = schema.def as unknown as Def
  switch (def.type) {
    case 'object': {
      const known = Object.keys(def.shape!).filter((key) => key in value)
      const others = Object.keys(value).filter((key) => !(key in def.shape!))
      const at = value as Readonly<Record<string, unknown>>
      return Object.fromEntries(
        [...known, ...others].map((key) => [key, key in def.shape! ? inOrder(def.shape![key]!, at[key]) : at[key]]),
      )
    }
    case 'array':
      return Array.isArray(value) ? value.map((item) => inOrder(def.element!, item)) : value
    case 'union': {
      const option = def.options!.find((o) => o.safeParse(value).success)
      return option ? inOrder(option, value) : value
    }
    case 'lazy':
      return inOrder(def.getter!(), value)
    default:
      return def.innerType ? inOrder(def.innerType, value) : value
  }
}
