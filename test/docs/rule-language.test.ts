import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Item, Rule } from '../../src/law/index.js'
import { edition, ruleOf } from '../support/law.js'

const page = readFileSync(new URL('../../docs/rule-language.md', import.meta.url), 'utf8')
const rows = [...page.matchAll(/^\| (.+) \|$/gm)]
  .map(([, line]) =>
    line!.split(' | ').map((cell) =>
      cell
        .replace(/^`(.*)`$/, '$1')
        .replace(/ ?\|$/, '')
        .trim(),
    ),
  )
  .filter(([, , rule]) => rule !== 'Rule' && rule !== '---')

/** The part of a rule that a row names: something with that id, or a field of the rule itself. */
function partOf(rule: Rule, part: string): unknown {
  const named = [rule.clauses, rule.scaffolds, rule.sites, rule.readings, rule.conditions ?? [], rule.terms ?? []]
    .flatMap((all) => [...all])
    .find((p) => p.id === part)
  return named ?? rule[part as keyof Rule]
}

/** Keys of a part, at any depth, including those of the terms that it uses. */
function keysIn(value: unknown, rule: Rule, seen = new Set<string>()): Set<string> {
  const keys = new Set<string>()
  if (Array.isArray(value)) for (const v of value) for (const k of keysIn(v, rule, seen)) keys.add(k)
  else if (typeof value === 'string') {
    const term = (rule.terms ?? []).find((t) => t.id === value) ?? edition.terms.find((t) => t.id === value)
    if (term && !seen.has(value)) for (const k of keysIn(term.is, rule, seen.add(value))) keys.add(k)
  } else if (value !== null && typeof value === 'object') {
    for (const [key, v] of Object.entries(value)) {
      keys.add(key)
      for (const k of keysIn(v as Item, rule, seen)) keys.add(k)
    }
  }
  return keys
}

describe('docs/rule-language.md', () => {
  test('lists what laws ask for', () => expect(rows.length).toBeGreaterThan(60))

  test.each(rows.map((cells) => [`${cells[2]}, ${cells[3]}: ${cells[0]}`, cells] as const))(
    '%s',
    (_, [, , id, part, field]) => {
      const rule = ruleOf(id!)
      const found = partOf(rule, part!)
      expect(found, `${id} has no ${part}`).toBeDefined()
      if (field !== '-') expect([...keysIn(found, rule)]).toContain(field)
    },
  )

  test('uses every kind of change, exclusion and answer that the schema has', () => {
    const used = new Set(rows.map((cells) => cells[2]!))
    const rules = [...used].map(ruleOf)
    const values = (list: readonly (string | undefined)[]) => [...new Set(list)].sort()
    expect(values(rules.flatMap((r) => r.clauses.map((c) => c.change)))).toEqual([
      'bridge',
      'core',
      'replace',
      'substitute',
    ])
    expect(values(rules.flatMap((r) => r.leaves_out.map((l) => l.what)))).toEqual([
      'class',
      'exceptions',
      'listed',
      'substances',
    ])
    expect(values(rules.flatMap((r) => r.readings.map((x) => x.choice)))).toEqual(['covers', 'does not cover', 'open'])
  })
})
