import { describe, expect, test } from 'vitest'
import { judge } from '../../src/matching/index.js'
import { ask, askSmiles } from '../support/ask.js'
import { law, reader, substanceOf } from '../support/law.js'

const on = '2026-12-01'
const counted = { readings: 'seen' } as const

/** Structures by the reading that decides them, or by the law where they stay open although they are near. */
const decided: readonly (readonly [code: string, reading: string | null, name: string, smiles: string])[] = [
  ['CA', 'ca/benzodiazepines-by-ring-system', 'bromazolam', substanceOf('bromazolam').smiles],
  ['CA', 'ca/benzodiazepines-by-ring-system', 'a pyridodiazepine', substanceOf('zapizolam').smiles],
  ['CA', null, 'tofisopam, a 2,3-benzodiazepine', substanceOf('tofisopam').smiles],
  ['CA', null, 'N-desmethylclozapine', 'C1CN(CCN1)C1=Nc2cc(Cl)ccc2Nc2ccccc21'],
  ['CA', 'ca/fentanyls-by-members', 'acetylfentanyl', substanceOf('acetylfentanyl').smiles],
  ['CA', 'ca/fentanyls-by-members', 'a salt of it', `${substanceOf('acetylfentanyl').smiles}.Cl`],
  ['CA', null, 'acetylbenzylfentanyl', substanceOf('acetylbenzylfentanyl').smiles],
  ['CA', null, 'lorcainide', 'CC(C)N1CCC(CC1)N(C(=O)Cc1ccccc1)c1ccc(Cl)cc1'],
  ['CA', 'ca/amphetamines-by-members', '4-fluoroamphetamine', 'CC(N)Cc1ccc(F)cc1'],
  ['CA', 'ca/amphetamines-by-members', '5-APB', 'CC(N)Cc1ccc2occc2c1'],
  ['CA', null, 'a cathinone', 'CNC(C)C(=O)c1ccc(C)cc1'],
  ['CA', null, 'lisdexamfetamine, an amide', substanceOf('lisdexamfetamine').smiles],
  ['CA', null, 'fenfluramine, with trifluoromethyl', 'CCNC(C)Cc1cccc(C(F)(F)F)c1'],
  ['CA', null, 'hydroxyamfetamine, a phenol', 'CC(N)Cc1ccc(O)cc1'],
  ['CA', 'ca/benzazocines-by-members', 'N-allylnormetazocine', 'C=CCN1CCC2(C)c3cc(O)ccc3CC1C2C'],
  ['CA', null, 'N-acetylnormetazocine, an amide', 'CC(=O)N1CCC2(C)c3cc(O)ccc3CC1C2C'],
  ['CA', null, 'metazocine without hydroxy', 'CN1CCC2(C)c3ccccc3CC1C2C'],
  ['CA', null, 'normetazocine', 'C1NC2Cc3ccc(O)cc3C(C)(C1)C2C'],
  ['CA', 'ca/opium-esters-and-ethers', '6-monoacetylmorphine', substanceOf('6-monoacetylmorphine').smiles],
  ['CA', 'ca/opium-esters-and-ethers', 'codeine N-oxide', substanceOf('codeine-n-oxide').smiles],
  ['CA', null, 'nalfurafine', substanceOf('nalfurafine').smiles],
  ['CA', 'ca/coca-esters', 'benzoylecgonine', substanceOf('benzoylecgonine').smiles],
  [
    'CA',
    'ca/steroid-esters-and-ethers',
    'testosterone enantate',
    'CCCCCCC(=O)O[C@H]1CC[C@H]2[C@@H]3CCC4=CC(=O)CC[C@]4(C)[C@H]3CC[C@]12C',
  ],
  [
    'CA',
    'ca/steroid-esters-and-ethers',
    'bolandiol dipropionate',
    'C[C@]12CC[C@H]3[C@@H](CCC4=C[C@@H](OC(=O)CC)CC[C@@H]43)[C@@H]1CC[C@@H]2OC(=O)CC',
  ],
  [
    'CA',
    null,
    'the same ester of the 3-epimer, which the item does not name',
    'C[C@]12CC[C@H]3[C@@H](CCC4=C[C@H](OC(=O)CC)CC[C@@H]43)[C@@H]1CC[C@@H]2OC(=O)CC',
  ],
  ['CA', 'ca/steroids-by-members', 'methasterone', substanceOf('methasterone').smiles],
  ['CA', null, 'androstenedione, a 17-ketone', substanceOf('4-androstenedione').smiles],
  ['CA', 'ca/health-canada-methoxetamine', 'methoxetamine', substanceOf('methoxetamine').smiles],
  ['CA', null, 'an analogue of methoxetamine', 'CCCNC1(c2cccc(OC)c2)CCCCC1=O'],
  ['CA', null, 'metonitazene, seen at second hand', substanceOf('metonitazene').smiles],
  ['CA', 'ca/cb1-agonism', 'AB-CHMINACA type with evidence', substanceOf('4f-mdmb-binaca').smiles],
  ['DE', 'de/ring-z-as-in-2024', 'bufuralol', 'CCc1cccc2cc(C(O)CNC(C)(C)C)oc12'],
  ['EE', 'ee/naphthylmethylindoles-by-sister-groups', 'JWH-175', substanceOf('jwh-175').smiles],
  ['EE', 'ee/cathinones-by-members', '4-chloroethcathinone', 'CC(NCC)C(=O)c1ccc(Cl)cc1'],
  ['EE', null, 'bupropion, with tertiary alkyl', 'CC(NC(C)(C)C)C(=O)c1cccc(Cl)c1'],
  ['EE', null, 'clometacin, an acid', 'COc1ccc2c(c1)c(C(=O)c1ccc(Cl)cc1)c(C)n2CC(O)=O'],
  ['EE', null, 'indisetron', 'CN1C[C@@H]2C[C@@H](C[C@H](C1)N2C)NC(=O)c1n[nH]c2ccccc12'],
  ['EE', null, 'a phenethylamine', 'CNCCc1ccc(F)cc1'],
  ['PT', 'pt/derivatives-by-members', '4-AcO-DET', substanceOf('4-aco-det').smiles],
  ['PT', null, 'a cathinone', 'CCCNC(C)C(=O)c1cccc(Cl)c1'],
]

