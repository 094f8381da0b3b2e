import { describe, expect, it } from 'vitest'
import { formulaOf, groupsOf, heteroHydrogens } from '../../src/chem/index.js'
import { reader } from '../support/law.js'

const groups = (smiles: string, component = 0) =>
  reader.read(smiles, ({ molecule }) => groupsOf(molecule, molecule.components[component]!))

/** `strict`: not distinguished at all; `loose`: in the strict sense only; `never`: in both senses. */
type Alike = 'strict' | 'loose' | 'never'
function alike(one: string, other: string): Alike {
  const [a, b] = [groups(one), groups(other)]
  if (a.strict === b.strict) {
    expect(a.loose).toBe(b.loose)
    return 'strict'
  }
  return a.loose === b.loose ? 'loose' : 'never'
}

describe('the same groups', () => {
  it.each<[string, string, string, Alike]>([
    ['positions on a ring', 'Cc1ccccc1O', 'Cc1ccc(O)cc1', 'strict'],
    ['a chain and its branched isomer', 'CCCN', 'CC(C)N', 'strict'],
    ['alkyl on carbon or on nitrogen', 'CC(N)Cc1ccccc1', 'CNCCc1ccccc1', 'strict'],
    ['alkyl on the ring or on the chain', 'Cc1ccc(CCN)cc1', 'NC(C)Cc1ccccc1', 'strict'],
    ['bonds of an aromatic ring, wherever they are drawn', 'CC1=CC=CC=C1O', 'CC1=C(O)C=CC=C1', 'strict'],

    ['an alcohol and a phenol', 'OCc1ccccc1', 'Cc1ccccc1O', 'loose'],
    ['an alcohol and an enol of a ring', 'OC1CC=CC1', 'OC1=CCCC1', 'loose'],
    ['an alkyl and an aryl ether', 'COCc1ccccc1', 'CCOc1ccccc1', 'loose'],
    ['a halogen on the chain and on the ring', 'FCc1ccccc1', 'Cc1ccccc1F', 'loose'],
    ['chlorine', 'ClCc1ccccc1', 'Cc1ccccc1Cl', 'loose'],
    ['bromine', 'BrCc1ccccc1', 'Cc1ccccc1Br', 'loose'],
    ['iodine', 'ICc1ccccc1', 'Cc1ccccc1I', 'loose'],
    ['a halogen on vinyl', 'FC=CC', 'C=CCF', 'loose'],
    ['an alkene next to a ring or not', 'CC=Cc1ccccc1', 'C=CCc1ccccc1', 'loose'],
    ['an enone and its isomer', 'CC=CC(C)=O', 'C=CCC(C)=O', 'loose'],
    ['a diene and its isomer', 'C=CC=CC', 'C=CCC=C', 'loose'],
    ['an alkyne next to a ring or not', 'CC#Cc1ccccc1', 'C#CCc1ccccc1', 'loose'],

    ['different halogens', 'CF', 'CCl', 'never'],
    ['an alcohol and an ether', 'CCO', 'COC', 'never'],
    ['a hemiacetal', 'COCCO', 'COC(C)O', 'never'],
    ['hydroxy next to nitrogen', 'CNCCO', 'CNC(C)O', 'never'],
    ['hydroxy next to sulfur', 'CSCCO', 'CSC(C)O', 'never'],
    ['hydroxy next to fluorine is no hemiacetal', 'FCCO', 'FC(C)O', 'strict'],
    ['a ring of an aminal', 'O1CCNCC1', 'O1CNCCC1', 'never'],
    ['a phenol next to a ring nitrogen is none', 'Oc1cccnc1', 'Oc1ccccn1', 'strict'],
    ['an aldehyde and a ketone', 'CCC=O', 'CC(C)=O', 'never'],
    ['an acid and an ester', 'CCC(=O)O', 'COC(C)=O', 'never'],
    ['an ester and a formate', 'COC(C)=O', 'CCOC=O', 'never'],
    ['an ester and a keto ether', 'COC(=O)CC', 'COCC(C)=O', 'never'],
    ['an amide and an amino ketone', 'CNC(C)=O', 'CC(=O)CN', 'never'],
    ['an amide and an imide', 'CC(=O)NC(C)=O', 'CC(=O)NCC=O', 'never'],
    ['a primary and a tertiary amide', 'CCC(N)=O', 'CC(=O)NC', 'strict'],
    ['an aniline and a benzylamine', 'Cc1ccccc1N', 'NCc1ccccc1', 'never'],
    ['an aniline and an anilide', 'CC(=O)c1ccccc1N', 'CC(=O)Nc1ccccc1', 'never'],
    ['a diamine and a hydrazine', 'NCCN', 'CNNC', 'never'],
    ['a hydrazine and a hydroxylamine', 'CNNC', 'CNOC', 'never'],
    ['an imine and an enamine', 'CC=NC', 'C=CNC', 'never'],
    ['a nitrile and an imine', 'CC#N', 'CC=N', 'never'],
    ['an N-oxide and a hydroxylamine', 'C[N+](C)(C)[O-]', 'CN(C)OC', 'never'],
    ['a peroxide and a diether', 'COOC', 'COCO', 'never'],
    ['a nitroso compound and an oxime', 'CCN=O', 'CC=NO', 'never'],
    ['a sulfoxide and a sulfenate', 'CS(C)=O', 'CSOC', 'never'],
    ['a sulfoxide and a thioether with a carbonyl group', 'CS(=O)C', 'CSC=O', 'never'],
    ['a thiol and a thioether', 'CCS', 'CSC', 'never'],
    ['a thioether on carbon and a disulfide', 'CSCS', 'CSSC', 'never'],
    ['a thioketone and a thiol', 'CC(C)=S', 'C=C(C)S', 'never'],
    ['a sulfone and a sulfoxide', 'CS(C)(=O)=O', 'CS(C)=O', 'never'],
    ['a quaternary ammonium ion and an amine', 'C[N+](C)(C)C', 'CN(C)C', 'never'],
    ['a carbocation', 'C[C+](C)C', 'CC(C)C', 'never'],
    ['an aromatic cation', 'C[n+]1ccccc1', 'c1ccncc1', 'never'],
    ['a double and a triple bond', 'CC=C', 'CC#C', 'never'],
    ['one double bond and two', 'CC=CC', 'C=CC=C', 'never'],
    ['rings of five and six atoms', 'CC1CCCC1', 'C1CCCCC1', 'never'],
    ['a ring and a chain', 'C1CCCCC1', 'CCCCCC', 'never'],
    ['an aromatic ring and a diene', 'c1ccccc1', 'C1=CCC=CC1', 'never'],
    ['rings with and without nitrogen', 'C1CCNCC1', 'NC1CCCC1', 'never'],
    ['rings with nitrogen and with oxygen', 'C1CCNCC1', 'C1CCOCC1', 'never'],
    ['one nitrogen in a ring and two', 'c1ccncc1', 'c1cncnc1', 'never'],
    ['the order of hetero atoms in a ring does not count', 'c1cocn1', 'c1cnoc1', 'strict'],
  ])('%s: %s and %s are alike: %s', (_, one, other, expected) => {
    expect(alike(one, other)).toBe(expected)
    expect(alike(other, one)).toBe(expected)
    expect(alike(one, one)).toBe('strict')
  })

  it.each([
    ['a protonated amine', 'C[NH3+]', 'CN'],
    ['a carboxylate', 'CC(=O)[O-]', 'CC(=O)O'],
    ['a phenolate', '[O-]c1ccccc1', 'Oc1ccccc1'],
    ['a protonated aldehyde', 'CC=[OH+]', 'CC=O'],
    ['an acylium ion keeps its charge', 'C[C+]=O', 'C[C+]=O'],
  ])('of the neutral form: %s', (_, ion, neutral) => expect(groups(ion)).toEqual(groups(neutral)))

  it('other components do not count', () => {
    expect(groups('CO.C=Cc1ccccc1', 0)).toEqual(groups('CO'))
    expect(groups('CO.C=Cc1ccccc1', 1)).toEqual(groups('C=Cc1ccccc1'))
  })
  it('groups are independent of the order of atoms', () => {
    for (const [one, other] of [
      ['CC(=O)Nc1ccc(O)cc1', 'Oc1ccc(cc1)NC(C)=O'],
      ['FCC(Cl)C=CC#N', 'N#CC=CC(Cl)CF'],
      ['CON(C)SC', 'CSN(C)OC'],
      ['CS(=O)(=O)NCC=O', 'O=CCNS(C)(=O)=O'],
      ['C=CC1CC=CNC1', 'C1NC=CCC1C=C'],
      ['COCc1ccccc1', 'c1ccccc1COC'],
      ['COP(=O)(OC)SC', 'CSP(OC)(OC)=O'],
      ['CN=C(N)NC', 'NC(NC)=NC'],
      ['O=C(OC)C(=O)NC', 'CNC(C(OC)=O)=O'],
      ['CC(=O)OC=C', 'C=COC(C)=O'],
      ['C1CSCCN1', 'N1CCSCC1'],
    ] as const)
      expect(groups(one)).toEqual(groups(other))
  })
})

