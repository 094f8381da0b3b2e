import type { Case } from './cases.js'

/** One drawing of a recorded substance. */
export interface Form {
  readonly name: string
  readonly smiles: string
  /** The recorded substance it is found as; null where it is none. */
  readonly substance: string | null
  /** Forms told of it. */
  readonly forms: readonly string[]
}

/** Tautomers and protomers: the drawing has its hydrogens elsewhere. An empty `forms` means that standard InChI merges it already. */
export const tautomers: readonly Form[] = [
  { name: 'cathinone as its enol', smiles: 'CC(N)=C(O)c1ccccc1', substance: 'cathinone', forms: ['tautomer'] },
  { name: 'mephedrone as its enol', smiles: 'CNC(C)=C(O)c1ccc(C)cc1', substance: 'mephedrone', forms: ['tautomer'] },
  { name: 'MAPA as the enol of its ketone', smiles: 'COC(=O)C(=C(C)O)c1ccccc1', substance: 'mapa', forms: ['tautomer'] },
  { name: 'MAPA as the enol of its ester', smiles: 'COC(O)=C(C(C)=O)c1ccccc1', substance: 'mapa', forms: ['tautomer'] },
  { name: 'APAAN as its enol', smiles: 'CC(O)=C(C#N)c1ccccc1', substance: 'apaan', forms: ['tautomer'] },
  { name: 'phenylacetone as its enol', smiles: 'CC(O)=Cc1ccccc1', substance: 'phenylacetone', forms: ['tautomer'] },
  { name: 'phenylacetone as the enol of its methyl', smiles: 'C=C(O)Cc1ccccc1', substance: 'phenylacetone', forms: ['tautomer'] },
  { name: 'hydrocodone as its enol', smiles: 'COc1ccc2c3c1O[C@H]1C(O)=CC[C@H]4[C@@H](C2)N(C)CC[C@@]341', substance: 'hydrocodone', forms: ['tautomer'] },
  { name: 'diazepam as its 2-enol', smiles: 'CN1C(O)=CN=C(c2ccccc2)c2cc(Cl)ccc21', substance: 'diazepam', forms: ['tautomer'] },
  { name: 'diazepam as the imine shifted to C3', smiles: 'CN1C(=O)C=NC(c2ccccc2)c2cc(Cl)ccc21', substance: 'diazepam', forms: ['tautomer'] },
  { name: 'nordazepam as its lactim', smiles: 'OC1=Nc2ccc(Cl)cc2C(c2ccccc2)=NC1', substance: 'nordazepam', forms: [] },
  { name: 'barbital as its lactim', smiles: 'CCC1(CC)C(=O)NC(O)=NC1=O', substance: 'barbital', forms: [] },
  { name: 'barbital as its trihydroxy form', smiles: 'CCC1(CC)C(O)=NC(O)=NC1=O', substance: 'barbital', forms: [] },
  { name: 'mazindol as the open form of its ring', smiles: 'O=C(c1ccc(Cl)cc1)c1ccccc1C1=NCCN1', substance: 'mazindol', forms: ['tautomer'] },
  { name: 'pemoline as its imine', smiles: 'N=C1NC(=O)C(c2ccccc2)O1', substance: 'pemoline', forms: [] },
  { name: 'pemoline as its enol', smiles: 'NC1=NC(O)=C(c2ccccc2)O1', substance: 'pemoline', forms: ['tautomer'] },
  { name: 'aminorex as its imine', smiles: 'N=C1NCC(c2ccccc2)O1', substance: 'aminorex', forms: [] },
  { name: 'DMT as its 3H-indole', smiles: 'CN(C)CCC1C=Nc2ccccc12', substance: 'dmt', forms: ['tautomer'] },
  { name: 'methaqualone as its methylidene form', smiles: 'C=C1Nc2ccccc2C(=O)N1c1ccccc1C', substance: 'methaqualone', forms: ['tautomer'] },
  { name: 'chlordiazepoxide as its N-hydroxy form with a quinoid ring', smiles: 'CN=C1CN(C(=C2C=C(C=CC2=N1)Cl)C3=CC=CC=C3)O', substance: 'chlordiazepoxide', forms: ['tautomer'] },
  { name: 'mesocarb with its charges on nitrogen and carbon', smiles: 'CC(Cc1ccccc1)[N+]2=NO\\C(=N/C(=O)Nc3ccccc3)\\[CH-]2', substance: 'mesocarb', forms: ['tautomer'] },
  { name: 'mesocarb as InChI gives it back', smiles: 'CC(Cc1ccccc1)n1cc([N-]C(O)=Nc2ccccc2)[o+]n1', substance: 'mesocarb', forms: ['tautomer'] },
  { name: 'harmalol as a quinone methide', smiles: 'CC1=C2NC3=CC(=O)C=CC3=C2CCN1', substance: 'harmalol', forms: ['tautomer'] },
  { name: 'anthranilic acid with a quinoid ring', smiles: 'N=C1C=CC=CC1=C(O)O', substance: 'anthranilic-acid', forms: ['tautomer'] },
  { name: 'nitrous oxide with five bonds on nitrogen', smiles: 'N#N=O', substance: 'nitrous-oxide', forms: [] },
  { name: 'nitrous oxide with the charge on the outer nitrogen', smiles: '[N-]=[N+]=O', substance: 'nitrous-oxide', forms: [] },
  { name: 'cathinone with its C=O bond moved to nitrogen', smiles: 'CC(=N)C(O)c1ccccc1', substance: 'cathinone', forms: ['tautomer'] },
  { name: 'nandrolone as the enol of both double bonds', smiles: 'CC12CCC3C(CC=C4C=C(O)CCC34)C1CCC2O', substance: 'nandrolone', forms: ['tautomer'] },
  { name: 'phenylpropanone oxime is no phenylacetone', smiles: 'CC(=NO)Cc1ccccc1', substance: null, forms: [] },
  { name: 'amphetamine drawn as an ylide: a proton moved between carbon and nitrogen', smiles: '[CH2-]C([NH3+])Cc1ccccc1', substance: 'amphetamine', forms: ['tautomer'] },
  { name: 'phenylacetone as its sodium enolate', smiles: 'CC([O-])=Cc1ccccc1.[Na+]', substance: 'phenylacetone', forms: ['salt', 'tautomer'] },
  { name: 'GHB as its anion', smiles: 'OCCCC(=O)[O-]', substance: 'ghb', forms: ['salt'] },
  { name: 'isocathinone is another substance', smiles: 'CC(=O)C(N)c1ccccc1', substance: null, forms: [] },
  { name: 'allylic shift of an alkene is another substance', smiles: 'CCCCCc1cc(O)c2c(c1)OC(C)(C)C1CCC(=C)CC21', substance: 'delta-9-11-thc', forms: [] },
  { name: 'delta-10-tetrahydrocannabinol is not merged with its neighbours', smiles: 'CCCCCc1cc(O)c2c(c1)OC(C)(C)C1CCC(C)=CC21', substance: 'delta-9-thc', forms: [] },
  { name: 'hydromorphone is not merged with morphine', smiles: 'CN1CC[C@]23c4c5ccc(O)c4O[C@H]2C(=O)CC[C@H]3[C@H]1C5', substance: 'hydromorphone', forms: [] },
  { name: 'the ring form of GHB is another substance', smiles: 'OC1(O)CCCO1', substance: null, forms: [] },
]

