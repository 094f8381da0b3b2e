import { describe, expect, it } from 'vitest'
import { ask, askSmiles, grounds } from '../support/ask.js'

const opiates = 'listed drug csa-schedule-1-opiates'
const frs = 'class drug us-fentanyl-related-substances'

describe('a scheduling action: the day before, the day, the day after', () => {
  it.each([
    ['acetylfentanyl, temporary order', 'acetylfentanyl', '2015-07-16', '2015-07-17', '2015-07-18', opiates],
    ['U-47700, temporary order', 'u-47700', '2016-11-13', '2016-11-14', '2016-11-15', opiates],
    ['furanylfentanyl, temporary order', 'furanylfentanyl', '2016-11-28', '2016-11-29', '2016-11-30', opiates],
    ['acrylfentanyl, temporary order', 'acrylfentanyl', '2017-07-13', '2017-07-14', '2017-07-15', opiates],
    [
      'ortho-fluorofentanyl, temporary order',
      'ortho-fluorofentanyl',
      '2017-10-25',
      '2017-10-26',
      '2017-10-27',
      opiates,
    ],
    [
      'valerylfentanyl, temporary order, five days before the class',
      'valerylfentanyl',
      '2018-01-31',
      '2018-02-01',
      '2018-02-02',
      opiates,
    ],
    ['crotonylfentanyl, by the class', 'crotonylfentanyl', '2018-02-05', '2018-02-06', '2018-02-07', frs],
    [
      '4-ANPP as an immediate precursor',
      '4-anpp',
      '2007-04-22',
      '2010-08-30',
      '2010-08-31',
      'listed drug csa-schedule-2-immediate-precursors',
    ],
  ])('%s', (_, id, before, day, after, ground) => {
    expect(grounds(ask(id, 'US', before)).filter((g) => g === ground)).toEqual([])
    expect(grounds(ask(id, 'US', day))).toContain(ground)
    expect(grounds(ask(id, 'US', after))).toContain(ground)
  })
  it('crotonylfentanyl: nothing before the class, then the class, then its own entry', () => {
    expect(ask('crotonylfentanyl', 'US', '2018-02-05').verdict).toBe('uncontrolled')
    expect(grounds(ask('crotonylfentanyl', 'US', '2020-10-01'))).toEqual([frs])
    expect(grounds(ask('crotonylfentanyl', 'US', '2020-10-02'))).toEqual([opiates])
  })
  it('a temporary order that became permanent leaves no day uncovered', () => {
    const cites = ['2017-06-06', '2017-06-07'].map((day) => ask('acetylfentanyl', 'US', day))
    expect(cites.map((r) => r.verdict)).toEqual(['listed', 'listed'])
    expect(cites[0]!.findings[0]).not.toEqual(cites[1]!.findings[0])
  })
  it('benzylfentanyl: a temporary order of 1985 that lapsed', () => {
    expect(ask('benzylfentanyl', 'US', '1986-11-28').verdict).toBe('listed')
    expect(ask('benzylfentanyl', 'US', '1986-11-29').verdict).toBe('uncontrolled')
  })
})

/**
 * Named by DEA as fentanyl-related substances, and the first day of their own entry. Source: 85 FR 62215, 86 FR 22113,
 * 86 FR 23602, 88 FR 85104, 90 FR 44979.
 */
const named: readonly (readonly [string, string, string])[] = [
  ['crotonylfentanyl', '2020-10-02', 'E'],
  ['2-prime-fluoro-ortho-fluorofentanyl', '2021-04-27', 'BD'],
  ['4-prime-methylacetylfentanyl', '2021-04-27', 'BE'],
  ['beta-prime-phenylfentanyl', '2021-04-27', 'E'],
  ['beta-methylfentanyl', '2021-04-27', 'B'],
  ['ortho-fluorobutyrylfentanyl', '2021-04-27', 'DE'],
  ['ortho-methylacetylfentanyl', '2021-04-27', 'DE'],
  ['ortho-methylmethoxyacetylfentanyl', '2021-04-27', 'DE'],
  ['para-methylfentanyl', '2021-04-27', 'D'],
  ['phenylfentanyl', '2021-04-27', 'E'],
  ['thiofuranylfentanyl', '2021-04-27', 'E'],
  ['fentanyl-carbamate', '2021-05-04', 'E'],
  ['ortho-fluoroacrylfentanyl', '2021-05-04', 'DE'],
  ['ortho-fluoroisobutyrylfentanyl', '2021-05-04', 'DE'],
  ['para-fluorofuranylfentanyl', '2021-05-04', 'DE'],
  ['alpha-prime-methylbutyrylfentanyl', '2023-12-07', 'E'],
  ['2-prime-5-prime-dimethoxyfentanyl', '2023-12-07', 'B'],
  ['3-furanylfentanyl', '2023-12-07', 'E'],
  ['isovalerylfentanyl', '2023-12-07', 'E'],
  ['meta-fluorofentanyl', '2023-12-07', 'D'],
  ['meta-fluoroisobutyrylfentanyl', '2023-12-07', 'DE'],
  ['ortho-fluorofuranylfentanyl', '2023-12-07', 'DE'],
  ['para-methoxyfuranylfentanyl', '2023-12-07', 'DE'],
  ['para-methylcyclopropylfentanyl', '2023-12-07', 'DE'],
  ['beta-methylacetylfentanyl', '2025-09-18', 'BE'],
  ['meta-fluorofuranylfentanyl', '2025-09-18', 'DE'],
  ['ortho-chlorofentanyl', '2025-09-18', 'D'],
  ['ortho-methylcyclopropylfentanyl', '2025-09-18', 'DE'],
  ['para-chlorofentanyl', '2025-09-18', 'D'],
  ['para-fluorovalerylfentanyl', '2025-09-18', 'DE'],
  ['tetrahydrothiofuranylfentanyl', '2025-09-18', 'E'],
]

