import { BadRecord } from '../records/bad-record.js'
import { rule as ruleSchema, ruleExamples, type Rule, type RuleExamples } from '../schema/rule.js'
import { partsOf } from './version-values.js'
import type { Places } from '../records/version-places.js'
import type { VersionedExamples, VersionedRule } from '../schema/versioned-rule.js'

/** One version as an ordinary rule, with the place in the file of each of its parts. */
interface Unfolded {
  readonly version: string
  readonly rule: Rule
  readonly places: Places
}

/** The rules of a file of versions, earliest first. @throws {BadRecord} naming the fields of the file */
export function unfoldRule(file: VersionedRule, name: string): Unfolded[] {
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
    result.error.issues.map((issue) => {
      const field = issue.path.map((p, i) => (typeof p === 'number' ? `[${p}]` : `${i > 0 ? '.' : ''}${String(p)}`))
      return {
        file,
        field: places.inFile(field.join('')),
        found: 'a version that is not a rule',
        expected: issue.message,
      }
    }),
  )
}
