import { describe, expect, it } from 'vitest'
import { statusOn } from '../../src/law/index.js'
import { ask, askSmiles, byRule, grounds } from '../support/ask.js'
import { edition, substanceOf } from '../support/law.js'

const supplementary = 'listed drug cn-supplementary-2015'

describe('a scheduling action: the day before, the day, the day after', () => {
  it.each([
    ['alpha-PVP, one of the 116 of 2015', 'alpha-pvp', '2015-09-30', '2015-10-01', '2015-10-02', supplementary],
    [
      'acetylfentanyl, one of the 116 of 2015',
      'acetylfentanyl',
      '2015-09-30',
      '2015-10-01',
      '2015-10-02',
      supplementary,
    ],
    ['carfentanil', 'carfentanil', '2017-02-28', '2017-03-01', '2017-03-02', supplementary],
    ['furanylfentanyl', 'furanylfentanyl', '2017-02-28', '2017-03-01', '2017-03-02', supplementary],
    ['U-47700', 'u-47700', '2017-06-30', '2017-07-01', '2017-07-02', supplementary],
    ['MT-45', 'mt-45', '2017-06-30', '2017-07-01', '2017-07-02', supplementary],
    ['4-ANPP as a precursor', '4-anpp', '2018-01-31', '2018-02-01', '2018-02-02', 'listed precursor cn-precursors-1'],
    ['NPP as a precursor', 'npp', '2018-01-31', '2018-02-01', '2018-02-02', 'listed precursor cn-precursors-1'],
    [
      '4-fluoroisobutyrylfentanyl, one of the 32 of 2018',
      '4-fluoroisobutyrylfentanyl',
      '2018-08-31',
      '2018-09-01',
      '2018-09-02',
      supplementary,
    ],
    [
      'tetrahydrofuranylfentanyl, one of the 32 of 2018',
      'tetrahydrofuranylfentanyl',
      '2018-08-31',
      '2018-09-01',
      '2018-09-02',
      supplementary,
    ],
    [
      'crotonylfentanyl, by the class of 2019',
      'crotonylfentanyl',
      '2019-04-30',
      '2019-05-01',
      '2019-05-02',
      'class drug cn-fentanyl-class',
    ],
    [
      'benzylfentanyl, by the class of 2019',
      'benzylfentanyl',
      '2019-04-30',
      '2019-05-01',
      '2019-05-02',
      'class drug cn-fentanyl-class',
    ],
    ['isotonitazene, one of the 18 of 2021', 'isotonitazene', '2021-06-30', '2021-07-01', '2021-07-02', supplementary],
    ['bromazolam, one of the 46 of 2024', 'bromazolam', '2024-06-30', '2024-07-01', '2024-07-02', supplementary],
    [
      'norfentanyl as a precursor',
      'norfentanyl',
      '2024-08-31',
      '2024-09-01',
      '2024-09-02',
      'listed precursor cn-precursors-2',
    ],
    [
      '4-piperidone as a precursor',
      '4-piperidone',
      '2025-07-19',
      '2025-07-20',
      '2025-07-21',
      'listed precursor cn-precursors-2',
    ],
  ])('%s', (_, id, before, day, after, ground) => {
    expect([ask(id, 'CN', before).verdict, grounds(ask(id, 'CN', before))]).toEqual(['uncontrolled', []])
    expect(grounds(ask(id, 'CN', day))).toEqual([ground])
    expect(grounds(ask(id, 'CN', after))).toEqual([ground])
  })
})

describe('lists that replace one another leave no day uncovered', () => {
  it.each([
    ['carfentanil', '2025-07-20', '2025-07-21'],
    ['fentanyl', '2025-07-20', '2025-07-21'],
    ['alpha-pvp', '2025-07-20', '2025-07-21'],
    ['diazepam', '2025-07-20', '2025-07-21'],
    ['etizolam', '2025-07-20', '2025-07-21'],
  ])('%s', (id, before, day) => {
    expect([ask(id, 'CN', before).verdict, ask(id, 'CN', day).verdict]).toEqual(['listed', 'listed'])
    const lists = [before, day].map((d) =>
      ask(id, 'CN', d).findings.flatMap((f) => (f.kind === 'listed' ? [f.list] : [])),
    )
    expect(lists[0]).not.toEqual(lists[1])
  })
  it('suvorexant left the lists with the edition of 2025', () => {
    expect(ask('suvorexant', 'CN', '2025-07-20').verdict).toBe('listed')
    expect(ask('suvorexant', 'CN', '2025-07-21').verdict).not.toBe('listed')
  })
})