describe('the 31 substances that DEA named as members of the class', () => {
  it('are 31', () => expect(new Set(named.map(([id]) => id)).size).toBe(31))
  it.each(named)('%s: class on 2019-01-01, listed from %s', (id, own, clauses) => {
    const result = ask(id, 'US', '2019-01-01')
    expect([result.verdict, grounds(result)]).toEqual(['class', [frs]])
    expect(result.findings.filter((f) => f.counts !== null)).toMatchObject([
      { clauses: [...clauses].map((clause) => ({ id: clause })) },
    ])
    const dayBefore = new Date(Date.parse(own) - 86_400_000).toISOString().slice(0, 10)
    expect(ask(id, 'US', dayBefore).verdict).toBe('class')
    expect(grounds(ask(id, 'US', own))).toEqual([opiates])
    expect(ask(id, 'US', own).setAside.map((s) => s.ruleId)).toEqual(['us-fentanyl-related-substances'])
    expect(ask(id, 'US', '2018-02-05').verdict).toBe('uncontrolled')
  })
})

describe('the class is in force without a gap', () => {
  it.each([
    '2018-02-06',
    '2020-02-05',
    '2020-02-06',
    '2021-05-05',
    '2021-05-06',
    '2021-10-22',
    '2022-12-29',
    '2024-12-31',
    '2025-03-31',
    '2025-07-15',
    '2025-07-16',
    '2026-09-21',
  ])('%s', (day) => {
    expect(ask('homofentanyl', 'US', day).verdict).toBe('uncontrolled')
    expect(grounds(ask('mirfentanil', 'US', day))).toEqual([frs])
  })
})

describe('outside the class', () => {
  const day = '2019-01-01'
  it.each([
    ['fentanyl', 'listed', 'Schedule II by name'],
    ['carfentanil', 'listed', 'Schedule II by name'],
    ['remifentanil', 'listed', 'Schedule II by name'],
    ['norfentanyl', 'uncontrolled', 'no phenethyl group; scheduled in 2020'],
    ['benzylfentanyl', 'uncontrolled', 'benzyl; List I in 2020'],
    ['lorcainide', 'uncontrolled', 'a medicine'],
    ['haloperidol', 'uncontrolled', 'a medicine'],
    ['loperamide', 'uncontrolled', 'a medicine'],
    ['pimozide', 'uncontrolled', 'a medicine'],
    ['bamipine', 'uncontrolled', 'a medicine'],
    ['domperidone', 'uncontrolled', 'a medicine'],
    ['pimavanserin', 'uncontrolled', 'a medicine'],
    ['fit', 'undecided', 'a substituted phenyl as monocycle'],
    ['formylfentanyl', 'undecided', 'formyl as acyl'],
    ['indolylethyl-norfentanyl', 'undecided', 'a fused ring as monocycle'],
  ])('%s: %s (%s)', (id, verdict) => {
    expect(ask(id, 'US', day).verdict).toBe(verdict)
  })
})

describe('forms of a substance', () => {
  const crotonyl = 'C/C=C/C(=O)N(c1ccccc1)C1CCN(CCc2ccccc2)CC1'
  it('a hydrochloride of a class substance', () => {
    const result = askSmiles(`${crotonyl}.Cl`, 'US', '2018-11-26')
    expect([result.verdict, grounds(result)]).toEqual(['class', [frs]])
    expect(result.findings[0]).toMatchObject({ via: ['salt'] })
  })
  it('levomethorphan and dextromethorphan are distinguished; a flat drawing is undecided', () => {
    expect(ask('levomethorphan', 'US', '2019-01-01').verdict).toBe('listed')
    expect(ask('dextromethorphan', 'US', '2019-01-01').verdict).toBe('uncontrolled')
    expect(askSmiles('COc1ccc2CC3N(C)CCC4(CCCCC34)c2c1', 'US', '2019-01-01').verdict).toBe('undecided')
  })
})
