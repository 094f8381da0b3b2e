import { hash } from 'node:crypto'
import { Reader } from '../../chem/index.js'
import type { Edition, Rule } from '../../law/index.js'
import { jurisdictionOf, userRulesText, withUserRules } from '../../law/authoring.js'
import { indexLaw, type LawIndex } from '../../matching/index.js'
import { CannotRun } from '../host.js'
import { usable } from './law-data.js'
import { partedRule } from './parted-rule.js'
import { readRuleFile } from './rule-file.js'

/** The user's rule files, read once. */
export interface UserRules {
  readonly ids: readonly string[]
  /** Adds them to the law, if there are any. @throws {CannotRun} naming file, field, found and expected */
  readonly over: (law: LawIndex, start?: () => Promise<Reader>) => Promise<LawIndex>
}

/** A user rule, and the code before its file, if any. */
interface Given {
  readonly code: string | null
  readonly file: string
  readonly rule: Rule
}

/** See `userRules`. @throws {CannotRun} for a file that is not a rule */
export function readOverlay(texts: readonly string[]): UserRules {
  const given = texts.map(partedRule).flatMap((part) => readRuleFile(part.file).map(({ rule }) => ({ ...part, rule })))
  return {
    ids: given.map(({ rule }) => rule.id),
    over: async (law, start = () => Reader.start()) => overlaid(law, given, await start()),
  }
}

function overlaid(law: LawIndex, given: readonly Given[], reader: Reader): LawIndex {
  const own = given.map((g) => ({ ...g, jurisdiction: jurisdictionOfRule(g, law.edition) }))
  return usable('the rule', () => {
    const edition = withUserRules(law.edition, own, reader)
    return indexLaw({ ...edition, sha256: hash('sha256', userRulesText(law.edition, own)) })
  })
}

/** The jurisdiction of a rule, from the code before its file, otherwise from its id. @throws {CannotRun} */
export function jurisdictionOfRule({ code, file, rule }: Given, edition: Edition): string {
  const jurisdiction = jurisdictionOf(rule, code, edition)
  if (jurisdiction !== null) return jurisdiction
  const codes = edition.jurisdictions.map((j) => j.jurisdiction.code)
  throw new CannotRun(
    `${file}: cannot tell which jurisdiction the rule ${rule.id} belongs to; give ` +
      `CODE=${file} with one of ${codes.join(', ')}`,
  )
}
