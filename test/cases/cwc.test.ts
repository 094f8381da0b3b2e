import { describe, expect, it } from 'vitest'
import { judge, type Query } from '../../src/matching/index.js'
import { edition, law, reader } from '../support/law.js'

const asOf = '2026-06-01'
const inConvention = (smiles: string, query: Partial<Query> = {}) =>
  reader.read(smiles, (s) => judge(s, law, { asOf, jurisdictions: ['CWC'], ...query }).jurisdictions[0]!)
const structures = new Map(edition.substances.map((s) => [s.id, s.smiles]))
const { lists } = edition.jurisdictions.find((j) => j.jurisdiction.code === 'CWC')!
const named = lists.flatMap((l) => l.entries.map((e) => [e.entry!, e.name_in_law, e.substance] as const))

describe('chemicals that the annex names', () => {
  it('sixty: 63 lines with a CAS number, three of which are exemptions', () => expect(named).toHaveLength(60))
  it.each(named.filter(([, , id]) => structures.get(id) !== null))('%s %s', (_, __, id) => {
    const { verdict, findings } = inConvention(structures.get(id)!)
    expect(verdict).toBe('listed')
    expect(findings.map((f) => 'control' in f && f.control)).toEqual(findings.map(() => 'chemical weapon'))
  })
})

describe('days', () => {
  const sarin = structures.get('sarin')!
  const added = structures.get('methyl-bis-diethylamino-methylene-phosphonamidofluoridate')!
  it.each([
    ['before the Convention', sarin, '1997-04-28', 'undecided'],
    ['on its first day', sarin, '1997-04-29', 'listed'],
    // A methyl group and no other carbon on the phosphorus: Schedule 2 covered it before it was named.
    ['A.15, the day before', added, '2020-06-06', 'class'],
    ['A.15, the day', added, '2020-06-07', 'listed'],
  ])('%s', (_, smiles, day, verdict) => expect(inConvention(smiles, { asOf: day }).verdict).toBe(verdict))
})

describe('what the annex describes', () => {
  it.each([
    ['N,N-diisopropylaminoethanol', 'CC(C)N(CCO)C(C)C', 'class'],
    ['its hydrochloride', 'CC(C)N(CCO)C(C)C.Cl', 'class'],
    ['N,N-dimethylaminoethanol, exempt', 'CN(C)CCO', 'uncontrolled'],
    ['its hydrochloride, exempt', 'CN(C)CCO.Cl', 'uncontrolled'],
    ['N,N-diethylaminoethanol tartrate, exempt', 'CCN(CC)CCO.OC(=O)C(O)C(O)C(=O)O', 'uncontrolled'],
    ['choline chloride', 'C[N+](C)(C)CCO.[Cl-]', 'uncontrolled'],
    ['A.13 with hydrogen on phosphorus', 'O=[PH](F)N=CN(C)C', 'class'],
    ['its tautomer with trivalent phosphorus', 'FP(O)N=CN(C)C', 'class'],
    ['another', 'OP(F)N=C(C)N(CC)CC', 'class'],
    ['its sodium salt', 'FP([O-])N=CN(C)C.[Na+]', 'class'],
    ['sarin next to salt: a mixture', 'CC(C)OP(C)(=O)F.[Na+].[Cl-]', 'listed'],
    ['the same drawn with charges', 'CC(C)O[P+](C)([O-])F.[Na+].[Cl-]', 'listed'],
    ['tabun next to salt', 'CCOP(=O)(C#N)N(C)C.[Na+].[Cl-]', 'listed'],
    ['mustard gas next to salt', 'ClCCSCCCl.[Na+].[Cl-]', 'listed'],
    ['sodium cyanide: the annex does not mention salts', '[Na+].[C-]#N', 'undecided'],
    ['with a bond to the metal', '[Na]C#N', 'undecided'],
    ['potassium cyanide', '[K]C#N', 'undecided'],
    ['silver cyanide', '[Ag]C#N', 'undecided'],
    ['mercury cyanide', 'N#C[Hg]C#N', 'undecided'],
    ['a complex ion', '[K+].[K+].[K+].[K+].N#C[Fe-4](C#N)(C#N)(C#N)(C#N)C#N', 'uncontrolled'],
    ['cyanide on a metal with amines, as in cyanocobalamin', 'CN(C)[Co](C#N)N(C)C', 'uncontrolled'],
    ['tributyltin cyanide', 'CCCC[Sn](CCCC)(CCCC)C#N', 'uncontrolled'],
    ['hydrogen cyanide drawn as ions', '[H+].[C-]#N', 'listed'],
    ['with hydronium', '[OH3+].[C-]#N', 'listed'],
    ['in water', '[H+].[C-]#N.O', 'listed'],
    ['without the amidine', 'OP(F)N(C)C', 'uncontrolled'],
    ['fonofos, exempt', 'CCOP(=S)(CC)Sc1ccccc1', 'uncontrolled'],
    ['fonofos with its stereo', 'CCO[P@](=S)(CC)Sc1ccccc1', 'uncontrolled'],
    ['diethyl ethylphosphonate', 'CCOP(=O)(CC)OCC', 'class'],
    ['hydrochloride of a nitrogen mustard: the annex does not mention salts', 'ClCCN(C)CCCl.Cl', 'undecided'],
    ['hydrochloride of ethyldiethanolamine: likewise', 'CCN(CCO)CCO.Cl', 'undecided'],
    ['of methyldiethanolamine', 'CN(CCO)CCO.Cl', 'undecided'],
    ['of triethanolamine', 'OCCN(CCO)CCO.Cl', 'undecided'],
    ['alkoxides of thiodiglycol: likewise', '[Na]OCCSCCO', 'undecided'],
    ['of pinacolyl alcohol', 'CC([O-])C(C)(C)C.[Li+]', 'undecided'],
    [
      'a dibromide of A.16 that is not named',
      'CC[N+](C)(CCC#N)CCCCCCCCCC[N+](C)(C)Cc1ncccc1OC(=O)N(C)C.[Br-].[Br-]',
      'class',
    ],
    [
      'its dichloride: compared by its cation',
      'CC[N+](C)(CCC#N)CCCCCCCCCC[N+](C)(C)Cc1ncccc1OC(=O)N(C)C.[Cl-].[Cl-]',
      'class',
    ],
    [
      'the dichloride of a named dibromide: likewise',
      'CN(C)C(=O)Oc1cccnc1C[N+](C)(C)CCCCCCCCCC[N+](C)(C)CCO.[Cl-].[Cl-]',
      'listed',
    ],
    ['sodium salt of methylphosphonic acid', 'CP(=O)([O-])[O-].[Na+].[Na+]', 'class'],
  ])('%s', (_, smiles, verdict) => expect(inConvention(smiles).verdict).toBe(verdict))
})

