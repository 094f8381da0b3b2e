import { existsSync, readFileSync } from 'node:fs'
import type { Rule, RuleExamples } from '../../law/index.js'
import { BadRecord, rulesIn } from '../../law/authoring.js'
import { mostRuleBytes } from '../../limits.js'
import { CannotRun } from '../host.js'
import { shippedExamples } from '../shipped.js'
import { jsonIn } from './json-file.js'

export interface RuleFile {
  readonly rule: Rule
  readonly examples: RuleExamples
}

/**
 * Reads a rule file and its examples (`NAME.examples.json`): one rule, or several if it holds versions.
 * @throws {CannotRun} naming file, field, found, expected
 */
export function readRuleFile(path: string): RuleFile[] {
  try {
    return rulesAt(path)
  } catch (error) {
    if (error instanceof BadRecord) throw new CannotRun(error.message)
    throw error
  }
}

/**
 * The rules of a file, for a caller that reports a bad record itself.
 * @param completed the rule of a file that may hold only the changes of another
 * @throws {BadRecord}
 */
export function rulesAt(path: string, completed = (written: unknown) => written): RuleFile[] {
  const examplesFile = path.replace(/\.json$/, '.examples.json')
  return rulesIn(
    { file: path, value: completed(json(path)) },
    existsSync(examplesFile) ? { file: examplesFile, value: json(examplesFile) } : null,
  )
}

function json(path: string): unknown {
  return jsonIn(path, (why) => new CannotRun(`cannot read ${path}: ${why}`), mostRuleBytes)
}

export function allExamples(): Readonly<Record<string, RuleExamples>> {
  return JSON.parse(readFileSync(shippedExamples, 'utf8')) as Record<string, RuleExamples>
}
