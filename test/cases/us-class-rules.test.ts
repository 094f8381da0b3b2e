import { beforeAll, describe, expect, test } from 'vitest'
import type { Reader } from '../../src/chem/index.js'
import { assess, type Finding, type LawIndex } from '../../src/matching/index.js'
import { sharedReader, shippedLaw } from '../support/law.js'

let law: LawIndex
let reader: Reader

beforeAll(async () => {
  law = shippedLaw()
  reader = await sharedReader()
})

async function ask(smiles: string, asOf: string) {
  await reader.ready()
  const result = assess(reader, law, smiles, { asOf, jurisdictions: ['US'] }, { identify: 'controlled' })
  if (result.kind !== 'judged') throw new Error(`cannot read ${smiles}`)
  return result.judgement.jurisdictions[0]!
}

/** How a rule judges a structure on a day: `class`, `undecided`, `proposed`, or null if it does not apply. */
async function by(rule: string, smiles: string, asOf: string): Promise<string | null> {
  const found = (await ask(smiles, asOf)).findings.find((f: Finding) => f.kind === 'class' && f.ruleId === rule)
  return found?.kind === 'class' ? (found.counts ?? found.status) : null
}

const smilesOf = (id: string) => law.edition.substances.find((s) => s.id === id)!.smiles!

describe('a rule, the day before its first day and on it', () => {
  test.each([
    [
      'us-cannabimimetic-agents',
      'JWH-175',
      'CCCCCn1cc(Cc2cccc3ccccc23)c2ccccc21',
      '2012-07-08',
      '2012-07-09',
      'undecided',
    ],
    [
      'us-list-1-4-anilinopiperidine-2020',
      '1-boc-4-AP',
      'CC(C)(C)OC(=O)N1CCC(Nc2ccccc2)CC1',
      '2020-05-14',
      '2020-05-15',
      'class',
    ],
    [
      'us-list-1-4-anilinopiperidine-2023',
      'para-fluoro-4-AP',
      'Fc1ccc(NC2CCNCC2)cc1',
      '2023-11-29',
      '2023-11-30',
      'class',
    ],
    ['us-list-1-4-piperidone', '1-boc-4-piperidone', 'CC(C)(C)OC(=O)N1CCC(=O)CC1', '2023-05-11', '2023-05-12', 'class'],
    [
      'us-barbituric-acid-derivatives',
      'aprobarbital',
      'C=CCC1(C(C)C)C(=O)NC(=O)NC1=O',
      '1971-04-30',
      '1971-05-01',
      'class',
    ],
    [
      'us-anabolic-steroids-1991',
      'methylstenbolone',
      'CC1=CC2(C)C(CCC3C2CCC2(C)C3CCC2(C)O)CC1=O',
      '1991-02-26',
      '1991-02-27',
      'undecided',
    ],
    [
      'us-anabolic-steroids-2005',
      'methylstenbolone',
      'CC1=CC2(C)C(CCC3C2CCC2(C)C3CCC2(C)O)CC1=O',
      '2005-01-19',
      '2005-01-20',
      'undecided',
    ],
    [
      'us-sofa-2018',
      'crotonylfentanyl',
      'C/C=C/C(=O)N(c1ccccc1)C1CCN(CCc2ccccc2)CC1',
      '2018-02-04',
      '2018-02-05',
      'proposed',
    ],
    [
      'us-nitazene-bills',
      'metodesnitazene',
      'COc1ccc(Cc2nc3ccccc3n2CCN(CC)CC)cc1',
      '2025-09-15',
      '2025-09-16',
      'proposed',
    ],
  ])('%s: %s', async (rule, _, smiles, before, day, expected) => {
    expect(await by(rule, smiles, before)).toBeNull()
    expect(await by(rule, smiles, day)).toBe(expected)
  })
  test.each([
    ['us-list-1-4-anilinopiperidine-2020', 'CC(=O)N1CCC(Nc2ccccc2)CC1', '2023-11-29', 'class', '2023-11-30'],
    ['us-sofa-2018', 'C/C=C/C(=O)N(c1ccccc1)C1CCN(CCc2ccccc2)CC1', '2019-01-02', 'proposed', '2019-01-03'],
    ['us-anabolic-steroids-1991', 'CC1=CC2(C)C(CCC3C2CCC2(C)C3CCC2(C)O)CC1=O', '2005-01-19', 'undecided', '2005-01-20'],
  ])('%s ends', async (rule, smiles, last, expected, after) => {
    expect(await by(rule, smiles, last)).toBe(expected)
    expect(await by(rule, smiles, after)).toBeNull()
  })
})