/** Salts, solvates, mixtures, and charged forms that are no salts. */
export const charged: readonly Form[] = [
  { name: 'methamphetamine hydrochloride', smiles: 'CNC(C)Cc1ccccc1.Cl', substance: 'methamphetamine', forms: ['salt'] },
  { name: 'the cation and chloride', smiles: 'C[NH2+]C(C)Cc1ccccc1.[Cl-]', substance: 'methamphetamine', forms: ['salt'] },
  { name: 'an alkoxide and sodium', smiles: 'CC12CCC3C(CCC4=CC(=O)CCC34C)C1CCC2[O-].[Na+]', substance: 'testosterone', forms: ['salt'] },
  { name: 'the anion of a lactam and sodium', smiles: 'O=C1CN=C(c2ccccn2)c2cc(Br)ccc2[N-]1.[Na+]', substance: 'bromazepam', forms: ['salt'] },
  { name: 'the cation alone', smiles: 'C[NH2+]C(C)Cc1ccccc1', substance: 'methamphetamine', forms: ['salt'] },
  { name: 'sulfate, two to one', smiles: 'CC(N)Cc1ccccc1.CC(N)Cc1ccccc1.OS(=O)(=O)O', substance: 'amphetamine', forms: ['salt'] },
  { name: 'hydrochloride monohydrate', smiles: 'CNC(C)Cc1ccccc1.Cl.O', substance: 'methamphetamine', forms: ['salt'] },
  { name: 'a hydrate alone is no salt', smiles: 'CNC(C)Cc1ccccc1.O', substance: 'methamphetamine', forms: [] },
  { name: 'an ethanol solvate is no salt', smiles: 'CNC(C)Cc1ccccc1.CCO', substance: 'methamphetamine', forms: [] },
  { name: 'sodium salt of a barbiturate, ionic', smiles: 'CCC1(CC)C(=O)N=C([O-])NC1=O.[Na+]', substance: 'barbital', forms: ['salt'] },
  { name: 'sodium salt of a barbiturate, bonded', smiles: 'CCC1(CC)C(=O)N=C(O[Na])NC1=O', substance: 'barbital', forms: ['salt'] },
  { name: 'sodium oxybate', smiles: 'OCCCC(=O)[O-].[Na+]', substance: 'ghb', forms: ['salt'] },
  { name: 'calcium oxybate, two to one', smiles: 'OCCCC(=O)[O-].OCCCC(=O)[O-].[Ca+2]', substance: 'ghb', forms: ['salt'] },
  { name: 'GHB with both of its oxygens deprotonated', smiles: '[O-]CCCC(=O)[O-].[Na+].[Na+]', substance: 'ghb', forms: ['salt'] },
  { name: 'the alkoxide of an alcohol, alone', smiles: '[O-]CCCC(=O)O', substance: 'ghb', forms: ['salt'] },
  { name: 'morphine as its dialkoxide', smiles: 'CN1CC[C@]23c4c5ccc([O-])c4O[C@H]2[C@@H]([O-])C=C[C@H]3[C@H]1C5.[Na+].[Na+]', substance: 'morphine', forms: ['salt'] },
  { name: 'a lithium amide', smiles: 'CC([NH-])Cc1ccccc1.[Li+]', substance: 'amphetamine', forms: ['salt'] },
  { name: 'a lithium amide, bonded', smiles: 'CC(N[Li])Cc1ccccc1', substance: 'amphetamine', forms: ['salt'] },
  { name: 'MAPA as its sodium salt, the charge on carbon', smiles: 'COC(=O)[C-](C(C)=O)c1ccccc1.[Na+]', substance: 'mapa', forms: ['salt'] },
  { name: 'APAAN as its sodium salt, the charge on carbon', smiles: 'CC(=O)[C-](C#N)c1ccccc1.[Na+]', substance: 'apaan', forms: ['salt'] },
  { name: 'a lithium compound with a bare carbanion', smiles: 'C[C-](N)Cc1ccccc1.[Li+]', substance: 'amphetamine', forms: ['salt', 'tautomer'] },
  { name: 'a proton between carbon and the ammonium beside it', smiles: 'CCC(=O)N(c1ccccc1)C1CC[NH+](CCc2ccccc2)[CH-]C1', substance: 'fentanyl', forms: ['tautomer'] },
  { name: 'a hydroxylamine drawn as the oxide of its ammonium form', smiles: 'CC(Cc1ccc2OCOc2c1)[NH2+][O-]', substance: 'mdoh', forms: [] },
  { name: 'hydrogen chloride drawn as two ions', smiles: 'CNC(C)Cc1ccccc1.[H+].[Cl-]', substance: 'methamphetamine', forms: ['salt'] },
  { name: 'a sodium salt drawn without charges', smiles: 'OCCCC(=O)O.[Na]', substance: 'ghb', forms: ['salt'] },
  { name: 'ammonium salt', smiles: 'OCCCC(=O)[O-].[NH4+]', substance: 'ghb', forms: ['salt'] },
  { name: 'barium salt of an acid', smiles: 'OCCCC(=O)[O-].OCCCC(=O)[O-].[Ba+2]', substance: 'ghb', forms: ['salt'] },
  { name: 'copper complex drawn as ions', smiles: 'OCCCC(=O)[O-].OCCCC(=O)[O-].[Cu+2]', substance: 'ghb', forms: ['salt'] },
  { name: 'copper salt drawn with bonds', smiles: 'OCCCC(=O)O[Cu]OC(=O)CCCO', substance: 'ghb', forms: ['salt'] },
  { name: 'an amine on iron by a dative bond', smiles: 'CC([NH2]->[Fe])Cc1ccccc1', substance: 'amphetamine', forms: ['mixture'] },
  { name: 'magnesium chelate of pemoline', smiles: '[Mg]1OC(=N2)C(c3ccccc3)OC2=N1', substance: 'pemoline', forms: ['salt'] },
  { name: 'permanganate stays whole', smiles: '[K+].[O-][Mn](=O)(=O)=O', substance: 'potassium-permanganate', forms: ['salt'] },
  { name: 'a mercury compound with a bond to carbon is not cut', smiles: 'CC(N)Cc1ccc([Hg]Cl)cc1', substance: null, forms: [] },
  { name: 'a metal drawn on a carbonyl by a dative bond', smiles: 'CCC(=O[Na+])C(CC(C)N(C)C)(c1ccccc1)c1ccccc1', substance: 'methadone', forms: ['salt'] },
  { name: 'saccharinate', smiles: 'CNC(C)Cc1ccccc1.O=C1NS(=O)(=O)c2ccccc21', substance: 'methamphetamine', forms: ['salt'] },
  { name: 'a mixture with caffeine', smiles: 'CNC(C)Cc1ccccc1.Cn1c(=O)c2c(ncn2C)n(C)c1=O', substance: 'methamphetamine', forms: ['mixture'] },
  { name: 'a salt of two listed substances: the acid speaks too', smiles: 'CC(N)Cc1ccccc1.OC(=O)Cc1ccccc1', substance: 'phenylacetic-acid', forms: ['mixture'] },
  { name: 'deuterated hydrochloride', smiles: '[2H]C([2H])([2H])NC(C)Cc1ccccc1.Cl', substance: 'methamphetamine', forms: ['salt', 'isotopologue'] },
  { name: 'morphine N-oxide is its own substance', smiles: 'C[N+]1([O-])CC[C@]23c4c5ccc(O)c4O[C@H]2[C@@H](O)C=C[C@H]3[C@H]1C5', substance: 'morphine-n-oxide', forms: [] },
  { name: 'N-hydroxyketamine is not ketamine', smiles: 'CN(O)C1(c2ccccc2Cl)CCCCC1=O', substance: null, forms: [] },
  { name: 'fentanyl N-oxide is not fentanyl', smiles: 'CCC(=O)N(c1ccccc1)C1CC[N+]([O-])(CCc2ccccc2)CC1', substance: null, forms: [] },
  { name: 'fentanyl methiodide is not fentanyl', smiles: 'CCC(=O)N(c1ccccc1)C1CC[N+](C)(CCc2ccccc2)CC1.[I-]', substance: null, forms: [] },
  { name: 'trimethylammonium form of amphetamine is not amphetamine', smiles: 'CC(Cc1ccccc1)[N+](C)(C)C.[I-]', substance: null, forms: [] },
  { name: 'morphine methobromide', smiles: 'C[N+]1(C)CC[C@]23c4c5ccc(O)c4O[C@H]2[C@@H](O)C=C[C@H]3[C@H]1C5.[Br-]', substance: 'morphine-methobromide', forms: ['salt'] },
  { name: 'morphine methochloride: the same cation', smiles: 'C[N+]1(C)CC[C@]23c4c5ccc(O)c4O[C@H]2[C@@H](O)C=C[C@H]3[C@H]1C5.[Cl-]', substance: 'morphine-methobromide', forms: ['salt'] },
  { name: 'etorphine hydrochloride', smiles: 'CCC[C@@](C)(O)[C@H]1C[C@@]23C=C[C@]1(OC)[C@@H]1Oc4c(O)ccc5c4[C@@]12CCN(C)[C@@H]3C5.Cl', substance: 'etorphine-hydrochloride', forms: ['salt'] },
  { name: 'chloral betaine, by its chloral hydrate', smiles: 'C[N+](C)(C)CC(=O)[O-].OC(O)C(Cl)(Cl)Cl', substance: 'chloral-hydrate', forms: ['mixture'] },
]