describe('commercial products outside the annex', () => {
  it.each([
    ['glyphosate', 'OC(=O)CNCP(=O)(O)O'],
    ['glufosinate', 'CP(=O)(O)CCC(N)C(=O)O'],
    ['ethephon', 'OP(=O)(O)CCCl'],
    ['malathion', 'CCOC(=O)CC(SP(=S)(OC)OC)C(=O)OCC'],
    ['chlorpyrifos', 'CCOP(=S)(OCC)Oc1nc(Cl)c(Cl)cc1Cl'],
    ['dimethoate', 'CNC(=O)CSP(=S)(OC)OC'],
    ['trichlorfon', 'COP(=O)(OC)C(O)C(Cl)(Cl)Cl'],
    ['tris(1-chloropropan-2-yl) phosphate', 'CC(CCl)OP(=O)(OC(C)CCl)OC(C)CCl'],
    ['triphenyl phosphate', 'O=P(Oc1ccccc1)(Oc1ccccc1)Oc1ccccc1'],
    ['triethyl phosphate', 'CCOP(=O)(OCC)OCC'],
    ['ecothiopate', 'CCOP(=O)(OCC)SCC[N+](C)(C)C'],
    ['fosfomycin', 'C[C@@H]1O[C@@H]1P(=O)(O)O'],
    ['tenofovir', 'C[C@H](Cn1cnc2c(N)ncnc12)OCP(=O)(O)O'],
    ['zoledronic acid', 'OC(Cn1ccnc1)(P(=O)(O)O)P(=O)(O)O'],
    ['fosinopril', 'CCC(=O)OC(C(C)C)OP(=O)(CCCCc1ccccc1)CC(=O)N1CC(C2CCCCC2)CC1C(=O)O'],
    ['cyclophosphamide', 'ClCCN(CCCl)P1(=O)NCCCO1'],
    ['melphalan', 'N[C@@H](Cc1ccc(N(CCCl)CCCl)cc1)C(=O)O'],
    ['pyridostigmine', 'CN(C)C(=O)Oc1ccc[n+](C)c1'],
    ['distigmine', 'CN(CCCCCCN(C)C(=O)Oc1ccc[n+](C)c1)C(=O)Oc1ccc[n+](C)c1'],
    ['tributylphosphine', 'CCCCP(CCCC)CCCC'],
  ])('%s', (_, smiles) => expect(inConvention(smiles).verdict).toBe('uncontrolled'))
})

describe('a separate kind of control', () => {
  const smiles = structures.get('dimethyl-methylphosphonate')!
  it('is omitted with its jurisdiction, precursors are not', () => {
    const codes = reader.read(smiles, (s) =>
      judge(s, law, { asOf, kinds: ['drug', 'precursor'] }).jurisdictions.map((j) => j.code),
    )
    expect(codes).not.toContain('CWC')
    expect(codes).toContain('EU')
  })
  it('is silent if its jurisdiction is queried by code', () =>
    expect(inConvention(smiles, { kinds: ['drug', 'precursor'] }).findings).toEqual([]))
  it('a jurisdiction with precursors only is omitted with them', () => {
    const codes = reader.read(smiles, (s) =>
      judge(s, law, { asOf, kinds: ['drug', 'chemical weapon'] }).jurisdictions.map((j) => j.code),
    )
    expect(codes).not.toContain('EU')
    expect(codes).toContain('CWC')
  })
})
