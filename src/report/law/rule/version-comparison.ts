import type { Rule } from '../../../law/index.js'
import { section, table, type Block } from '../blocks/blocks.js'
import { spanWords } from '../periods.js'
import { groupWords } from './group-words.js'
import { conditionWords, exclusionLines } from './rule-blocks.js'
import { answerWords } from './rule-questions.js'
import { capital } from '../sentence.js'

/** Text of each part of a version by its id. */
type Parts = ReadonlyMap<string, string>

/** Versions of a class next to each other, the earliest first: one column each, with what is new in it. */
export function versionComparison(rules: readonly Rule[]): Block[] {
  const head = rules.map((rule) => versionName(rule, rules))
  return section('Comparison of versions', [
    ...table(['', ...head], [['In force', ...rules.map((r) => r.periods.map(spanWords).join('; '))]]),
    ...compared('Clause', head, rules, (rule) =>
      rule.clauses.map((c) => [c.id, `${c.reads}: ${c.with.map(groupWords).join(', ')} (${c.cite})`]),
    ),
    ...compared('Scaffold', head, rules, (rule) => rule.scaffolds.map((s) => [s.id, s.reads])),
    ...compared('Site', head, rules, (rule) => rule.sites.map((s) => [s.id, s.reads])),
    ...compared('Condition', head, rules, (rule) => (rule.conditions ?? []).map((c) => [c.id, conditionWords(c)])),
    ...compared('Question', head, rules, (rule) =>
      rule.readings.map((r) => [r.id, `${r.question} ${capital(answerWords(r))}. ${capital(r.basis)}`]),
    ),
    ...compared('Exclusion', head, rules, (rule) => [
      ...(rule.mass ? [['mass', `molar mass above ${rule.mass.max} Da`] as const] : []),
      ...exclusionLines({ ...rule, mass: undefined }).map((line, i) => [String(i + 1), line] as const),
    ]),
  ])
}

/** The end of the id, if the ids differ. */
function versionName(rule: Rule, rules: readonly Rule[]): string {
  const words = rules.map((r) => r.id.split('-'))
  const shared = words[0]!.findIndex((word, i) => words.some((other) => other[i] !== word))
  return rule.id.split('-').slice(shared).join('-')
}

function compared(
  what: string,
  head: readonly string[],
  rules: readonly Rule[],
  parts: (rule: Rule) => readonly (readonly [string, string])[],
): Block[] {
  const versions: Parts[] = rules.map((rule) => new Map(parts(rule)))
  const ids = [...new Set(versions.flatMap((version) => [...version.keys()]))]
  return table(
    [what, ...head],
    ids.map((id) => [id, ...versions.map((version, i) => cell(version.get(id), versions[i - 1]?.get(id)))]),
  )
}

function cell(now: string | undefined, before: string | undefined): string {
  if (now === undefined) return before === undefined ? '' : 'removed'
  return now === before ? 'unchanged' : now
}
