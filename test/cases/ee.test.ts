import { describe, expect, it } from 'vitest'
import { ask, askSmiles } from '../support/ask.js'
import { substanceOf } from '../support/law.js'

const on = '2026-03-01'

/** Structures that a group of list VI could cover, by group; the regulation names the groups and defines none. */
const reached: Readonly<Record<string, readonly [name: string, smiles: string][]>> = {
  'ee-adamantoylindoles': [['AB-001', 'CCCCCn1cc(C(=O)C23CC4CC(CC(C4)C2)C3)c2ccccc12']],
  'ee-benzoylindoles': [['AM-679', 'CCCCCn1cc(C(=O)c2ccccc2I)c2ccccc12']],
  'ee-cathinones': [
    ['4-chloroethcathinone', 'CC(NCC)C(=O)c1ccc(Cl)cc1'],
    ['thiothinone', 'CC(NC)C(=O)c1cccs1'],
    ['alpha-D2PV', substanceOf('alpha-d2pv').smiles],
    ['bupropion', 'CC(NC(C)(C)C)C(=O)c1cccc(Cl)c1'],
  ],
  'ee-cyclohexylphenols': [['CP 55,940', 'CCCCCCC(C)(C)c1ccc(C2CC(O)CCC2CCCO)c(O)c1']],
  'ee-cyclopropylcarbonylindoles': [['A-796260 without its chain', 'Cn1cc(C(=O)C2C(C)(C)C2(C)C)c2ccccc12']],
  'ee-fentanyls': [
    ['carfentanil', substanceOf('carfentanil').smiles],
    ['4-ANPP', 'c1ccc(NC2CCN(CCc3ccccc3)CC2)cc1'],
    ['beta-oxofentanyl', substanceOf('beta-oxofentanyl').smiles],
    ['a fentanyl with azepane', substanceOf('fentanyl-azepane').smiles],
    ['an opened fentanyl', substanceOf('secofentanyl').smiles],
    ['a fentanyl with benzyl for phenyl', substanceOf('n-benzyl-desphenylfentanyl').smiles],
    ['fentanyl methyl carbamate', 'O=C(OC)N(c1ccccc1)C1CCN(CCc2ccccc2)CC1'],
  ],
  'ee-indazolecarboxamides': [
    ['5F-CUMYL-PINACA', 'FCCCCCn1nc(C(=O)NC(C)(C)c2ccccc2)c2ccccc12'],
    ['5F-PY-PINACA', substanceOf('5f-py-pinaca').smiles],
    ['the 6-carboxamide', 'CCCCCn1ncc2ccc(C(=O)NC(C)(C)c3ccccc3)cc12'],
  ],
  'ee-indolecarboxamides': [
    ['CUMYL-PICA', 'CCCCCn1cc(C(=O)NC(C)(C)c2ccccc2)c2ccccc12'],
    ['5F-PY-PICA', substanceOf('5f-py-pica').smiles],
    ['the 2-carboxamide', 'CCCCCn1c(C(=O)NC(C)(C)c2ccccc2)cc2ccccc12'],
    ['CUMYL-PEGACLONE', substanceOf('cumyl-pegaclone').smiles],
  ],
  'ee-naphthoylindoles': [['JWH-122', 'CCCCCn1cc(C(=O)c2ccc(C)c3ccccc23)c2ccccc12']],
  'ee-naphthoylpyrroles': [['JWH-030', 'CCCCCn1ccc(C(=O)c2cccc3ccccc23)c1']],
  'ee-naphthylmethyleneindenes': [['JWH-176', 'CCCCCC1=CC(=Cc2cccc3ccccc23)c2ccccc12']],
  'ee-naphthylmethylindoles': [['JWH-175', 'CCCCCn1cc(Cc2cccc3ccccc23)c2ccccc12']],
  'ee-nitazenes': [['butonitazene', substanceOf('butonitazene').smiles]],
  'ee-phenethylamines': [
    ['2-phenylethylamine', 'NCCc1ccccc1'],
    ['2C-TFM', 'COc1cc(CCN)c(OC)cc1C(F)(F)F'],
    ['25B-NBOH', 'Oc1ccccc1CNCCc1cc(OC)c(Br)cc1OC'],
    ['BOH-2C-B', 'COc1cc(C(O)CN)c(OC)cc1Br'],
    ['5-APDB', 'CC(N)Cc1ccc2OCCc2c1'],
  ],
  'ee-phenylacetylindoles': [['JWH-203', 'CCCCCn1cc(C(=O)Cc2ccccc2Cl)c2ccccc12']],
  'ee-tryptamines': [
    ['5-MeO-MiPT', 'CN(C(C)C)CCc1c[nH]c2ccc(OC)cc12'],
    ['N-pyrrolidinyltryptamine', 'C1CCN(CCc2c[nH]c3ccccc32)C1'],
  ],
}