const verdict = (name: string, smiles: string, code: Case['code'], asOf: string, answer: Case['verdict'], via: Case['via'], substance: string | null, source: string): Case => ({ name, smiles, code, asOf, verdict: answer, via, substance, source })

/** Stereo: what the words of a list make of a form that the entry does not draw. */
export const stereo: readonly Case[] = [
  verdict('a racemate by a CXSMILES "and" group', 'C[C@H](N)Cc1ccccc1 |&1:1|', 'US', '2020-01-01', 'listed', [], 'amphetamine', 'the entry is drawn flat'),
  verdict('racemethorphan as a racemate', 'COc1ccc2c(c1)[C@@]13CCCC[C@H]1[C@@H](C2)N(C)CC3 |&1:8,13,14|', 'US', '2020-01-01', 'listed', [], 'racemethorphan', '21 CFR 1308.12(c)(24); a racemate holds levomethorphan'),
  verdict('levomethorphan is in the racemate', 'COc1ccc2c(c1)[C@@]13CCCC[C@H]1[C@@H](C2)N(C)CC3 |&1:8,13,14|', 'US', '2020-01-01', 'listed', ['mixture'], 'levomethorphan', '21 CFR 1308.12(c)'),
  verdict('racemethorphan as a racemate', 'COc1ccc2c(c1)[C@@]13CCCC[C@H]1[C@@H](C2)N(C)CC3 |&1:8,13,14|', 'GB', '2020-01-01', 'listed', [], 'racemethorphan', 'MDA 1971 Sch 2 Part I para 1'),
  verdict('acetate of racemorphan as a racemate', 'CC(=O)Oc1ccc2c(c1)[C@@]13CCCC[C@H]1[C@@H](C2)N(C)CC3 |&1:10,15,16|', 'UN', '2020-01-01', 'listed', ['ester'], 'racemorphan', 'Single Convention 1961, Schedule I: esters'),
  verdict('levomethorphan or its mirror image, by the flag of relative stereo', 'COc1ccc2c(c1)[C@@]13CCCC[C@H]1[C@@H](C2)N(C)CC3 |r|', 'US', '2020-01-01', 'undecided', [], 'racemethorphan', 'the law parts the forms'),
  verdict('methorphan with the one centre of dextromethorphan that is drawn', 'COc1ccc2c(c1)[C@]13CCCCC1C(C2)N(C)CC3', 'US', '2020-01-01', 'undecided', [], 'racemethorphan', 'dextromethorphan is among the forms left open'),
  verdict('propoxyphene as a racemate', 'CCC(=O)O[C@](Cc1ccccc1)(c1ccccc1)[C@H](C)CN(C)C |&1:5,19|', 'US', '2020-01-01', 'listed', ['mixture'], 'dextropropoxyphene', 'a racemate holds dextropropoxyphene'),
  verdict('phenylpropanolamine as a racemate', 'C[C@H](N)[C@H](O)c1ccccc1 |&1:1,3|', 'GB', '2025-01-15', 'uncontrolled', null, null, 'MDA 1971 Sch 2 Part III para 2: not being phenylpropanolamine'),
  verdict('phenylpropanolamine as a racemate is no cathine', 'C[C@H](N)[C@H](O)c1ccccc1 |&1:1,3|', 'UN', '2025-01-15', 'listed', [], 'norephedrine', '1971 Schedule III names (+)-norpseudoephedrine; 1988 Table I norephedrine'),
  verdict('norpseudoephedrine as a racemate', 'C[C@H](N)[C@@H](O)c1ccccc1 |&1:1,3|', 'GB', '2025-01-15', 'listed', ['mixture'], 'cathine', 'a racemate holds cathine'),
  verdict('pseudococaine', 'COC(=O)[C@@H]1[C@@H](OC(=O)c2ccccc2)C[C@@H]2CC[C@H]1N2C', 'US', '2020-01-01', 'listed', ['stereoisomer'], 'cocaine', '21 CFR 1308.12(b)(4): optical and geometric isomers'),
  verdict('iso-LSD', 'CCN(CC)C(=O)[C@H]1C=C2c3cccc4[nH]cc(C[C@H]2N(C)C1)c34', 'US', '2020-01-01', 'listed', ['stereoisomer'], 'lsd', '21 CFR 1308.11(d): optical, positional and geometric isomers'),
  verdict('trans-4-methylaminorex', 'C[C@H]1N=C(N)O[C@@H]1c1ccccc1', 'US', '2020-01-01', 'undecided', ['stereoisomer'], 'cis-4-methylaminorex', '21 CFR 1308.11(f): isomers are optical, and the word is not defined for diastereomers'),
  verdict('levomethorphan left open by an "or" group', 'COc1ccc2c(c1)[C@@]13CCCC[C@H]1[C@@H](C2)N(C)CC3 |o1:8,13,14|', 'UN', '2020-01-01', 'undecided', [], 'racemethorphan', 'the law parts levomethorphan from dextromethorphan'),
  verdict('methorphan drawn flat', 'COc1ccc2c(c1)C13CCCCC1C(C2)N(C)CC3', 'UN', '2020-01-01', 'undecided', [], 'racemethorphan', 'the law parts the forms'),
  verdict('dextromethorphan', 'COc1ccc2c(c1)[C@]13CCCC[C@@H]1[C@H](C2)N(C)CC3', 'UN', '2020-01-01', 'uncontrolled', null, null, 'named exception'),
  verdict('levopropoxyphene', 'CCC(=O)O[C@@](Cc1ccccc1)(c1ccccc1)[C@@H](C)CN(C)C', 'US', '2020-01-01', 'uncontrolled', null, null, '21 CFR 1308.12(c): excepted'),
  ...(['CA', 'CN', 'DE', 'GB', 'UN', 'US'] as const).flatMap((law) => [
    verdict('alphaprodine, the enantiomer that the record does not draw', 'CCC(=O)O[C@]1(c2ccccc2)CCN(C)C[C@@H]1C', law, '2025-09-01', 'listed', [], 'alphaprodine', 'a racemate; the BtMG names (3RS,4SR)'),
    verdict('tilidine, the enantiomer that the record does not draw', 'CCOC(=O)[C@]1(c2ccccc2)CCC=C[C@H]1N(C)C', law, '2025-09-01', 'listed', [], 'tilidine', 'a racemate; the BtMG names (1RS,2SR)'),
    verdict('tilidine by its relative drawing', 'CCOC(=O)[C@@]1(c2ccccc2)CCC=C[C@@H]1N(C)C |r|', law, '2025-09-01', 'listed', [], 'tilidine', 'a racemate; the BtMG names (1RS,2SR)'),
  ]),
  verdict('lofentanil as the BtMG names it', 'CCC(=O)N(c1ccccc1)[C@@]1(C(=O)OC)CCN(CCc2ccccc2)C[C@H]1C', 'DE', '2025-09-01', 'listed', [], 'lofentanil', 'BtMG, Annex I: (3R,4S)'),
  verdict('the mirror image of morphine', 'CN1CC[C@@]23c4c5ccc(O)c4O[C@@H]2[C@H](O)C=C[C@@H]3[C@@H]1C5', 'UN', '2020-01-01', 'listed', ['optical isomer'], 'morphine', 'Single Convention 1961, Schedule I: isomers'),
  verdict('the mirror image of etomidate', 'CCOC(=O)c1cncn1[C@@H](C)c1ccccc1', 'CN', '2025-01-01', 'listed', ['optical isomer'], 'etomidate', 'Psychotropic catalogue 2013, note: possible isomers'),
  verdict('cathine against norephedrine, which is excepted', 'C[C@H](N)[C@@H](O)c1ccccc1', 'GB', '2025-01-15', 'listed', [], 'cathine', 'MDA 1971 Sch 2 Part III para 2'),
  verdict('norephedrine, one enantiomer of phenylpropanolamine', 'C[C@H](N)[C@H](O)c1ccccc1', 'GB', '2025-01-15', 'uncontrolled', null, null, 'MDA 1971 Sch 2 Part III para 2: not being phenylpropanolamine'),
  verdict('norephedrine, the other enantiomer', 'C[C@@H](N)[C@@H](O)c1ccccc1', 'GB', '2025-01-15', 'uncontrolled', null, null, 'MDA 1971 Sch 2 Part III para 2: not being phenylpropanolamine'),
  verdict('levo-alphacetylmethadol is Schedule II, not a form of acetylmethadol in Schedule I', 'CC[C@H](OC(C)=O)C(C[C@H](C)N(C)C)(c1ccccc1)c1ccccc1', 'US', '2020-01-01', 'listed', [], 'levo-alphacetylmethadol', '21 CFR 1308.11(b): unless listed in another schedule; alphacetylmethadol "except levo-alphacetylmethadol"'),
  verdict('a substance without stereo', 'CCC(=O)N(c1ccccc1)C1CCN(CCc2ccccc2)CC1', 'UN', '2020-01-01', 'listed', [], 'fentanyl', 'no stereo'),
  verdict('Z-crotonylfentanyl, against E in the entry', 'C/C=C\\C(=O)N(c1ccccc1)C1CCN(CCc2ccccc2)CC1', 'UN', '2021-01-01', 'listed', ['geometric isomer'], 'crotonylfentanyl', 'Single Convention 1961, Schedule I: isomers'),
  verdict('Z-crotonylfentanyl in the United States', 'C/C=C\\C(=O)N(c1ccccc1)C1CCN(CCc2ccccc2)CC1', 'US', '2021-01-01', 'uncontrolled', null, null, '21 CFR 1308.11(b): isomers are optical; class rules answer apart'),
  verdict('a rigid biaryl with an atropisomer bond drawn', 'Cc1cccc(C)c1-c1c(C)cccc1N |wU:7.7|', 'UN', '2020-01-01', 'uncontrolled', null, null, 'read, and no entry has it'),
  verdict('cis-3-methylfentanyl', 'CCC(=O)N(c1ccccc1)[C@H]1CCN(CCc2ccccc2)C[C@H]1C', 'UN', '2020-01-01', 'listed', [], '3-methylfentanyl', 'the entry is drawn flat'),
  verdict('trans-3-methylfentanyl', 'CCC(=O)N(c1ccccc1)[C@H]1CCN(CCc2ccccc2)C[C@@H]1C', 'UN', '2020-01-01', 'listed', [], '3-methylfentanyl', 'the entry is drawn flat'),
]

