import { describe, expect, it } from 'vitest'
import { ask, askSmiles } from '../support/ask.js'

describe('Czechia: lines of the annexes that are not what they seem', () => {
  it('gamma-butyrolactone: listed, its line itself was not read', () => {
    const { verdict, findings } = ask('gamma-butyrolactone', 'CZ', '2026-05-20')
    expect(verdict).toBe('listed')
    expect(findings).toContainEqual(
      expect.objectContaining({ counts: 'listed', list: 'cz-annex-6', unconfirmed: ['cite'] }),
    )
  })

  it('gamma-butyrolactone before 534/2025 Sb.: undecided, its first day is unknown', () => {
    const asDrug = (day: string) =>
      ask('gamma-butyrolactone', 'CZ', day, { kinds: ['drug', 'chemical weapon'] }).verdict
    expect(asDrug('2025-12-15')).toBe('undecided')
    expect(asDrug('2025-12-16')).toBe('listed')
  })

  it('4-hydroxybutanoic acid and 1,4-butanediol do not become listed with it', () => {
    const byAnnex6 = (id: string) =>
      ask(id, 'CZ', '2026-05-20').findings.filter((f) => f.kind === 'listed' && f.list === 'cz-annex-6')
    expect(byAnnex6('ghb')).toEqual([])
    expect(ask('1-4-butanediol', 'CZ', '2026-05-20', { kinds: ['drug', 'chemical weapon'] }).verdict).toBe(
      'uncontrolled',
    )
  })

  it('PEPAP, the third name of the line of pheneridine: both are listed', () => {
    expect(ask('pepap', 'CZ', '2026-05-20').verdict).toBe('listed')
    expect(ask('ethyl-1-phenethyl-4-phenylpiperidine-4-carboxylate', 'CZ', '2026-05-20').verdict).toBe('listed')
  })
})

describe('Czechia: the day before an act, its day and the day after', () => {
  it.each([
    ['parahexyl', '1999-01-01', 'undecided', 'listed'],
    ['ethyl-1-phenethyl-4-phenylpiperidine-4-carboxylate', '1999-01-01', 'undecided', 'listed'],
    ['4-mta', '2002-01-01', 'uncontrolled', 'listed'],
    ['pmma', '2003-08-30', 'uncontrolled', 'listed'],
    ['2c-i', '2006-04-01', 'uncontrolled', 'listed'],
    ['jwh-018', '2011-04-22', 'uncontrolled', 'listed'],
    ['mephedrone', '2011-04-22', 'uncontrolled', 'listed'],
    ['5-it', '2014-01-01', 'uncontrolled', 'listed'],
    ['mt-45', '2015-10-01', 'uncontrolled', 'listed'],
    ['3-mmc', '2015-10-01', 'uncontrolled', 'listed'],
    ['u-47700', '2017-03-01', 'uncontrolled', 'listed'],
    ['acetylfentanyl', '2017-03-01', 'uncontrolled', 'listed'],
    ['cyclopentylfentanyl', '2018-03-08', 'uncontrolled', 'listed'],
    ['cyclopropylfentanyl', '2018-10-25', 'uncontrolled', 'listed'],
    ['isotonitazene', '2021-06-03', 'uncontrolled', 'listed'],
    ['amapn', '2022-07-01', 'uncontrolled', 'listed'],
    ['pti-1', '2022-07-01', 'uncontrolled', 'listed'],
    ['pti-2', '2022-07-01', 'uncontrolled', 'listed'],
    [
      '1-cyclohexylmethyl-2-4-ethoxybenzyl-n-n-diethyl-benzimidazole-5-carboxamide',
      '2022-07-01',
      'uncontrolled',
      'listed',
    ],
    ['etonitazepyne', '2023-08-01', 'uncontrolled', 'listed'],
    ['phentermine', '2021-06-03', 'listed', 'undecided'],
  ] as const)('%s on %s: %s, then %s', (id, day, before, after) => {
    const on = (shift: number) =>
      ask(id, 'CZ', new Date(Date.parse(day) + shift * 86_400_000).toISOString().slice(0, 10), {
        kinds: ['drug', 'chemical weapon'],
      }).verdict
    expect([on(-1), on(0), on(1)]).toEqual([before, after, after])
  })

  it.each([
    ['u-47700', '2021-06-02', 'cz-annex-4'],
    ['u-47700', '2021-06-03', 'cz-annex-3'],
    ['buprenorphine', '2003-08-29', 'cz-annex-6'],
    ['buprenorphine', '2003-08-30', 'cz-annex-5'],
    ['ghb', '2013-12-31', 'cz-annex-7'],
    ['ghb', '2014-01-01', 'cz-annex-5'],
  ])('%s on %s: %s', (id, day, list) => {
    expect(ask(id, 'CZ', day).findings).toMatchObject([{ kind: 'listed', counts: 'listed', list }])
  })

  it('list 1 covered dextromethorphan as an isomer until it was left out', () => {
    expect(ask('dextromethorphan', 'CZ', '2000-06-29').verdict).toBe('listed')
    expect(ask('dextromethorphan', 'CZ', '2000-06-30').verdict).toBe('uncontrolled')
  })

  it('esters of list 2 until 2000', () => {
    const acetylcodeine = 'COc1ccc2c3c1OC1C(OC(C)=O)C=CC4C(C2)N(C)CCC341'
    expect(askSmiles(acetylcodeine, 'CZ', '2000-06-29').verdict).not.toBe('uncontrolled')
  })
})

describe('Czechia: kratom', () => {
  it.each([
    'CC[C@@H]1CN2CCc3c([nH]c4cccc(OC)c34)[C@@H]2C[C@@H]1/C(=C\\OC)C(=O)OC',
    'CCC1C[NH+]2CCc3c([nH]c4cccc(OC)c34)C2CC1/C(=C\\OC)C(=O)OC',
    'CCC1CN2CCc3c([nH]c4cccc(OC)c34)C2CC1C(=COC)C(=O)OC.Cl',
  ])('%s: undecided, the annex means the plant and its extract', (smiles) => {
    expect(askSmiles(smiles, 'CZ', '2025-11-12').verdict).toBe('undecided')
  })
})

describe('Czechia: precursors', () => {
  it.each([
    ['ephedrine', '1999-01-01', 'listed'],
    ['ephedrine', '2006-03-31', 'listed'],
    ['norephedrine', '2001-02-18', 'uncontrolled'],
    ['norephedrine', '2001-02-19', 'listed'],
    ['potassium-permanganate', '2004-07-01', 'listed'],
    // Then by reference to the Union, and by a list of three.
    ['ephedrine', '2006-04-01', 'class'],
    ['ephedrine', '2026-05-20', 'class'],
    ['1-4-butanediol', '2013-12-31', 'uncontrolled'],
    ['1-4-butanediol', '2014-01-01', 'listed'],
    ['gamma-butyrolactone', '2014-01-01', 'listed'],
  ])('%s on %s: %s', (id, day, verdict) => {
    expect(ask(id, 'CZ', day).verdict).toBe(verdict)
  })

  it('no salts of sulfuric acid', () => {
    expect(askSmiles('[Na+].[Na+].[O-]S(=O)(=O)[O-]', 'CZ', '2003-01-01').verdict).toBe('uncontrolled')
  })
})
