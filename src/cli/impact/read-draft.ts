import { hash } from 'node:crypto'
import { existsSync } from 'node:fs'
import type { Reader } from '../../chem/index.js'
import type { Edition, Rule, RuleExamples } from '../../law/index.js'
import type { Draft } from '../../matching/index.js'
import { BadRecord, basedOn, isBasedOn, withUserRules } from '../../law/authoring.js'
import { CannotRun } from '../host.js'
import { usable } from '../law-files/law-data.js'
import { rulesAt, type RuleFile } from '../law-files/rule-file.js'
import { partedRule } from '../law-files/parted-rule.js'
import { jurisdictionOfRule } from '../law-files/rule-overlay.js'
import { nearest } from '../../report/index.js'
import { impactErrors } from '../impact-errors.js'

export interface ReadDraft extends Draft {
  /** Null for a recorded rule. */
  readonly file: string | null
  /** Identifies the draft and the edition that it was added to. */
  readonly sha256: string
  /** The examples next to its file. */
  readonly examples: RuleExamples
}

/**
 * The draft that a command was given: a rule file (`CN=draft.json`, or with an id such as `cn-draft`), a file of
 * changes of a recorded rule, or the id of a recorded rule.
 * @throws {CannotRun} naming file, field, found and expected
 */
export function readDraft(given: string, edition: Edition, reader: Reader): ReadDraft {
  const { code, file } = partedRule(given)
  const recorded = edition.jurisdictions.flatMap((j) => j.rules.map((rule) => ({ code: j.jurisdiction.code, rule })))
  if (!existsSync(file)) {
    const known = recorded.find(({ rule }) => rule.id === file)
    if (known) return hashed({ ...known, file: null, examples: none }, edition)
    const ids = recorded.map(({ rule }) => rule.id)
    throw new CannotRun(impactErrors.noDraft(file, nearest(file, ids)))
  }
  const { rule: own, examples } = ruleIn(file, recorded)
  const jurisdiction = jurisdictionOfRule({ code, file, rule: own }, edition)
  return usable('the draft', () => {
    const jurisdictions = edition.jurisdictions.map((j) => ({ ...j, rules: j.rules.filter((r) => r.id !== own.id) }))
    const whole = withUserRules({ ...edition, jurisdictions }, [{ jurisdiction, rule: own, file }], reader)
    const rule = whole.jurisdictions.flatMap((j) => j.rules).find((r) => r.id === own.id)!
    checkParent(rule, file, edition)
    return hashed({ code: jurisdiction, rule, file, examples }, edition)
  })
}

/** Identifies drafts that are judged together. */
export function hashOfDrafts([first, ...others]: readonly [ReadDraft, ...ReadDraft[]]): string {
  if (others.length === 0) return first.sha256
  return hash('sha256', [first, ...others].map((d) => d.sha256).join())
}

const none: RuleExamples = { fits: [], misses: [], unsettled: [] }

function ruleIn(file: string, recorded: readonly { readonly rule: Rule }[]): RuleFile {
  const completed = (written: unknown) => {
    if (!isBasedOn(written)) return written
    const base = recorded.find(({ rule }) => rule.id === written.based_on)
    if (base) return basedOn(written, base.rule)
    const expected = 'the id of a recorded class rule'
    throw new BadRecord([{ file, field: 'based_on', found: written.based_on, expected }])
  }
  return usable('the draft', () => {
    const rules = rulesAt(file, completed)
    if (rules.length > 1)
      throw new BadRecord([{ file, field: 'versions', found: `${rules.length} versions`, expected: 'one rule' }])
    return rules[0]!
  })
}

/** Distances are measured from the parent. */
function checkParent({ parent }: Rule, file: string, { substances }: Edition): void {
  const record = substances.find((s) => s.id === parent)
  if (record && record.smiles === null)
    throw new BadRecord([
      { file, field: 'parent', found: `${parent}, which has no structure`, expected: 'a substance with a structure' },
    ])
}

function hashed(draft: Omit<ReadDraft, 'sha256'>, { sha256 }: Edition): ReadDraft {
  return { ...draft, sha256: hash('sha256', sha256 + JSON.stringify([draft.code, draft.rule])) }
}
