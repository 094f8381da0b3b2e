import { describe, expect, test } from 'vitest'
import { answerIn } from '../../src/impact/draft-answer.js'
import { DraftJudge } from '../../src/impact/draft-judge.js'
import { shippedSets } from '../../src/cli/impact/shipped-sets.js'
import { recordedItems } from '../../src/impact/recorded.js'
import { assess } from '../../src/matching/index.js'
import { edition, reader, ruleOf } from '../support/law.js'

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
    const judge = new DraftJudge(reader, edition, { code, rule }, asOf)
    const seen = { covered: 0, 'not covered': 0, undecided: 0, unreadable: 0 }
    for (const { name, smiles } of near(pattern)) {
      const quick = await judge.answer(smiles)
      await reader.ready()
      const full = assess(reader, judge.law, smiles, judge.query, { identify: 'none' })
      const { fit, clauses } =
        full.kind === 'judged' ? answerIn(full.judgement, rule.id) : { fit: 'unreadable', clauses: [] }
      expect({ name, fit: quick.fit, clauses: quick.clauses }).toEqual({ name, fit, clauses })
      seen[quick.fit]++
    }
    expect(seen.covered).toBeGreaterThan(5)
    expect(seen['not covered']).toBeGreaterThan(20)
  })
})