describe('sizes of alkyl groups by where they are', () => {
  it.each<[string, string, readonly number[], readonly number[], number]>([
    ['on an aromatic ring', 'Cc1ccccc1', [1], [], 0],
    ['two of them, the smaller first', 'CCc1ccccc1C', [1, 2], [], 0],
    ['by size, not as text', 'CCCCCCCCCCc1ccccc1CC', [2, 10], [], 0],
    ['on oxygen', 'COc1ccccc1', [], [1], 0],
    ['two of them, the smaller first', 'CCOc1ccccc1OC', [], [1, 2], 0],
    ['by size, not as text', 'CCCCCCCCCCOc1ccccc1OCC', [], [2, 10], 0],
    ['on nitrogen', 'CNC', [], [], 2],
    ['a chain between ring and nitrogen', 'NCCc1ccccc1', [], [], 2],
    ['a chain between ring and oxygen', 'COCc1ccccc1', [], [1], 1],
    ['branched', 'CC(C)(C)c1ccccc1', [4], [], 0],
    ['closed onto the ring', 'C1CCc2ccccc12', [3], [], 0],
    ['methylenedioxy', 'C1Oc2ccccc2O1', [], [1], 0],
    ['on a pyridine ring', 'Cc1ccncc1', [1], [], 0],
    ['on an aromatic nitrogen', 'Cn1cccc1', [], [], 1],
    ['on a carbonyl group', 'CC(=O)c1ccccc1', [], [], 1],
    ['on a double bond', 'CC=Cc1ccccc1', [], [], 1],
    ['on a halogen', 'CCl', [], [], 1],
    ['an alkane', 'CCC', [], [], 3],
    ['a cycloalkane', 'C1CCCC1', [], [], 5],
    ['several places for the rest are pooled', 'CCN(C)CC', [], [], 5],
    ['all kinds at once', 'COc1cc(CCN(C)C)ccc1CC', [2], [1], 4],
    ['none', 'c1ccccc1', [], [], 0],
  ])('%s: %s', (_, smiles, ring, oxygen, rest) => expect(groups(smiles).alkyl).toEqual({ ring, oxygen, rest }))
})

