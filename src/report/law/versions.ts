import type { Rule } from '../../law/index.js'
import { part, table, type Block } from './blocks.js'
import { spanWords } from './periods.js'
import { itemWords } from './rule.js'

type Said = ReadonlyMap<string, string>

/** Versions of a class next to each other, the earliest first: one column each, with what is new in it. */
export function besideEachOther(rules: readonly Rule[]): Block[] {
  const head = rules.map((rule) => versionName(rule, rules))
  return part('Versions next to each other', [
    ...table(['', ...head], [['In force', ...rules.map((r) => r.periods.map(spanWords).join('; '))]]),
    ...compared('Clause', head, rules, (rule) =>
      rule.clauses.map((c) => [c.id, `${c.reads}: ${c.with.map(itemWords).join(', ')} (${c.cite})`]),
    ),
    ...compared('What stays', head, rules, (rule) => rule.scaffolds.map((s) => [s.id, `${s.reads} (${s.smarts})`])),
    ...compared('Site', head, rules, (rule) => rule.sites.map((s) => [s.id, s.reads])),
    ...compared('Condition', head, rules, (rule) =>
      (rule.conditions ?? []).map((c) => [c.id, `${c.present ? 'must hold' : 'must not hold'}: ${c.reads}`]),
    ),
    ...compared('Reading', head, rules, (rule) =>
      rule.readings.map((r) => [r.id, `${r.question} ${r.choice}: ${r.basis}`]),
    ),
    ...compared('Left out', head, rules, (rule) => [
      ...(rule.mass ? [['mass', `above ${rule.mass.max} Da`] as const] : []),
      ...rule.leaves_out.map((out, i) => [String(i + 1), out.reads] as const),
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
  const said: Said[] = rules.map((rule) => new Map(parts(rule)))
  const ids = [...new Set(said.flatMap((of) => [...of.keys()]))]
  return table(
    [what, ...head],
    ids.map((id) => [id, ...said.map((of, i) => cell(of.get(id), i === 0 ? undefined : said[i - 1]!.get(id)))]),
  )
}

function cell(now: string | undefined, before: string | undefined): string {
  if (now === undefined) return before === undefined ? '' : 'gone'
  return now === before ? 'the same' : now
}