/** Substances marked in a list in force on a day. */
function marked(tag: string, on: string): Set<string> {
  const lists = edition.jurisdictions.find((j) => j.jurisdiction.code === 'CN')!.lists
  const entries = lists
    .flatMap((l) => l.entries)
    .filter((e) => e.tags?.includes(tag) && e.periods.some((p) => statusOn(p, on) === 'in force'))
  return new Set(entries.map((e) => e.substance))
}

describe('the numbers published by the authorities', () => {
  // New psychoactive substances: 14 in the psychotropic catalogue and the supplementary list.
  it.each([
    ['2014-01-01', 14, 13],
    ['2015-09-30', 14, 13],
    ['2015-10-01', 130, 19],
    ['2017-02-28', 130, 19],
    ['2017-03-01', 134, 23],
    ['2017-06-30', 134, 23],
    ['2017-07-01', 138, 23],
    ['2018-08-31', 138, 23],
    ['2018-09-01', 170, 25],
    ['2018-11-26', 170, 25],
    ['2019-05-01', 170, 25],
    ['2021-07-01', 188, 25],
    ['2024-07-01', 234, 25],
  ])('%s: %i new psychoactive substances, %i fentanyls', (day, nps, fentanyls) => {
    expect([marked('nps', day).size, marked('fentanyl', day).size]).toEqual([nps, fentanyls])
  })
  it('2018-11-26: each of the 25 fentanyls is found listed, and no other recorded fentanyl', () => {
    const found = [...marked('fentanyl', '2018-11-26')].map((id) => [id, ask(id, 'CN', '2018-11-26').verdict])
    expect(found.filter(([, verdict]) => verdict !== 'listed')).toEqual([])
  })
})

describe('what the United States proposed in 2018 was not law', () => {
  const day = '2018-11-26'
  it('crotonylfentanyl is uncontrolled, and the proposal is shown', () => {
    const result = ask('crotonylfentanyl', 'CN', day)
    expect(result.verdict).toBe('uncontrolled')
    expect(byRule(result, 'cn-proposed-fentanyl-class')).toMatchObject([
      { status: 'proposed', counts: null, clauses: [{ id: 'E' }] },
    ])
  })
  it('if assumed, it counts', () => {
    const result = ask('crotonylfentanyl', 'CN', day, { assume: ['cn-proposed-fentanyl-class'] })
    expect(result.verdict).toBe('class')
    expect(byRule(result, 'cn-proposed-fentanyl-class')).toMatchObject([{ assumed: true, status: 'proposed' }])
  })
  it('it ends with the class of 2019', () => {
    const result = ask('crotonylfentanyl', 'CN', '2019-05-01')
    expect(grounds(result)).toEqual(['class drug cn-fentanyl-class'])
    expect(byRule(result, 'cn-proposed-fentanyl-class')).toEqual([])
  })
})

describe('the class of 2019', () => {
  const day = '2019-05-01'
  it('excludes named substances', () => {
    const result = ask('carfentanil', 'CN', day)
    expect(result.verdict).toBe('listed')
    expect(result.setAside.map((s) => s.ruleId)).toContain('cn-fentanyl-class')
  })
  it('covers a hydrochloride', () => {
    const result = askSmiles('C/C=C/C(=O)N(c1ccccc1)C1CCN(CCc2ccccc2)CC1.Cl', 'CN', day)
    expect(result.verdict).toBe('class')
    expect(byRule(result, 'cn-fentanyl-class')).toMatchObject([{ via: ['salt'] }])
  })
  it.each([
    ['lorcainide', 'undecided', 'meets the words, and no authority has ruled'],
    ['fentanyl-carbamate', 'undecided', 'acyl is not defined'],
    ['trefentanil', 'undecided', 'the list of condition 3 ends in "and such substituents"'],
    ['norfentanyl', 'uncontrolled', 'hydrogen on the piperidine nitrogen'],
    ['pimavanserin', 'uncontrolled', 'benzyl on the amide nitrogen'],
    ['fentanyl-azepane', 'uncontrolled', 'another ring'],
    ['tropafentanyl', 'uncontrolled', 'a bridged ring'],
    ['secofentanyl', 'uncontrolled', 'no ring'],
    ['haloperidol', 'uncontrolled', 'a medicine'],
    ['loperamide', 'uncontrolled', 'a medicine'],
    ['pimozide', 'uncontrolled', 'a medicine'],
    ['bamipine', 'uncontrolled', 'a medicine'],
  ])('%s: %s (%s)', (id, verdict) => {
    expect(ask(id, 'CN', day).verdict).toBe(verdict)
  })
  it.each([
    ['1,3-benzodioxol-5-yl', 'c1ccc2c(c1)OCO2', 'undecided'],
    ['indan-5-yl', 'c1ccc2c(c1)CCC2', 'undecided'],
    ['indol-5-yl', 'c1ccc2[nH]ccc2c1', 'uncontrolled'],
    ['2-naphthyl', 'c1ccc2ccccc2c1', 'uncontrolled'],
  ])('%s as the aromatic group of fentanyl', (_, group, verdict) => {
    expect(askSmiles(`CCC(=O)N(${group})C1CCN(CCc2ccccc2)CC1`, 'CN', day).verdict).toBe(verdict)
  })
})

