import { parseRecord } from '../records/bad-record.js'
import { expand } from '../parts/expand.js'
import { rule, ruleExamples, type Rule, type RuleExamples } from '../schema/rule.js'
import { unfoldExamples, unfoldRule } from './unfold.js'
import { versionedExamples, versionedRule } from '../schema/versioned-rule.js'

interface Written {
  readonly file: string
  readonly value: unknown
}

/**
 * The rules of one file outside a data folder, where only the content shows whether it holds versions.
 * @throws {BadRecord} naming file, field, found and expected
 */
export function rulesIn(written: Written, exampleFile: Written | null): { rule: Rule; examples: RuleExamples }[] {
  const none: RuleExamples = { fits: [], misses: [], unsettled: [] }
  if (typeof written.value !== 'object' || written.value === null || !('versions' in written.value))
    return [
      {
        rule: expand(parseRecord<Rule>(rule, written.value, written.file), written.file).value,
        examples: exampleFile ? parseRecord<RuleExamples>(ruleExamples, exampleFile.value, exampleFile.file) : none,
      },
    ]
  const whole = expand(parseRecord(versionedRule, written.value, written.file), written.file).value
  const unfolded = unfoldRule(whole, written.file)
  const order = unfolded.map((u) => u.version)
  const examples = exampleFile
    ? unfoldExamples(parseRecord(versionedExamples, exampleFile.value, exampleFile.file), order, exampleFile.file)
    : null
  return unfolded.map((u) => ({ rule: u.rule, examples: examples?.get(u.version) ?? none }))
}