describe('formula and hydrogens of the neutral form', () => {
  const facts = (smiles: string, component = 0) =>
    reader.read(smiles, ({ molecule }) => {
      const own = molecule.components[component]!
      return [formulaOf(molecule, own), groupsOf(molecule, own).formula, heteroHydrogens(molecule, own)]
    })
  it.each([
    ['an amine', 'CCN', 'C2H7N', '7.2'],
    ['its salt', 'CC[NH3+]', 'C2H7N', '7.2'],
    ['a carboxylate', 'CC(=O)[O-]', 'C2H4O2', '8.0 8.1'],
    ['its acid', 'CC(=O)O', 'C2H4O2', '8.0 8.1'],
    ['a zwitterion', '[NH3+]CC(=O)[O-]', 'C2H5NO2', '7.2 8.0 8.1'],
    ['a quaternary ammonium ion', 'C[N+](C)(C)C', 'C4H12N+', '7.0'],
    ['a ketone and its enol differ', 'CC(C)=O', 'C3H6O', '8.0'],
    ['by the hydrogen on oxygen', 'CC(O)=C', 'C3H6O', '8.1'],
    ['several', 'SCC(O)CN', 'C3H9NOS', '16.1 7.2 8.1'],
    ['a carbanion', 'CC(=O)[CH2-]', 'C3H6O', '8.0'],
    ['only carbon', 'CC', 'C2H6', ''],
  ])('%s: %s', (_, smiles, formula, hydrogens) => expect(facts(smiles)).toEqual([formula, formula, hydrogens]))
  it('of one component', () => expect(facts('CC.CO', 1)).toEqual(['CH4O', 'CH4O', '8.1']))
})
