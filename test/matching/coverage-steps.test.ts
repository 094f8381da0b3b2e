import { describe, expect, test } from 'vitest'
import { coverageSteps, stepsAcross, type JurisdictionHistory, type Verdict } from '../../src/matching/index.js'

const history = (...chapters: [from: string | null, verdict: Verdict][]): JurisdictionHistory => ({
  code: 'XX',
  recordsFrom: null,
  verifiedThrough: '2026-01-01',
  chapters: chapters.map(([from, verdict], i) => ({
    from,
    until: chapters[i + 1]?.[0] ?? null,
    verdict,
    findings: [],
  })),
})

describe('coverageSteps', () => {
  test('counts each structure from the day of each change', () => {
    const first = [history([null, 'uncontrolled'], ['2001-01-01', 'class'], ['2003-01-01', 'listed'])]
    const second = [history([null, 'uncontrolled'], ['2001-01-01', 'listed'], ['2002-01-01', 'uncontrolled'])]
    expect(coverageSteps([first, second], '2010-01-01')).toEqual([
      { day: '2001-01-01', listed: 1, class: 1 },
      { day: '2002-01-01', listed: 0, class: 1 },
      { day: '2003-01-01', listed: 1, class: 0 },
    ])
  })
  test('the strongest of all jurisdictions decides; undecided counts as neither', () => {
    const both = [
      history([null, 'class'], ['2001-01-01', 'undecided']),
      history([null, 'uncontrolled'], ['2000-01-01', 'listed'], ['2001-06-01', 'uncontrolled']),
    ]
    expect(coverageSteps([both], '2010-01-01').map(({ listed, class: c }) => [listed, c])).toEqual([
      [0, 1],
      [1, 0],
      [0, 0],
    ])
  })
  test('a change on the last day counts, one after it does not', () => {
    const all = [[history([null, 'uncontrolled'], ['2001-01-01', 'listed'])]]
    expect(coverageSteps(all, '2001-01-01')).toEqual([{ day: '2001-01-01', listed: 1, class: 0 }])
    expect(coverageSteps(all, '2000-12-31')).toEqual([])
  })
  test('a status with unknown start holds before every day', () => {
    expect(coverageSteps([[history([null, 'listed'])]], '2001-01-01')).toEqual([
      { day: '0000-00-00', listed: 1, class: 0 },
    ])
  })
})

describe('steppedOver', () => {
  const [first, second] = [
    [
      { day: '2000-01-01', listed: 1, class: 0 },
      { day: '2005-01-01', listed: 2, class: 0 },
    ],
    [
      { day: '1999-01-01', listed: 1, class: 4 },
      { day: '2005-01-01', listed: 2, class: 3 },
    ],
  ]
  test('the second scenario begins on its day with its own answer', () => {
    expect(stepsAcross(first!, second!, '2003-01-01')).toEqual([
      first![0],
      { day: '2003-01-01', listed: 1, class: 4 },
      second![1],
    ])
  })
  test('on a day of change that day counts once', () => {
    expect(stepsAcross(first!, second!, '2005-01-01')).toEqual([first![0], second![1]])
  })
})
