import { existsSync } from 'node:fs'
import type { Reader } from '../../chem/index.js'
import { find, type Records, type Rule } from '../../law/index.js'
import { BadRecord, checkPatterns, rulePartsFit, termsOf, withSharedTerms } from '../../law/authoring.js'
import { CannotRun } from '../host.js'
import { usable } from './law-data.js'
import { readRuleFile, type RuleFile } from './rule-file.js'
import { impactErrors } from '../impact-errors.js'

/** The rules of a file, with the terms of their law. @throws {CannotRun} naming file, field, found, expected */
export function rulesOfFile(file: string, records: Records): RuleFile[] {
  const found = readRuleFile(file).map(({ rule, examples }) => ({ rule: withTermsOfItsLaw(rule, records), examples }))
  // What does not exist would be left out of a rule in words.
  return usable('the rule', () => {
    const problems = rulePartsFit.run(alone(found, file, records))
    if (problems.length > 0) throw new BadRecord(problems)
    return found
  })
}

/** Rules given by file or id, with patterns that can all be read. @throws {CannotRun} as above */
export function runnableRules(name: string, records: Records, reader: Reader): RuleFile[] {
  const found = existsSync(name)
    ? rulesOfFile(name, records)
    : find(records, name).flatMap((record) => (record.kind === 'rule' ? [record] : []))
  if (found.length === 0) throw new CannotRun(impactErrors.noDraft(name, []))
  return usable('the rule', () => {
    checkPatterns({ ...alone(found, name, records), terms: [] }, reader)
    return found
  })
}

/** Records with these rules alone. */
function alone(found: readonly RuleFile[], file: string, records: Records): Records {
  const rules = found.map(({ rule }) => rule)
  const files = new Map(rules.map(({ id }) => [`rule:${id}`, file]))
  const jurisdictions = records.jurisdictions.map((j, i) => ({ ...j, lists: [], rules: i === 0 ? rules : [] }))
  return { ...records, files, jurisdictions }
}

function withTermsOfItsLaw(rule: Rule, records: Records): Rule {
  const law = records.jurisdictions.find((j) => rule.id.startsWith(`${j.jurisdiction.code.toLowerCase()}-`))
  return law ? withSharedTerms(rule, termsOf(law.rules, records.terms)) : rule
}
