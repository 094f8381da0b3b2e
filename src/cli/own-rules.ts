import { createHash } from 'node:crypto'
import type { Reader } from '../chem/index.js'
import { BadRecord, withOwnRules, type Edition, type OwnRule } from '../law/index.js'
import { indexLaw, type LawIndex } from '../matching/index.js'
import { CannotRun } from './cannot-run.js'
import { problemLines } from './law-data.js'
import { readRuleFile } from './rule-file.js'

/**
 * Lays rule files over the law. `CN=draft.json` says whose law the rule belongs to; without a
 * code the id of the rule does (`cn-draft`).
 * @throws {CannotRun} naming file, field, found and expected
 */
export function withRuleFiles(law: LawIndex, given: readonly string[], reader: Reader): LawIndex {
  if (given.length === 0) return law
  const own = given.map((text) => readOwn(text, law.edition))
  try {
    const edition = withOwnRules(law.edition, own, reader)
    // The law was changed, so its results must not pass for those of the shipped edition.
    const sha256 = createHash('sha256').update(law.edition.sha256).update(JSON.stringify(own.map(({ jurisdiction, rule }) => [jurisdiction, rule]))).digest('hex')
    return indexLaw({ ...edition, sha256 })
  } catch (error) {
    if (error instanceof BadRecord) throw new CannotRun(`the rule cannot be used:\n${problemLines(error)}`)
    throw error
  }
}

/** The ids of the rules in these files. */
export function ruleIds(given: readonly string[]): string[] {
  return given.map((text) => readRuleFile(parted(text).file).rule.id)
}

function readOwn(text: string, edition: Edition): OwnRule {
  const { code, file } = parted(text)
  const { rule } = readRuleFile(file)
  const codes = edition.jurisdictions.map((j) => j.jurisdiction.code)
  const jurisdiction = code ?? /^([a-z]{2})-/.exec(rule.id)?.[1]?.toUpperCase()
  if (jurisdiction !== undefined && codes.includes(jurisdiction)) return { jurisdiction, rule, file }
  throw new CannotRun(`${file}: whose law the rule ${rule.id} belongs to is not told; give --rule CODE=${file} with one of ${codes.join(', ')}`)
}

function parted(text: string): { code: string | null; file: string } {
  const found = /^([A-Za-z]{2})=(.+)$/.exec(text)
  if (!found) return { code: null, file: text }
  const code = found[1]!.toUpperCase()
  return { code: code === 'UK' ? 'GB' : code, file: found[2]! }
}
