import type { Reader } from '../chem/index.js'
import { BadRecord } from './records/bad-record.js'
import { recordsOf, type Edition } from './edition/edition-records.js'
import { checks } from './lint/lint-records.js'
import { checkPatterns } from './edition/patterns.js'
import { idsAreFileNames } from './lint/instruments.js'
import { rulesHaveExamples, termsStandOnce } from './lint/rule-parts.js'
import type { Records } from './records/records.js'
import type { Rule } from './schema/rule.js'
import { termsOf, withSharedTerms } from './versions/shared-terms.js'

/** A user rule, added to the law of a jurisdiction. */
export interface UserRule {
  readonly jurisdiction: string
  readonly rule: Rule
  /** Where it was read from, for messages. */
  readonly file: string
}

/**
 * The jurisdiction that a user rule belongs to: the one given, or the one its id starts with; null if neither is known.
 */
export function jurisdictionOf(rule: Rule, given: string | null, edition: Edition): string | null {
  const codes = edition.jurisdictions.map((j) => j.jurisdiction.code).sort((a, b) => b.length - a.length)
  const isOwn = (code: string) => (given === null ? rule.id.startsWith(`${code.toLowerCase()}-`) : code === given)
  return codes.find(isOwn) ?? null
}

/** The text for the hash of an edition with user rules, so that its results are not taken for the shipped one's. */
export function userRulesText(edition: Edition, own: readonly UserRule[]): string {
  return edition.sha256 + JSON.stringify(own.map(({ jurisdiction, rule }) => [jurisdiction, rule]))
}

/**
 * An edition with user rules in addition to the shipped ones. The hash is left unchanged: a caller that can compute one
 * sets its own.
 * @throws {BadRecord} if a rule has the id of another, names something that does not exist, or contains a pattern that
 * cannot be parsed
 */
export function withUserRules(edition: Edition, own: readonly UserRule[], reader: Reader): Edition {
  refuseTaken(edition, own)
  const added = new Map(
    edition.jurisdictions.map((j) => {
      const shared = termsOf(j.rules, edition.terms)
      const rules = own
        .filter((o) => o.jurisdiction === j.jurisdiction.code)
        .map((o) => withSharedTerms(o.rule, shared))
      return [j.jurisdiction.code, rules] as const
    }),
  )
  const jurisdictions = edition.jurisdictions.map((j) => ({
    ...j,
    rules: [...j.rules, ...added.get(j.jurisdiction.code)!],
  }))
  const files = new Map(own.map((o) => [`rule:${o.rule.id}`, o.file]))
  const records: Records = { ...recordsOf({ ...edition, jurisdictions }), files }
  lintOwn(records)
  checkPatterns(
    {
      ...records,
      terms: [],
      jurisdictions: records.jurisdictions.map((j) => ({ ...j, rules: added.get(j.jurisdiction.code)! })),
    },
    reader,
  )
  return { ...edition, id: `${edition.id}+own`, jurisdictions }
}

/** A rule in the place of another would take something away. */
function refuseTaken(edition: Edition, own: readonly UserRule[]): void {
  const taken = new Set(edition.jurisdictions.flatMap(({ rules }) => rules.map(({ id }) => id)))
  const problems = own.flatMap(({ rule: { id }, file }) => {
    const isFree = !taken.has(id)
    taken.add(id)
    return isFree ? [] : [{ file, field: 'id', found: `${id}, which another rule has`, expected: 'an id of its own' }]
  })
  if (problems.length > 0) throw new BadRecord(problems)
}

/** A user rule may have any file name and repeat a term of the law, and needs no examples. */
const notOfOwn = new Set([idsAreFileNames, rulesHaveExamples, termsStandOnce].map((check) => check.id))

/** Runs the checks for all records but reports only problems in the added rules; the rest was checked before. */
function lintOwn(records: Records): void {
  const own = new Set(records.files.values())
  const problems = checks
    .filter((check) => !notOfOwn.has(check.id))
    .flatMap((check) => check.run(records))
    .filter((p) => own.has(p.file))
  if (problems.length > 0) throw new BadRecord(problems)
}
