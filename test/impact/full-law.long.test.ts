import { describe, expect, test } from 'vitest'
import { RuleQuestion } from '../../src/answers/index.js'
import { shippedSets } from '../../src/cli/input/reference-sets.js'
import { recordedItems } from '../../src/impact/time.js'
import { answerIn, assess } from '../../src/matching/index.js'
import { edition, law, reader, ruleOf } from '../support/law.js'
import { every } from '../support/share.js'

const ready = async () => reader
const asOf = '2026-09-01'
const items = [
  ...recordedItems(edition, asOf).filter((_, i) => every === 1 || i % 3 === 0),
  ...shippedSets()
    .flatMap((s) => s.items)
    .filter((_, i) => i % (every === 1 ? 15 : 45) === 0),
]

describe.each([
  ['CN', 'cn-fentanyl-class'],
  ['CN', 'cn-nitazene-class'],
  ['GB', 'gb-nitazenes'],
  ['DE', 'de-npsg-1-phenethylamines-2025'],
] as const)('%s %s', (code, id) => {
  test('what the draft alone covers is what the whole law finds by the rule, except for listed substances', async () => {
    const judge = new RuleQuestion(ready, edition, { code, rule: ruleOf(id) }, asOf, { engine: true })
    const differ: unknown[] = []
    let covered = 0
    for (const { name, smiles } of items) {
      const alone = await judge.answer(smiles)
      await reader.ready()
      const whole = assess(
        reader,
        law,
        smiles,
        { asOf, jurisdictions: [code], assume: [id], readings: 'none', undated: true },
        { identify: 'none' },
      )
      if (whole.kind === 'unreadable') continue
      const { fit } = answerIn(whole.judgement, id)
      if (alone.fit === 'covered') covered++
      const { verdict, setAside } = whole.judgement.jurisdictions[0]!
      if (fit !== alone.fit && verdict !== 'listed' && !setAside.some((s) => s.ruleId === id))
        differ.push({ name, alone: alone.fit, whole: fit })
    }
    expect(differ).toEqual([])
    expect(covered).toBeGreaterThan(10)
  })
})
