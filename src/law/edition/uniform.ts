import type { Edition } from './edition-records.js'
import type { Medicine } from '../schema/record-kinds.js'
import type { Rule } from '../schema/rule.js'

type Fields = Readonly<Record<string, unknown>>

/** Paths to the records of one kind in an edition, as field names; nested kinds come after their parents. */
const kinds: readonly (readonly string[])[] = [
  ['substances'],
  ['terms'],
  ['terms', 'is'],
  ['jurisdictions', 'jurisdiction', 'gaps'],
  ['jurisdictions', 'lists'],
  ['jurisdictions', 'lists', 'scope'],
  ['jurisdictions', 'lists', 'entries'],
  ['jurisdictions', 'lists', 'entries', 'periods'],
  ['jurisdictions', 'rules'],
  ...['periods', 'scaffolds', 'sites', 'clauses', 'names', 'readings', 'leaves_out', 'conditions'].map((field) => [
    'jurisdictions',
    'rules',
    field,
  ]),
]

/**
 * The same edition, in which records of one kind have all fields of that kind; missing fields are undefined. V8
 * generates its fastest code for objects of one shape, and recompiles whenever it meets another: worthwhile when many
 * thousands of structures are judged.
 */
export function uniform(edition: Edition): Edition {
  return kinds.reduce<Fields>(
    (made, path) => withAll(made, path, fieldsAt(made, path)),
    edition as unknown as Fields,
  ) as unknown as Edition
}

function fieldsAt(from: Fields, path: readonly string[]): string[] {
  const [field, ...rest] = path
  if (field === undefined) return Object.keys(from)
  return [...new Set(listOf(from[field]).flatMap((own) => fieldsAt(own, rest)))]
}

function withAll(from: Fields, path: readonly string[], fields: readonly string[]): Fields {
  const [field, ...rest] = path
  if (field === undefined) return Object.fromEntries(fields.map((name) => [name, from[name]]))
  const own = from[field]
  if (own === undefined) return from
  return {
    ...from,
    [field]: Array.isArray(own)
      ? own.map((one: Fields) => withAll(one, rest, fields))
      : withAll(own as Fields, rest, fields),
  }
}

function listOf(own: unknown): readonly Fields[] {
  return own === undefined ? [] : Array.isArray(own) ? own : [own as Fields]
}

/** The rule with the substances of its readings among approved medicines filled in. */
export function withMedicines(rule: Rule, medicines: readonly Medicine[]): Rule {
  if (!rule.readings.some((r) => r.among)) return rule
  const substances = medicines.map((m) => m.substance)
  return { ...rule, readings: rule.readings.map((r) => (r.among ? { ...r, substances } : r)) }
}