describe('exemptions from the derivatives of opium and coca', () => {
  // Until then as DEA read the words; by the words alone, undecided.
  test.each([
    ['naldemedine', '2017-09-28', '2017-09-29', 'class'],
    ['naloxegol', '2015-01-22', '2015-01-23', 'class'],
    ['samidorphan', '2021-04-18', '2021-04-19', 'class'],
    ['naloxone', '1974-12-23', '1974-12-24', 'undecided'],
  ])('%s', async (id, before, day, verdict) => {
    const result = await ask(smilesOf(id), before)
    expect([result.verdict, result.byWords ?? 'undecided']).toEqual([verdict, 'undecided'])
    expect((await ask(smilesOf(id), day)).verdict).toBe('uncontrolled')
  })
  test('ioflupane with iodine-123, not the same structure without an isotope', async () => {
    const labelled = smilesOf('ioflupane').replace('I)', '[123I])')
    expect(labelled).toContain('[123I]')
    expect((await ask(labelled, '2015-09-10')).verdict).toBe('undecided')
    expect((await ask(labelled, '2015-09-11')).verdict).toBe('uncontrolled')
    expect((await ask(smilesOf('ioflupane'), '2015-09-11')).verdict).toBe('undecided')
    expect((await ask(labelled.replace('[123I]', '[131I]'), '2015-09-11')).verdict).toBe('undecided')
  })
  test('ioflupane with fluorine-18 from its own day on', async () => {
    const labelled = smilesOf('ioflupane').replace('F', '[18F]')
    expect(labelled).toContain('[18F]')
    expect((await ask(labelled, '2022-12-20')).verdict).toBe('undecided')
    expect((await ask(labelled, '2022-12-21')).verdict).toBe('uncontrolled')
  })
  test.each([
    'naltrexone',
    'apomorphine',
    'nalbuphine',
    'nalmefene',
    'dextrorphan',
    'dextromethorphan',
    '6beta-naltrexol',
    'methylnaltrexone',
  ])('%s is uncontrolled', async (id) => {
    expect((await ask(smilesOf(id), '2026-06-01')).verdict).toBe('uncontrolled')
  })
})

describe('a schedule that lists a substance by name takes precedence over the class', () => {
  test.each([
    ['phenobarbital', 'us-barbituric-acid-derivatives'],
    ['morphine', 'us-opium-derivatives'],
    ['butorphanol', 'us-opium-derivatives'],
    ['cocaine', 'us-coca-derivatives'],
    ['nandrolone', 'us-anabolic-steroids-2005'],
    ['nabilone', 'us-tetrahydrocannabinols'],
  ])('%s', async (id, rule) => {
    const result = await ask(smilesOf(id), '2026-06-01')
    expect(result.verdict).toBe('listed')
    expect(result.setAside.map((s) => s.ruleId)).toContain(rule)
  })
})

describe('named members of a class', () => {
  test.each(['am-1220', 'jwh-018', 'thiopental'])('%s is covered in 2015', async (id) => {
    const result = await ask(smilesOf(id), '2015-06-01')
    expect(
      result.findings.some(
        (f) => f.kind === 'class' && f.counts === 'class' && f.clauses.some((c) => c.id === 'named'),
      ),
    ).toBe(true)
  })
  test('exemestane, trilostane and dehydroepiandrosterone are uncontrolled', async () => {
    for (const id of ['exemestane', 'trilostane', 'prasterone'])
      expect((await ask(smilesOf(id), '2026-06-01')).verdict, id).toBe('uncontrolled')
  })
})
