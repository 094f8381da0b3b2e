import { expect, it } from 'vitest'
import type { Finding, Judgement, Verdict } from '../../src/matching/index.js'
import { fold, foldHistories, foldVerdicts } from '../../src/sets/index.js'

it.each<[verdicts: readonly Verdict[], folded: string]>([
  [['listed'], 'listed'],
  [['listed', 'listed'], 'listed'],
  [['class', 'class'], 'class'],
  [['undecided', 'undecided'], 'undecided'],
  [['uncontrolled', 'uncontrolled'], 'uncontrolled'],
  [['class', 'listed', 'class'], 'controlled'],
  [['listed', 'uncontrolled'], 'depends'],
  [['listed', 'undecided'], 'depends'],
  [['uncontrolled', 'undecided'], 'depends'],
  [['listed', 'class', 'uncontrolled'], 'depends'],
])('%j is %s', (verdicts, folded) => {
  expect(foldVerdicts(verdicts)).toBe(folded)
})

function judgement(verdict: Verdict, findings: readonly Finding[] = []): Judgement {
  return { verdict, jurisdictions: [{ code: 'US', verdict, findings, caveats: [], nearMisses: [], setAside: [] }] }
}

function member(label: string, verdict: Verdict, ...choices: string[]) {
  return { label, choices, judgement: judgement(verdict) }
}

it('a set counts as its strongest member', () => {
  const folded = fold([member('a', 'uncontrolled', 'a'), member('b', 'class', 'b')])
  expect(folded).toMatchObject({ verdict: 'class', ofSet: { verdict: 'depends' } })
  expect(folded.jurisdictions[0]).toMatchObject({ verdict: 'class', ofSet: { verdict: 'depends' } })
})

it('only choices that the verdict depends on are named', () => {
  const folded = fold([
    member('1', 'listed', '2-position', 'R1 = F'),
    member('2', 'uncontrolled', '3-position', 'R1 = F'),
    member('3', 'listed', '2-position', 'R1 = Cl'),
    member('4', 'uncontrolled', '3-position', 'R1 = Cl'),
  ])
  expect(folded.jurisdictions[0]!.ofSet!.decides).toEqual([
    { verdict: 'listed', choices: ['2-position'] },
    { verdict: 'uncontrolled', choices: ['3-position'] },
  ])
})

it('both are named where both decide', () => {
  const folded = fold([
    member('1', 'listed', '2-position', 'R1 = F'),
    member('2', 'uncontrolled', '3-position', 'R1 = F'),
    member('3', 'uncontrolled', '2-position', 'R1 = Cl'),
    member('4', 'uncontrolled', '3-position', 'R1 = Cl'),
  ])
  expect(folded.jurisdictions[0]!.ofSet!.decides[0]).toEqual({ verdict: 'listed', choices: ['2-position, R1 = F'] })
})

it('a finding of some members names them, and one of all is given once', () => {
  const gap = (name: string): Finding => ({ kind: 'gap', gap: name, reads: name, cite: name, counts: 'undecided' })
  const folded = fold([
    { label: 'a', choices: ['a'], judgement: judgement('undecided', [gap('all')]) },
    { label: 'b', choices: ['b'], judgement: judgement('undecided', [gap('all'), gap('some')]) },
  ])
  expect(folded.jurisdictions[0]!.findings).toEqual([gap('all'), { ...gap('some'), onlyFor: ['b'] }])
})

it('a history has a new chapter whenever the answer for a member changes', () => {
  const history = (label: string, verdict: Verdict, from: string) => ({
    label,
    choices: [label],
    histories: [
      {
        code: 'US',
        recordsFrom: null,
        verifiedThrough: '2026-01-01',
        chapters: [
          { from: null, until: from, verdict: 'uncontrolled' as const, findings: [] },
          { from, until: null, verdict, findings: [] },
        ],
      },
    ],
  })
  const [folded] = foldHistories([history('a', 'listed', '2010-01-01'), history('b', 'class', '2020-01-01')])
  expect(folded!.chapters.map(({ from, until, verdict, ofSet }) => [from, until, verdict, ofSet!.verdict])).toEqual([
    [null, '2010-01-01', 'uncontrolled', 'uncontrolled'],
    ['2010-01-01', '2020-01-01', 'listed', 'depends'],
    ['2020-01-01', null, 'listed', 'controlled'],
  ])
})
