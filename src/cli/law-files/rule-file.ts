import { existsSync, readFileSync } from 'node:fs'
import type { Rule, RuleExamples } from '../../law/index.js'
import { BadRecord, rulesIn } from '../../law/authoring.js'
import { mostRuleBytes } from '../../limits.js'
import { CannotRun } from '../cannot-run.js'
import { shippedExamples } from '../paths.js'
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
  const examplesFile = path.replace(/\.json$/, '.examples.json')
  try {
    return rulesIn(
      { file: path, value: json(path) },
      existsSync(examplesFile) ? { file: examplesFile, value: json(examplesFile) } : null,
    )
  } catch (error) {
    if (error instanceof BadRecord) throw new CannotRun(error.message)
    throw error
  }
}

function json(path: string): unknown {
  try {
    return jsonIn(path, mostRuleBytes)
  } catch (error) {
    throw new CannotRun(`cannot read ${path}: ${(error as Error).message}`)
  }
}

export function allExamples(): Readonly<Record<string, RuleExamples>> {
  return JSON.parse(readFileSync(shippedExamples, 'utf8')) as Record<string, RuleExamples>
}
