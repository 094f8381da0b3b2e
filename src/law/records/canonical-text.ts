import type { z } from 'zod'

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