describe('days outside the records', () => {
  it('before the catalogues of 2013: undecided, never uncontrolled', () => {
    expect(ask('fentanyl', 'CN', '2013-12-31').verdict).toBe('undecided')
  })
  it('before the precursor annex of 2005', () => {
    expect(ask('ephedrine', 'CN', '2005-10-31').verdict).toBe('undecided')
    expect(ask('ephedrine', 'CN', '2005-11-01').verdict).toBe('listed')
  })
})

describe('the fentanyl class excludes what is listed: on any list to 2025-07-20, then on the narcotic catalogue only', () => {
  it.each([
    ['furanylfentanyl', '2025-07-20', 0],
    ['furanylfentanyl', '2025-07-21', 1],
    ['remifentanil', '2025-07-20', 0],
    ['remifentanil', '2025-07-21', 0],
  ])('%s on %s: %i finding(s) of the class', (id, day, count) => {
    expect(ask(id, 'CN', day).verdict).toBe('listed')
    expect(byRule(ask(id, 'CN', day), 'cn-fentanyl-class')).toHaveLength(count)
  })
})

describe('a drug with another active ingredient: the catalogues cover single-ingredient preparations', () => {
  const paracetamol = 'CC(=O)Nc1ccc(O)cc1'
  const tramadol = 'CN(C)C[C@H]1CCCC[C@@]1(O)c1cccc(OC)c1.Cl'
  const codeine = 'CN1CC[C@]23c4c5ccc(OC)c4O[C@H]2[C@@H](O)C=C[C@H]3[C@H]1C5.OP(=O)(O)O'
  const atropine = 'CN1[C@H]2CC[C@@H]1CC(C2)OC(=O)C(CO)c1ccccc1'
  const diphenoxylate = substanceOf('diphenoxylate').smiles
  const doubts = (smiles: string, day: string) =>
    askSmiles(smiles, 'CN', day).findings.flatMap((f) => ('doubts' in f ? f.doubts.map((d) => d.kind) : []))
  it.each([
    ['tramadol and paracetamol', `${tramadol}.${paracetamol}`, '2022-01-01'],
    ['the same, the last day before its own entry', `${tramadol}.${paracetamol}`, '2023-06-30'],
    ['codeine and paracetamol', `${codeine}.${paracetamol}`, '2014-06-01'],
    ['diphenoxylate and atropine', `${diphenoxylate}.${atropine}`, '2024-06-30'],
    ['oxycodone and paracetamol', `${substanceOf('oxycodone').smiles}.${paracetamol}`, '2018-01-01'],
    ['butalbital and paracetamol', `${substanceOf('butalbital').smiles}.${paracetamol}`, '2022-01-01'],
    ['dextromethorphan and paracetamol', `${substanceOf('dextromethorphan').smiles}.Br.${paracetamol}`, '2026-09-01'],
    [
      'remifentanil and paracetamol: no class either',
      `${substanceOf('remifentanil').smiles}.${paracetamol}`,
      '2026-09-01',
    ],
  ])('%s: undecided', (_, smiles, day) => {
    expect(askSmiles(smiles, 'CN', day).verdict).toBe('undecided')
    expect(new Set(doubts(smiles, day))).toEqual(new Set(['with other ingredients']))
  })
  it.each([
    ['alone, as a salt', tramadol, '2022-01-01'],
    ['with water', `${tramadol}.O`, '2022-01-01'],
    [
      'heroin and caffeine: both are in the catalogues',
      `${substanceOf('heroin').smiles}.Cn1c(=O)c2c(ncn2C)n(C)c1=O`,
      '2022-01-01',
    ],
    [
      'alpha-PVP and paracetamol: the supplementary catalogue has no such words',
      `${substanceOf('alpha-pvp').smiles}.${paracetamol}`,
      '2022-01-01',
    ],
  ])('%s: listed', (_, smiles, day) => expect(askSmiles(smiles, 'CN', day).verdict).toBe('listed'))
})
