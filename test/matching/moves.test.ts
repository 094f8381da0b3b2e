import { expect, test } from 'vitest'
import { isControlled, moveAcross, movesBetween, type Judgement } from '../../src/matching/index.js'

const listed = { kind: 'listed', list: 'l', substance: 's', counts: 'listed' }
const inClass = { kind: 'class', ruleId: 'r', counts: 'class' }
const doubted = { ...inClass, counts: 'undecided' }
const gap = { kind: 'gap', gap: 'g', counts: 'undecided' }
const proposed = { ...listed, list: 'proposal', counts: null }
const judged = (verdict: string, ...of: (readonly [code: string, verdict: string, ...findings: object[]])[]) =>
  ({
    verdict,
    jurisdictions: of.map(([code, verdict, ...findings]) => ({ code, verdict, findings })),
  }) as unknown as Judgement

test('which verdicts control', () => {
  const verdicts = ['listed', 'class', 'undecided', 'uncontrolled', 'unreadable', 'not yet in the records']
  expect(verdicts.filter(isControlled)).toEqual(['listed', 'class'])
})

test('the jurisdictions of both whose verdict differs, with what counts in one only', () => {
  const before = judged('listed', ['A', 'listed', listed, doubted], ['B', 'class', inClass], ['C', 'class', inClass])
  const after = judged('listed', ['A', 'class', inClass, proposed], ['B', 'class', inClass, gap], ['D', 'class'])
  expect(movesBetween(before, after)).toEqual([
    { code: 'A', from: 'listed', to: 'class', gained: [inClass], lost: [listed, doubted] },
  ])
})

test('the difference between two groups of jurisdictions, if their verdicts differ', () => {
  const [a, b] = [judged('undecided', ['A', 'undecided', gap]), judged('listed', ['B', 'listed', listed, gap])]
  expect(moveAcross(a, b)).toEqual([{ code: null, from: 'undecided', to: 'listed', gained: [listed], lost: [] }])
  expect(moveAcross(a, { ...b, verdict: 'undecided' })).toEqual([])
})