const sixAlphaNaltrexol = 'O[C@H]1CC[C@@]2(O)[C@H]3Cc4ccc(O)c5c4[C@@]2(CCN3CC2CC2)[C@H]1O5'
const sixBetaNaltrexol = 'O[C@@H]1CC[C@@]2(O)[C@H]3Cc4ccc(O)c5c4[C@@]2(CCN3CC2CC2)[C@H]1O5'
const combination = 'CCNC1(c2cccs2)CCCCC1=O.Cc1nn(C)c2c1C(c1ccccc1F)=NCC(=O)N2C'

/** Names and exceptions that go with class rules, acids and their salts, combinations, words before they were defined. */
export const named: readonly Case[] = [
  verdict('6beta-naltrexol', sixBetaNaltrexol, 'US', '2026-09-01', 'uncontrolled', null, null, '21 CFR 1308.12(b)(1): excepted by name'),
  verdict('6alpha-naltrexol is not the form that is excepted', sixAlphaNaltrexol, 'US', '2026-09-01', 'undecided', null, null, '21 CFR 1308.12(b)(1): 6beta-naltrexol'),
  verdict('naltrexol with that centre left open', sixBetaNaltrexol.replace('O[C@@H]1', 'OC1'), 'US', '2026-09-01', 'undecided', null, null, 'the law parts the forms'),
  verdict('the mirror image of naloxone', 'C=CCN1CC[C@@]23c4c5ccc(O)c4O[C@@H]2C(=O)CC[C@]3(O)[C@@H]1C5', 'US', '2026-09-01', 'undecided', null, null, '21 CFR 1308.12(b)(1): naloxone'),
  verdict('naloxone drawn flat is naloxone', 'C=CCN1CCC23C4Oc5c(O)ccc(CC1C2(O)CCC4=O)c35', 'US', '2026-09-01', 'uncontrolled', null, null, '21 CFR 1308.12(b)(1): naloxone'),
  verdict('cis-CP-47,497', 'CCCCCCC(C)(C)c1ccc([C@@H]2CCC[C@H](O)C2)c(O)c1', 'US', '2015-01-01', 'listed', [], 'cp-47-497', '21 U.S.C. 812 Schedule I (d)(2)(B)'),
  verdict('trans-CP-47,497 is not what the statute names', 'CCCCCCC(C)(C)c1ccc([C@@H]2CCC[C@@H](O)C2)c(O)c1', 'US', '2015-01-01', 'undecided', ['stereoisomer'], 'cp-47-497', '21 U.S.C. 812 Schedule I (d)(2)(B)'),
  verdict('hydrochloric acid drawn as its ions', '[H+].[Cl-]', 'UN', '2026-08-01', 'listed', [], 'hydrochloric-acid', '1988 Table II'),
  verdict('hydrochloric acid drawn as hydronium chloride', '[OH3+].[Cl-]', 'CN', '2026-08-01', 'listed', [], 'hydrochloric-acid', 'precursors, Class III'),
  verdict('sulphuric acid drawn as its ions', '[H+].[H+].[O-]S(=O)(=O)[O-]', 'UN', '2026-08-01', 'listed', [], 'sulfuric-acid', '1988 Table II'),
  verdict('hydrochloric acid in water', 'Cl.O', 'UN', '2026-08-01', 'listed', ['mixture'], 'hydrochloric-acid', '1988 Table II'),
  ...['Cl.CC#N', 'Cl.CN(C)C=O', 'Cl.C1COCCO1', 'Cl.CO', 'Cl.O=[N+]([O-])c1cc([N+](=O)[O-])c(O)c([N+](=O)[O-])c1', 'Cl.OP(O)(O)=O'].map((solution) =>
    verdict(`${solution}: neither a solvent nor another acid makes a salt of it`, solution, 'UN', '2026-08-01', 'listed', ['mixture'], 'hydrochloric-acid', '1988 Table II'),
  ),
  verdict('two acids are no salt', 'Cl.OS(=O)(=O)O', 'UN', '2026-08-01', 'listed', ['mixture'], 'hydrochloric-acid', '1988 Table II'),
  ...['N.Cl', '[NH4+].[Cl-]', 'NCCO.Cl', 'CCN(CC)CC.Cl', 'NCCCC[C@H](N)C(=O)O.Cl', 'O=C(O)c1cccnc1.Cl', 'N.N.OS(=O)(=O)O', 'OS(=O)(=O)O.[Mg]', 'Cl.[Zn]', '[Na+].[Cl-]'].flatMap((salt) =>
    ['UN', 'CN'].map((code) => verdict(`${salt} is a salt and not the acid`, salt, code as Case['code'], '2026-08-01', 'uncontrolled', null, null, '1988 Table II: not the salts of hydrochloric and sulphuric acid; China, Class III: no word on salts')),
  ),
  verdict('hydrochloric acid drawn as its ions in water', '[H+].[Cl-].O', 'UN', '2026-08-01', 'listed', [], 'hydrochloric-acid', '1988 Table II'),
  ...['Cl.ClC(Cl)Cl', 'Cl.OC[C@@H](O)[C@@H](O)[C@H](O)[C@H](O)CO', 'OS(=O)(=O)O.OO', 'OS(=O)(=O)O.O=S(=O)=O', 'Cl.[Ar]'].map((mixture) =>
    verdict(`${mixture}: nothing there makes a salt of the acid`, mixture, 'UN', '2026-08-01', 'listed', ['mixture'], mixture.startsWith('Cl') ? 'hydrochloric-acid' : 'sulfuric-acid', '1988 Table II'),
  ),
  verdict('hydroxylamine hydrochloride is a salt and not the acid', 'NO.Cl', 'UN', '2026-08-01', 'uncontrolled', null, null, '1988 Table II: not the salts of hydrochloric acid'),
  ...['Cc1ccccc1.Cl', 'Cc1ccccc1.[Na+].[Cl-]'].map((mixture) => verdict(`${mixture}: toluene makes no salt`, mixture, 'CA', '2026-08-01', 'listed', ['mixture'], 'toluene', 'Schedule VI Part 2, item 6: no word on salts')),
  ...['CC(=O)OC(C)=O.CC(=O)O', 'CC(=O)OC(C)=O.CC(=O)[O-].[Na+]', 'CC(=O)OC(C)=O.CCN(CC)CC'].map((mixture) =>
    verdict(`${mixture}: an anhydride makes no salt`, mixture, 'US', '2026-08-01', 'listed', ['mixture'], 'acetic-anhydride', '21 CFR 1310.02(b): no word on salts'),
  ),
  verdict('1,4-butanediol beside an alkali: an alcohol makes no salt there', 'OCCCCO.[Na+].[OH-]', 'CA', '2026-08-01', 'listed', ['mixture'], '1-4-butanediol', 'Schedule VI Part 1, item 19: no word on salts'),
  verdict('1,4-butanediol drawn as an alkoxide', 'OCCCC[O-].[Na+]', 'CA', '2026-08-01', 'uncontrolled', null, null, 'Schedule VI Part 1, item 19: no word on salts'),
  verdict('N-phenethyl-4-piperidone hydrochloride is a salt', 'O=C1CCN(CCc2ccccc2)CC1.Cl', 'US', '2026-08-01', 'undecided', ['salt'], 'npp', '21 CFR 1310.02(a)(29) names it without the words "and its salts" of its neighbours'),
  verdict('iodine in a solution of potassium iodide', 'II.[K+].[I-]', 'US', '2026-08-01', 'listed', ['mixture'], 'iodine', '21 CFR 1310.02(a): no word on salts'),
  verdict('phenylacetic acid beside an alkali is its salt', 'OC(=O)Cc1ccccc1.[Na+].[OH-]', 'UN', '2026-08-01', 'listed', ['salt'], 'phenylacetic-acid', '1988 Table I'),
  verdict('potassium permanganate beside another salt', '[K+].[O-][Mn](=O)(=O)=O.[K+].[Cl-]', 'UN', '2026-08-01', 'listed', ['salt'], 'potassium-permanganate', '1988 Table I'),
  verdict('sodium permanganate is not potassium permanganate', '[Na+].[O-][Mn](=O)(=O)=O', 'UN', '2026-08-01', 'uncontrolled', null, null, '1988 Table I'),
  verdict('hypophosphorous acid drawn with trivalent phosphorus', 'OPO', 'US', '2026-08-01', 'listed', ['tautomer'], 'hypophosphorous-acid', '21 CFR 1310.02(a)'),
  verdict('a positional isomer with the charges of its amide apart', 'COC(=O)C(C(C)C)[NH+]=C([O-])c1cn(CCCCCF)c2ccccc12', 'US', '2026-08-01', 'listed', ['positional isomer'], '4f-mdmb-butica', '21 CFR 1308.11(d)'),
  verdict('tiletamine with zolazepam', combination, 'US', '2020-01-01', 'listed', ['mixture'], 'tiletamine', '21 CFR 1308.13(c)(15): the combination'),
  verdict('tiletamine alone', 'CCNC1(c2cccs2)CCCCC1=O', 'US', '2020-01-01', 'undecided', [], 'tiletamine', '21 CFR 1308.13(c)(15): the combination'),
  verdict('alpha-ethyltryptamine on the eve of its own listing', 'CCC(N)Cc1c[nH]c2ccccc12', 'US', '1993-03-11', 'undecided', ['positional isomer'], 'dmt', 'positional isomers were not defined before 72 FR 67850'),
]