/** Medicines and everyday chemicals that a broad reading of a group name could cover. */
const left: readonly [name: string, smiles: string][] = [
  ['tyramine', 'NCCc1ccc(O)cc1'],
  ['dopamine', 'NCCc1ccc(O)c(O)c1'],
  ['phenylalanine', 'NC(Cc1ccccc1)C(=O)O'],
  ['tryptophan', 'NC(Cc1c[nH]c2ccccc12)C(=O)O'],
  ['melatonin', 'CC(=O)NCCc1c[nH]c2ccc(OC)cc12'],
  ['sumatriptan', 'CNS(=O)(=O)Cc1ccc2[nH]cc(CCN(C)C)c2c1'],
  ['zolmitriptan', 'CN(C)CCc1c[nH]c2ccc(C[C@H]3COC(=O)N3)cc12'],
  ['rizatriptan', 'CN(C)CCc1c[nH]c2ccc(Cn3cncn3)cc12'],
  ['enfenamic acid', 'OC(=O)c1ccccc1NCCc1ccccc1'],
  ['2-(phenylethylamino)pyrimidine', 'c1cnc(NCCc2ccccc2)nc1'],
  ['a benzoxazine', 'c1ccc2c(c1)CN(CCc1ccccc1)CO2'],
  ['selegiline', 'C#CCN(C)C(C)Cc1ccccc1'],
  ['venlafaxine', 'CN(C)CC(c1ccc(OC)cc1)C1(O)CCCCC1'],
  ['verapamil', 'COc1ccc(CCN(C)CCCC(C#N)(C(C)C)c2ccc(OC)c(OC)c2)cc1OC'],
  ['formoterol', 'COc1ccc(CC(C)NCC(O)c2ccc(O)c(NC=O)c2)cc1'],
  ['salbutamol', 'CC(C)(C)NCC(O)c1ccc(O)c(CO)c1'],
  ['sitagliptin', 'NC(CC(=O)N1CCn2c(nnc2C(F)(F)F)C1)Cc1cc(F)c(F)cc1F'],
  ['ropinirole', 'CCCN(CCC)CCc1cccc2c1CC(=O)N2'],
  ['famprofazone', 'CC(C)c1c(CN(C)C(C)Cc2ccccc2)n(C)n(-c2ccccc2)c1=O'],
  ['astemizole', 'COc1ccc(CCN2CCC(Nc3nc4ccccc4n3Cc3ccc(F)cc3)CC2)cc1'],
  ['pimavanserin', 'CC(C)COc1ccc(CNC(=O)N(Cc2ccc(F)cc2)C2CCN(C)CC2)cc1'],
  ['domperidone', 'O=c1[nH]c2ccccc2n1CCCN1CCC(n2c(=O)[nH]c3cc(Cl)ccc32)CC1'],
  ['lorcainide', 'CC(C)N1CCC(N(C(=O)Cc2ccccc2)c2ccc(Cl)cc2)CC1'],
  ['indometacin', 'COc1ccc2c(c1)c(CC(=O)O)c(C)n2C(=O)c1ccc(Cl)cc1'],
  ['granisetron', 'CN1C2CCCC1CC(NC(=O)c1nn(C)c3ccccc13)C2'],
  ['niraparib', 'NC(=O)c1cccc2cn(nc12)-c1ccc(cc1)[C@@H]1CCCNC1'],
  ['alosetron', 'Cc1c(CN2CCc3c(c4ccccc4n3C)C2=O)[nH]cn1'],
  ['tetrahydrofuran', 'C1CCOC1'],
]

