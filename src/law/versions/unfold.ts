import { BadRecord, fieldName } from '../records/bad-record.js'
import { rule as ruleSchema, ruleExamples, type Rule, type RuleExamples } from '../schema/rule.js'
import { Places } from '../records/records.js'
import { type VersionedExamples, type VersionedRule, namesVersion } from '../schema/versioned-rule.js'

/**
 * The versions of a file as ordinary rules, earliest first, with the place in the file of each of their parts.
 * @throws {BadRecord} naming the fields of the file
 */
export function unfoldRule(file: VersionedRule, name: string) {
  const { id: _, versions, ...common } = file
  const order = versions.map((v) => v.version)
  return versions.map(({ version, ...own }) => {
    const { value, places } = partsOf(common, order, version, name)
    const rule = parsed<Rule>(
      ruleSchema,
      { ...filled(value as object), ...own },
      places,
      `${name} (version ${version})`,
    )
    return { version, rule, places }
  })
}

/** The examples of each version, by version name. @throws {BadRecord} */
export function unfoldExamples(
  examples: VersionedExamples,
  order: readonly string[],
  name: string,
): Map<string, RuleExamples> {
  return new Map(
    order.map((version) => {
      const { value, places } = partsOf(examples, order, version, name)
      return [version, parsed<RuleExamples>(ruleExamples, value, places, name)]
    }),
  )
}

/** Omits a list that is empty in this version if it is optional in a rule. */
function filled(value: object): object {
  const optional = ['terms', 'names', 'conditions', 'official_words']
  return Object.fromEntries(
    Object.entries(value).filter(([key, v]) => !(optional.includes(key) && Array.isArray(v) && v.length === 0)),
  )
}

function parsed<T>(schema: typeof ruleSchema | typeof ruleExamples, value: unknown, places: Places, file: string): T {
  const result = schema.safeParse(value)
  if (result.success) return result.data as T
  throw new BadRecord(
    result.error.issues.map(({ path, message }) => {
      const field = places.inFile(fieldName(path))
      return { file, field, found: 'a version that is not a rule', expected: message }
    }),
  )
}

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
      throw BadRecord.at(file, inFile, `${held.length} values in version ${version}`, 'one in each version')
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
    if (first >= end) throw BadRecord.at(file, `${field}.until`, String(until), `a version after ${from}`)
    return at >= first && at < end
  }

  /** The first version starts and ends nothing: what it has applies from the start. */
  function placeOf(name: string, field: string): number {
    const place = order.indexOf(name)
    if (place > 0) return place
    throw BadRecord.at(file, field, name, `one of the versions ${order.slice(1).join(', ')}`)
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
