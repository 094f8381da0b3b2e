import { BadRecord } from '../records/bad-record.js'
import { namesVersion } from '../schema/version-span.js'
import { Places } from '../records/version-places.js'

type Fields = Readonly<Record<string, unknown>>

/**
 * The value for one version, from a value that holds all versions: list elements whose `from` and `until` exclude it
 * are removed, and so are these two fields. An element with nothing left but its `text` or its `term` becomes that
 * value.
 * @throws {BadRecord} for an invalid span
 */
export function partsOf(value: unknown, order: readonly string[], version: string, file: string) {
  const places = new Places()
  const at = order.indexOf(version)
  return { value: partOf(value, '', ''), places }

  function partOf(value: unknown, field: string, inFile: string): unknown {
    if (Array.isArray(value)) return listOf(value, field, inFile)
    if (typeof value !== 'object' || value === null) return value
    const below = (key: string, of: string) => (of === '' ? key : `${of}.${key}`)
    return Object.fromEntries(
      Object.entries(value)
        .filter(([key, v]) => Array.isArray(v) || holds(v, below(key, inFile)))
        .map(([key, v]) => [key, fieldOf(v, below(key, field), below(key, inFile))]),
    )
  }

  function fieldOf(value: unknown, field: string, inFile: string): unknown {
    if (!isVarying(value)) return partOf(withoutSpan(value), field, inFile)
    const held = value.flatMap((one, i) => (holds(one, `${inFile}[${i}]`) ? [i] : []))
    if (held.length !== 1)
      throw new BadRecord([
        { file, field: inFile, found: `${held.length} values in version ${version}`, expected: 'one in each version' },
      ])
    const own = `${inFile}[${held[0]}].value`
    places.add(field, own)
    return partOf(value[held[0]!]!.value, field, own)
  }

  function listOf(values: readonly unknown[], field: string, inFile: string): unknown[] {
    const held: unknown[] = []
    values.forEach((value, i) => {
      const own = `${inFile}[${i}]`
      if (!holds(value, own)) return
      const here = `${field}[${held.length}]`
      places.add(here, own)
      held.push(partOf(withoutSpan(value), here, own))
    })
    return held
  }

  function holds(value: unknown, field: string): boolean {
    if (typeof value !== 'object' || value === null) return true
    const { from, until } = value as Fields
    const first = namesVersion(from) ? placeOf(from, `${field}.from`) : 0
    const end = namesVersion(until) ? placeOf(until, `${field}.until`) : order.length
    if (first >= end)
      throw new BadRecord([
        { file, field: `${field}.until`, found: String(until), expected: `a version after ${from}` },
      ])
    return at >= first && at < end
  }

  /** The first version starts and ends nothing: what it has applies from the start. */
  function placeOf(name: string, field: string): number {
    const place = order.indexOf(name)
    if (place > 0) return place
    throw new BadRecord([{ file, field, found: name, expected: `one of the versions ${order.slice(1).join(', ')}` }])
  }
}

function isVarying(value: unknown): value is { readonly value: unknown }[] {
  return Array.isArray(value) && value.length > 0 && value.every((v) => typeof v === 'object' && v && 'value' in v)
}

function withoutSpan(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  const left = Object.entries(value).filter(([key, v]) => !((key === 'from' || key === 'until') && namesVersion(v)))
  if (left.length === Object.keys(value).length) return value
  const [key, only] = left[0]!
  return left.length === 1 && (key === 'text' || key === 'term') ? only : Object.fromEntries(left)
}