describe('recorded readings', () => {
  test.each(decided)('%s by %s: %s', (code, reading, _, smiles) => {
    const words = askSmiles(smiles, code, on)
    expect(words.verdict).toBe('undecided')
    const result = askSmiles(smiles, code, on, counted)
    expect(result.verdict).toBe(reading === null ? 'undecided' : 'class')
    expect(result.byWords ?? null).toBe(reading === null ? null : 'undecided')
    expect(result.positions?.map((p) => p.reading) ?? []).toEqual(reading === null ? [] : [reading])
  })
  test('seen at second hand, it counts if all are asked for', () => {
    const result = ask('metonitazene', 'CA', on, { readings: 'all' })
    expect(result).toMatchObject({ verdict: 'class', byWords: 'undecided' })
    expect(result.positions![0]).toMatchObject({ origin: 'authority', by: 'Health Canada', day: null })
  })
  test('a statement on an entry decides the days before it, for its subject and no relative', () => {
    const before = '2026-05-03'
    expect(ask('hexahydrocannabinol', 'US', before, counted)).toMatchObject({ verdict: 'class', byWords: 'undecided' })
    expect(ask('hexahydrocannabinol', 'US', '2026-05-04', counted).verdict).toBe('listed')
    expect(ask('hexahydrocannabiforol', 'US', before, counted).verdict).toBe('undecided')
    expect(ask('thch', 'US', before, counted).verdict).toBe('undecided')
  })
  test('a statement on what a rule takes out decides the days before it', () => {
    expect(ask('naldemedine', 'US', '2017-09-28', counted)).toMatchObject({ verdict: 'class', byWords: 'undecided' })
    expect(ask('naldemedine', 'US', '2017-09-29', counted).verdict).toBe('uncontrolled')
    expect(ask('noroxymorphone', 'US', '2019-08-15', counted).verdict).toBe('class')
    expect(ask('nalfurafine', 'US', '2017-09-28', counted).verdict).toBe('undecided')
  })
  test('a fact of one stereoisomer is none of another', () => {
    expect(ask('win-55212-2', 'US', on, counted).verdict).toBe('class')
    expect(ask('win-55212-3', 'US', on, counted).verdict).toBe('undecided')
  })
})

describe('members that prove a reading', () => {
  const readings = law.edition.jurisdictions.flatMap(({ readings = [] }) => readings)
  const proved = readings.flatMap((r) => (r.subject.reaches && r.proved_by ? [r] : []))
  test.each(proved.map((r) => [r.id, r] as const))('%s: some fit its patterns, none is taken out', (_, r) => {
    const has = (id: string, smarts: string) =>
      reader.read(substanceOf(id).smiles, (s) => s.match(smarts).embeddings.length > 0)
    const members = r.proved_by!.flatMap(({ members: own }) => own)
    const fits = members.filter((id) => r.subject.reaches!.some(({ smarts }) => has(id, smarts)))
    // Sister groups and what is left out by name prove it without being of the group.
    if (!r.id.endsWith('by-sister-groups')) expect(fits.length).toBeGreaterThan(0)
    for (const id of fits) for (const { smarts } of r.subject.unless ?? []) expect(has(id, smarts), id).toBe(false)
  })
  test('judged by the default question, a named member is listed', () => {
    const result = reader.read(substanceOf('fentanyl').smiles, (s) =>
      judge(s, law, { asOf: on, jurisdictions: ['CA'] }),
    )
    expect(result.verdict).toBe('listed')
  })
})