const ofEstonia = (smiles: string) => askSmiles(smiles, 'EE', on, { kinds: ['drug', 'chemical weapon'] })

describe('Estonia, list VI: groups without a definition', () => {
  it.each(
    Object.entries(reached).flatMap(([group, structures]) => structures.map(([name, s]) => ({ group, name, s }))),
  )('$name: undecided, $group', ({ group, s }) => {
    const { verdict, findings } = ofEstonia(s)
    expect(verdict).toBe('undecided')
    expect(findings.map((f) => (f.kind === 'gap' ? f.gap : f.kind))).toContain(group)
  })

  it.each(left)('%s: uncontrolled', (_, smiles) => {
    expect(ofEstonia(smiles).verdict).toBe('uncontrolled')
  })
})

describe('Estonia: isomers that the 1961 Convention excludes', () => {
  it.each([
    ['levomethorphan', 'listed'],
    ['racemethorphan', 'listed'],
    ['dextromethorphan', 'undecided'],
    ['levorphanol', 'listed'],
    ['dextrorphan', 'undecided'],
    ['cathine', 'listed'],
    ['norephedrine', 'undecided'],
  ])('%s: %s', (substance, verdict) => {
    expect(ofEstonia(substanceOf(substance).smiles).verdict).toBe(verdict)
  })
})

describe('Estonia: the text published on 2013-11-26, whose first day is not confirmed', () => {
  it.each([
    ['2013-09-22', 'uncontrolled'],
    ['2013-09-23', 'undecided'],
    ['2013-11-28', 'undecided'],
    ['2013-11-29', 'listed'],
  ])('salvinorin A, mitragynine and 7-hydroxymitragynine on %s: %s', (day, verdict) => {
    for (const id of ['salvinorin-a', 'mitragynine', '7-hydroxy-mitragynine'])
      expect(ask(id, 'EE', day).verdict).toBe(verdict)
  })
})

describe('Estonia: the day before a text, its day and the day after', () => {
  it.each([
    ['fentanyl', '2006-04-23', 'undecided', 'listed'],
    ['benzylpiperazine', '2007-11-26', 'uncontrolled', 'listed'],
    ['zopiclone', '2007-11-26', 'uncontrolled', 'listed'],
    ['jwh-018', '2009-07-24', 'uncontrolled', 'listed'],
    ['mephedrone', '2009-12-11', 'uncontrolled', 'listed'],
  ] as const)('%s on %s: %s, then %s', (id, day, before, after) => {
    const on = (shift: number) =>
      ask(id, 'EE', new Date(Date.parse(day) + shift * 86_400_000).toISOString().slice(0, 10)).verdict
    expect([on(-1), on(0), on(1)]).toEqual([before, after, after])
  })

  it.each([
    ['etonitazene', '2023-12-22', 'ee-list-2'],
    ['etonitazene', '2023-12-23', 'ee-list-1'],
    ['methylphenidate', '2008-07-25', 'ee-list-1'],
    ['methylphenidate', '2008-07-26', 'ee-list-2'],
  ])('%s on %s: %s', (id, day, list) => {
    expect(ask(id, 'EE', day).findings).toContainEqual(expect.objectContaining({ counts: 'listed', list }))
  })
})

it.each([
  ['2007-11-25', 'ee-list-1'],
  ['2007-11-26', 'ee-list-3'],
  ['2007-11-27', 'ee-list-3'],
])('dronabinol moved from list I to list III: on %s, %s', (day, list) => {
  const lists = ask('delta-9-thc', 'EE', day).findings.flatMap((f) => (f.kind === 'listed' ? [f.list] : []))
  expect(lists).toContain(list)
  expect(lists.filter((l) => l === 'ee-list-1' || l === 'ee-list-3')).toEqual([list])
})
