import { describe, expect, test } from 'vitest'
import { RuleQuestion } from '../../src/answers/index.js'
import { shippedSets } from '../../src/cli/input/reference-sets.js'
import { recordedItems } from '../../src/impact/time.js'
import { changed } from '../../src/impact/variants.js'
import { answerIn, assess, judge } from '../../src/matching/index.js'
import { edition, reader, ruleOf, substanceOf } from '../support/law.js'

const ready = async () => reader
const asOf = '2026-09-01'

/** Structures near the rules, and some far from them. */
const near = (pattern: RegExp) => [
  ...recordedItems(edition, asOf).filter((s) => pattern.test(s.name)),
  ...shippedSets()[0]!.items.filter((_, i) => i % 40 === 0),
]

describe.each([
  ['CN', 'cn-proposed-fentanyl-class', /fentanil|fentanyl/i],
  ['GB', 'gb-cannabinoids-1ca-2016', /INACA|JWH|UR-144/],
  ['DE', 'de-npsg-7-benzimidazoles-2025', /nitazen/i],
] as const)('%s %s', (code, id, pattern) => {
  test('the screen and the full path agree on a draft', async () => {
    const rule = ruleOf(id)
    const judge = new RuleQuestion(ready, edition, { code, rule }, asOf, { engine: true })
    const seen = { covered: 0, 'not covered': 0, undecided: 0, unreadable: 0 }
    for (const { name, smiles } of near(pattern)) {
      const quick = await judge.answer(smiles)
      await reader.ready()
      const full = assess(reader, judge.question.law, smiles, judge.question.query, { identify: 'none' })
      const { fit, clauses } =
        full.kind === 'judged' ? answerIn(full.judgement, rule.id) : { fit: 'unreadable', clauses: [] }
      expect({ name, fit: quick.fit, clauses: quick.clauses }).toEqual({ name, fit, clauses })
      seen[quick.fit]++
    }
    expect(seen.covered).toBeGreaterThan(5)
    expect(seen['not covered']).toBeGreaterThan(20)
  })
  test('and how close it comes to what it misses', async () => {
    const draft = { code, rule: ruleOf(id) }
    const [quick, full] = [{}, { expected: 0 }].map(
      (means) => new RuleQuestion(ready, edition, draft, asOf, { engine: true, ...means }),
    )
    let close = 0
    const able = recordedItems(edition, asOf).filter((s) => quick!.couldHaveScaffold(s.smiles))
    for (const { name, smiles } of able.slice(0, 80)) {
      if ((await quick!.answer(smiles)).fit !== 'not covered') continue
      const found = await quick!.nearMiss(smiles)
      expect({ name, found }).toEqual({ name, found: await full!.nearMiss(smiles) })
      await reader.ready()
      const assessed = assess(reader, full!.question.law, smiles, full!.question.query, { identify: 'none' })
      const misses = assessed.kind === 'judged' ? assessed.judgement.jurisdictions[0]!.nearMisses : []
      const missed = misses.find((m) => m.ruleId === id)
      expect({ name, failure: found?.failure }).toEqual({ name, failure: missed?.failure })
      if (found) close++
    }
    expect(close).toBeGreaterThan(0)
  })
})

test('texts of one rule with one id, asked of one structure, are answered apart: 2C-D is an ether of what one of them covers', async () => {
  const rule = ruleOf('gb-phenethylamines')
  const texts = [
    changed(rule, { kind: 'without clause', clause: rule.clauses[0]!.id }),
    changed(rule, { kind: 'mass', max: 178 }),
  ].map((rule) => new RuleQuestion(ready, edition, { code: 'GB', rule }, asOf, { engine: true }))
  const { smiles } = substanceOf('2c-d')
  await reader.ready()
  const together = reader.read(smiles, (s) => texts.map(({ question: { law, query } }) => judge(s, law, query).verdict))
  const apart = await Promise.all(texts.map(async (text) => (await text.answer(smiles)).fit))
  expect([together, apart]).toEqual([
    ['uncontrolled', 'class'],
    ['not covered', 'covered'],
  ])
})
