import type { Rule } from './schema/rule.js'

/**
 * A draft given as changes to a recorded rule: clauses with the same id are changed field by field, others are added.
 */
interface Changes {
  readonly based_on: string
  readonly without?: readonly string[] | undefined
  readonly clauses?: readonly Readonly<Record<string, unknown>>[] | undefined
}

/** Whether a value says which recorded rule it changes. */
export function isBasedOn(value: unknown): value is Changes {
  return typeof value === 'object' && value !== null && typeof (value as { based_on?: unknown }).based_on === 'string'
}

/** The recorded rule with the changes applied, to be parsed. Fields other than clauses replace those recorded. */
export function basedOn({ based_on: _, without = [], clauses = [], ...fields }: Changes, rule: Rule): unknown {
  const changes = new Map(clauses.map((clause) => [clause['id'], clause]))
  const kept = rule.clauses
    .filter((clause) => !without.includes(clause.id))
    .map((clause) => ({ ...clause, ...changes.get(clause.id) }))
  const added = clauses.filter((clause) => !rule.clauses.some((own) => own.id === clause['id']))
  return withoutNulls({ ...rule, official_words: null, ...fields, clauses: [...kept.map(withoutNulls), ...added] })
}

/** A field set to null is removed. */
function withoutNulls(record: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== null))
}
