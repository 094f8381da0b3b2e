import type { Extension } from '../../src/law/index.js'
import type { Case } from './cases.js'

/** One scope clause of one law: a structure that it reaches and one at which it stops. */
export interface Clause {
  readonly clause: string
  /** The words of the records that the row is an example of; empty where no word is needed. */
  readonly words: readonly Extension[]
  readonly code: Case['code']
  readonly inside: Example
  readonly outside: Example
}

export interface Example {
  readonly name: string
  readonly smiles: string
  readonly asOf: string
  readonly verdict: Case['verdict']
  /** Substance and words of the finding; null where there is none. */
  readonly by: { readonly substance: string; readonly via: readonly string[] } | null
  readonly why: string
}

const yes = (name: string, smiles: string, asOf: string, substance: string, via: readonly string[], why: string, verdict: Case['verdict'] = 'listed'): Example => ({ name, smiles, asOf, verdict, by: { substance, via }, why })
const no = (name: string, smiles: string, asOf: string, why: string): Example => ({ name, smiles, asOf, verdict: 'uncontrolled', by: null, why })

const smiles = {
  methamphetamineHcl: 'CNC(C)Cc1ccccc1.Cl',
  fentanylHcl: 'CCC(=O)N(c1ccccc1)C1CCN(CCc2ccccc2)CC1.Cl',
  fentanylMethiodide: 'CCC(=O)N(c1ccccc1)C1CC[N+](C)(CCc2ccccc2)CC1.[I-]',
  morphineMirror: 'CN1CC[C@@]23c4c5ccc(O)c4O[C@@H]2[C@H](O)C=C[C@@H]3[C@@H]1C5',
  dextromethorphan: 'COc1ccc2c(c1)[C@]13CCCC[C@@H]1[C@H](C2)N(C)CC3',
  dextrorphan: 'Oc1ccc2c(c1)[C@]13CCCC[C@@H]1[C@H](C2)N(C)CC3',
  levopropoxyphene: 'CCC(=O)O[C@@](Cc1ccccc1)(c1ccccc1)[C@@H](C)CN(C)C',
  mam: 'CN1CC[C@]23c4c5ccc(O)c4O[C@H]2[C@@H](OC(C)=O)C=C[C@H]3[C@H]1C5',
  heterocodeine: 'CN1CC[C@]23c4c5ccc(O)c4O[C@H]2[C@@H](OC)C=C[C@H]3[C@H]1C5',
  codeine: 'COc1ccc2c3c1O[C@H]1[C@@H](O)C=C[C@H]4[C@@H](C2)N(C)CC[C@@]341',
  aco: 'CC(=O)Oc1cccc2[nH]cc(CCN(C)C)c12',
  betaMethoxyfentanyl: 'CCC(=O)N(c1ccccc1)C1CCN(CC(OC)c2ccccc2)CC1',
  betaAcetoxyfentanyl: 'CCC(=O)N(c1ccccc1)C1CCN(CC(OC(C)=O)c2ccccc2)CC1',
  testosteroneEnanthate: 'CCCCCCC(=O)O[C@H]1CC[C@H]2[C@@H]3CCC4=CC(=O)CC[C@]4(C)[C@H]3CC[C@]12C',
  zCrotonyl: 'C/C=C\\C(=O)N(c1ccccc1)C1CCN(CCc2ccccc2)CC1',
  orthoFluorofentanyl: 'CCC(=O)N(c1ccccc1F)C1CCN(CCc2ccccc2)CC1',
  naloxoneHcl: 'C=CCN1CC[C@]23c4c5ccc(O)c4O[C@H]2C(=O)CC[C@@]3(O)[C@H]1C5.Cl',
  etorphine: 'CCC[C@@](C)(O)[C@H]1C[C@@]23C=C[C@]1(OC)[C@@H]1Oc4c(O)ccc5c4[C@@]12CCN(C)[C@@H]3C5',
  mmc2: 'CNC(C)C(=O)c1ccccc1C',
  cathinoneMirror: 'C[C@@H](N)C(=O)c1ccccc1',
  etomidateMirror: 'CCOC(=O)c1cncn1[C@@H](C)c1ccccc1',
} as const

export const clauses: readonly Clause[] = [
  { clause: 'salts', words: ['salts'], code: 'US', inside: yes('fentanyl hydrochloride', smiles.fentanylHcl, '2020-01-01', 'fentanyl', ['salt'], 'a counter-ion beside the listed base'), outside: no('naloxone hydrochloride', smiles.naloxoneHcl, '2020-01-01', 'naloxone and its salts are named as outside') },
  { clause: 'salts', words: ['salts'], code: 'CN', inside: yes('methamphetamine hydrochloride', smiles.methamphetamineHcl, '2020-01-01', 'methamphetamine', ['salt'], 'possible salts'), outside: no('toluene-4-sulfonic acid monohydrate', 'Cc1ccc(cc1)S(=O)(=O)O.O', '2020-01-01', 'an acid alone is no salt of anything listed') },
  { clause: 'salts', words: ['salts'], code: 'UN', inside: yes('fentanyl hydrochloride', smiles.fentanylHcl, '2020-01-01', 'fentanyl', ['salt'], 'salts wherever they can exist'), outside: no('fentanyl methiodide', smiles.fentanylMethiodide, '2020-01-01', 'a quaternary salt is not a salt of the base') },
  { clause: 'salts', words: ['salts'], code: 'GB', inside: yes('fentanyl hydrochloride', smiles.fentanylHcl, '2020-01-01', 'fentanyl', ['salt'], 'Part I para 4'), outside: no('sodium acetate trihydrate', 'CC(=O)[O-].[Na+].O.O.O', '2020-01-01', 'neither part is listed') },
  { clause: 'salts of Table II', words: ['salts'], code: 'UN', inside: yes('hydrochloric acid', 'Cl', '2020-01-01', 'hydrochloric-acid', [], 'the acid as the whole input'), outside: no('ammonium chloride', '[NH4+].[Cl-].O', '2020-01-01', 'salts of hydrochloric acid are left out; a counter-ion does not speak') },
  { clause: 'optical isomers', words: ['optical isomers'], code: 'US', inside: yes('(R)-cathinone', smiles.cathinoneMirror, '2020-01-01', 'cathinone', ['optical isomer'], '1308.11(f)'), outside: no('levopropoxyphene', smiles.levopropoxyphene, '2020-01-01', 'excepted by name') },
  { clause: 'isomers (1961 Schedule I)', words: ['isomers'], code: 'UN', inside: yes('mirror image of morphine', smiles.morphineMirror, '2020-01-01', 'morphine', ['optical isomer'], 'any stereoisomer within the designation'), outside: no('dextrorphan', smiles.dextrorphan, '2020-01-01', 'excepted by name') },
  { clause: 'isomers do not mean positional isomers', words: ['isomers'], code: 'UN', inside: yes('Z-crotonylfentanyl', smiles.zCrotonyl, '2021-01-01', 'crotonylfentanyl', ['geometric isomer'], 'the entry draws E'), outside: no('ortho-fluorofentanyl before its own listing', smiles.orthoFluorofentanyl, '2019-03-18', 'para-fluorofentanyl was listed; the ortho form needed its own decision 62/3') },
  { clause: 'stereoisomers (1971 Schedule I)', words: ['stereoisomers'], code: 'UN', inside: yes('(R)-cathinone', smiles.cathinoneMirror, '2020-01-01', 'cathinone', ['optical isomer'], 'stereoisomers unless excepted'), outside: no('4-acetoxy-N,N-dimethyltryptamine', smiles.aco, '2020-01-01', 'no clause on esters') },
  { clause: 'isomers (2013 catalogues)', words: ['isomers'], code: 'CN', inside: yes('mirror image of etomidate', smiles.etomidateMirror, '2024-01-01', 'etomidate', ['optical isomer'], 'possible isomers'), outside: no('dextromethorphan before its own listing', smiles.dextromethorphan, '2022-01-01', 'first brought under control by name') },
  { clause: 'stereoisomers (2025 catalogues)', words: ['stereoisomers'], code: 'CN', inside: yes('mirror image of etomidate', smiles.etomidateMirror, '2025-08-01', 'etomidate', ['optical isomer'], 'possible stereoisomers'), outside: no('propofol acetate', 'CC(=O)Oc1c(C(C)C)cccc1C(C)C', '2025-08-01', 'psychotropics have no clause on esters') },
  { clause: 'stereoisomers (Class A)', words: ['stereoisomers'], code: 'GB', inside: yes('mirror image of morphine', smiles.morphineMirror, '2020-01-01', 'morphine', ['optical isomer'], 'Part I para 2'), outside: no('dextrorphan', smiles.dextrorphan, '2020-01-01', 'excepted by name') },
  { clause: 'stereoisomers (Class C)', words: ['stereoisomers'], code: 'GB', inside: yes('(R)-cathinone', smiles.cathinoneMirror, '2025-01-15', 'cathinone', ['optical isomer'], 'Part III para 2'), outside: no('norephedrine', 'C[C@H](N)[C@H](O)c1ccccc1', '2025-01-15', 'a stereoisomer of cathine, but not being phenylpropanolamine') },
  { clause: 'positional isomers', words: ['positional isomers'], code: 'US', inside: yes('2-methylmethcathinone', smiles.mmc2, '2020-01-01', 'mephedrone', ['positional isomer'], 'the methyl at another position of the ring'), outside: no('2-(methylamino)-1-phenylbutan-2-ol', 'CCC(O)(NC)Cc1ccccc1', '2020-01-01', 'the ketone is gone and a hydroxy made') },
  { clause: 'esters', words: ['esters'], code: 'US', inside: yes('beta-acetoxyfentanyl', smiles.betaAcetoxyfentanyl, '2020-01-01', 'beta-hydroxyfentanyl', ['ester'], '1308.11(b)'), outside: no('4-acetoxy-N,N-dimethyltryptamine', smiles.aco, '2020-01-01', '1308.11(d) has no clause on esters') },
  { clause: 'ethers', words: ['ethers'], code: 'US', inside: yes('beta-methoxyfentanyl', smiles.betaMethoxyfentanyl, '2020-01-01', 'beta-hydroxyfentanyl', ['ether'], '1308.11(b)'), outside: no('dextromethorphan', smiles.dextromethorphan, '2020-01-01', 'named as not controlled') },
  { clause: 'esters of anabolic steroids', words: ['esters'], code: 'US', inside: yes('testosterone enanthate', smiles.testosteroneEnanthate, '2020-01-01', 'testosterone', ['ester'], '1308.13(f)'), outside: no('estradiol valerate', 'CCCCC(=O)O[C@H]1CC[C@H]2[C@@H]3CCc4cc(O)ccc4[C@H]3CC[C@]12C', '2020-01-01', 'estradiol is not listed') },
  { clause: 'derivatives of opium and coca', words: ['derivatives'], code: 'US', inside: yes('6-monoacetylmorphine', smiles.mam, '2020-01-01', 'morphine', ['ester'], 'an ester is read as a derivative'), outside: no('naloxone hydrochloride', smiles.naloxoneHcl, '2020-01-01', 'named as outside') },
  { clause: 'esters', words: ['esters'], code: 'UN', inside: yes('6-monoacetylmorphine', smiles.mam, '2020-01-01', 'morphine', ['ester'], '1961 Schedule I'), outside: no('gamma-butyrolactone', 'O=C1CCCO1', '2020-01-01', 'an ester inside a ring is a substance of its own') },
  { clause: 'ethers', words: ['ethers'], code: 'UN', inside: yes('heterocodeine', smiles.heterocodeine, '2020-01-01', 'morphine', ['ether'], '1961 Schedule I'), outside: no('ethyl ether of dextrorphan', 'CCOc1ccc2c(c1)[C@]13CCCC[C@@H]1[C@H](C2)N(C)CC3', '2020-01-01', 'the isomer clause stops at dextrorphan') },
  { clause: 'esters (narcotics)', words: ['esters'], code: 'CN', inside: yes('6-monoacetylmorphine', smiles.mam, '2020-01-01', 'morphine', ['ester'], 'possible esters'), outside: no('testosterone enanthate', smiles.testosteroneEnanthate, '2020-01-01', 'testosterone is on none of these catalogues') },
  { clause: 'ethers (narcotics)', words: ['ethers'], code: 'CN', inside: yes('beta-methoxyfentanyl', smiles.betaMethoxyfentanyl, '2018-01-01', 'beta-hydroxyfentanyl', ['ether'], 'possible ethers'), outside: no('propofol methyl ether', 'COc1c(C(C)C)cccc1C(C)C', '2018-01-01', 'its phenol is not listed') },
  { clause: 'esters (Class A)', words: ['esters'], code: 'GB', inside: yes('4-acetoxy-N,N-dimethyltryptamine', smiles.aco, '2020-01-01', 'psilocin', ['ester'], 'Part I para 3'), outside: no('dextromethorphan', smiles.dextromethorphan, '2020-01-01', 'excepted by name') },
  { clause: 'ethers (Class A)', words: ['ethers'], code: 'GB', inside: yes('heterocodeine', smiles.heterocodeine, '2020-01-01', 'morphine', ['ether'], 'Part I para 3'), outside: yes('codeine', smiles.codeine, '2020-01-01', 'codeine', [], 'of Part II, so no ether of morphine in Part I') },
  { clause: 'esters of anabolic steroids', words: ['esters'], code: 'GB', inside: yes('testosterone enanthate', smiles.testosteroneEnanthate, '2020-01-01', 'testosterone', ['ester'], 'Part III, since SI 1996/1300'), outside: no('the same before 1996', smiles.testosteroneEnanthate, '1996-08-31', 'the day before') },
  { clause: 'a salt with an entry of its own', words: ['salts'], code: 'US', inside: yes('etorphine hydrochloride', `${smiles.etorphine}.Cl`, '2020-01-01', 'etorphine-hydrochloride', ['salt'], 'Schedule II names this salt'), outside: yes('etorphine hydrobromide', `${smiles.etorphine}.Br`, '2020-01-01', 'etorphine', ['salt'], 'Schedule I, etorphine except the hydrochloride') },
  { clause: 'optical isomers (1988 Table I)', words: ['optical isomers'], code: 'UN', inside: yes('the other norephedrine', 'C[C@@H](N)[C@@H](O)c1ccccc1', '2020-01-01', 'norephedrine', [], 'norephedrine is the racemate, and either enantiomer is it'), outside: no('1-amino-1-phenylpropan-2-ol', 'CC(O)C(N)c1ccccc1', '2020-01-01', 'another constitution') },
  { clause: 'optical isomers (Schedule VI Part 1)', words: ['optical isomers'], code: 'CA', inside: yes('the mirror image of ephedrine', 'CN[C@H](C)[C@@H](O)c1ccccc1', '2020-01-01', 'ephedrine', ['optical isomer'], 'item 4 names the erythro compound, which either form is'), outside: no('N-methylephedrine', 'CN(C)[C@@H](C)[C@H](O)c1ccccc1', '2020-01-01', 'another substance') },
  { clause: 'stereoisomers (Schedule VI Part 1)', words: ['stereoisomers'], code: 'CA', inside: yes('isolysergic acid', 'CN1C[C@@H](C(O)=O)C=C2[C@H]1Cc1c[nH]c3cccc2c13', '2020-01-01', 'lysergic-acid', ['stereoisomer'], 'item 8 names it without stereochemistry'), outside: no('2-bromolysergic acid', 'CN1C[C@H](C(O)=O)C=C2[C@H]1Cc1c(Br)[nH]c3cccc2c13', '2020-01-01', 'another substance') },
  { clause: 'a name of one stereochemical form (1988 Table I)', words: ['stereoisomers'], code: 'UN', inside: yes('the mirror image of ephedrine', 'CN[C@H](C)[C@@H](O)c1ccccc1', '2020-01-01', 'ephedrine', ['optical isomer'], 'its entry has no word on isomers: told, not decided', 'undecided'), outside: no('N-methylephedrine', 'CN(C)[C@@H](C)[C@H](O)c1ccccc1', '2020-01-01', 'another substance') },
  { clause: 'a name of one stereochemical form (1971 Schedule IV)', words: ['stereoisomers'], code: 'UN', inside: yes('the mirror image of phendimetrazine', 'C[C@@H]1[C@@H](c2ccccc2)OCCN1C', '2020-01-01', 'phendimetrazine', ['optical isomer'], 'its name tells the form: told, not decided', 'undecided'), outside: no('5-methyl isomer of phendimetrazine', 'CC1CN(C)CC(c2ccccc2)O1', '2020-01-01', 'another constitution') },
  { clause: 'optical isomers (Supplementary Catalogue)', words: ['optical isomers'], code: 'CN', inside: yes('mirror image of 1P-LSD', 'CCN(CC)C(=O)[C@H]1C=C2c3cccc4c3c(cn4C(=O)CC)C[C@@H]2N(C)C1', '2024-12-01', '1p-lsd', ['optical isomer'], 'possible optical isomers'), outside: no('2-chloromethcathinone', 'CNC(C)C(=O)c1ccccc1Cl', '2024-12-01', 'a positional isomer of the listed 4-chloro compound') },
  { clause: 'geometric isomers', words: ['geometric isomers'], code: 'US', inside: yes('pseudococaine', 'COC(=O)[C@@H]1[C@@H](OC(=O)c2ccccc2)C[C@@H]2CC[C@H]1N2C', '2020-01-01', 'cocaine', ['stereoisomer'], '1308.12(b)(4): optical and geometric, so the trans form of the ring as well'), outside: no('tropacocaine', 'CN1[C@H]2CC[C@@H]1C[C@H](OC(=O)c1ccccc1)C2', '2020-01-01', 'another constitution') },
  { clause: 'salts', words: ['salts'], code: 'CA', inside: yes('morphine hydrochloride', 'CN1CC[C@]23c4c5ccc(O)c4O[C@H]2[C@@H](O)C=C[C@H]3[C@H]1C5.Cl', '2024-12-01', 'morphine', ['salt'], 'Schedule I item 1'), outside: no('naloxone hydrochloride', smiles.naloxoneHcl, '2024-12-01', 'named as outside item 1') },
  { clause: 'isomers', words: ['isomers'], code: 'CA', inside: yes('mirror image of tapentadol', 'CC[C@H](c1cccc(O)c1)[C@H](C)CN(C)C', '2024-12-01', 'tapentadol', ['optical isomer'], 'Schedule I item 22: salts, derivatives and isomers'), outside: no('ortho-hydroxy isomer of tapentadol', 'CC[C@@H](c1ccccc1O)[C@@H](C)CN(C)C', '2024-12-01', 'the bare word is read as stereoisomers') },
  { clause: 'salts', words: ['salts'], code: 'DE', inside: yes('fentanyl hydrochloride', smiles.fentanylHcl, '2024-12-01', 'fentanyl', ['salt'], 'Annex III'), outside: no('fentanyl methiodide', smiles.fentanylMethiodide, '2024-12-01', 'a quaternary salt is not a salt of the base') },
  { clause: 'esters', words: ['esters'], code: 'DE', inside: yes('6-monoacetylmorphine', smiles.mam, '2024-12-01', 'morphine', ['ester'], 'esters of Annex III are in Annex II'), outside: no('O-acetyl-GHB', 'CC(=O)OCCCC(=O)O', '2024-12-01', 'esters of GHB are excepted') },
  { clause: 'ethers', words: ['ethers'], code: 'DE', inside: yes('methyl ether of tapentadol', 'CC[C@@H](c1cccc(OC)c1)[C@@H](C)CN(C)C', '2024-12-01', 'tapentadol', ['ether'], 'ethers of Annex III are in Annex II'), outside: no('4-methoxybutanoic acid', 'COCCCC(=O)O', '2024-12-01', 'ethers of GHB are excepted') },
  { clause: 'stereoisomers meant to be misused', words: ['stereoisomers'], code: 'DE', inside: yes('mirror image of tapentadol', 'CC[C@H](c1cccc(O)c1)[C@H](C)CN(C)C', '2024-12-01', 'tapentadol', ['optical isomer'], 'Annex I, where misuse is meant: no structure decides', 'undecided'), outside: no('ortho-hydroxy isomer of tapentadol', 'CC[C@@H](c1ccccc1O)[C@@H](C)CN(C)C', '2024-12-01', 'no stereoisomer') },
  { clause: 'tautomers (no clause needed)', words: [], code: 'UN', inside: yes('cathinone drawn as its enol', 'CC(N)=C(O)c1ccccc1', '2020-01-01', 'cathinone', ['tautomer'], 'one substance, drawn in two ways'), outside: no('2-amino-2-phenylacetone', 'CC(=O)C(N)c1ccccc1', '2020-01-01', 'another substance: no hydrogen moves from one to the other') },
  { clause: 'tautomers (no clause needed)', words: [], code: 'US', inside: yes('diazepam with its imine shifted', 'CN1C(=O)C=NC(c2ccccc2)c2cc(Cl)ccc21', '2020-01-01', 'diazepam', ['tautomer'], 'both forms can be had: told, not decided', 'undecided'), outside: no('phenylacetone oxime', 'CC(=NO)Cc1ccccc1', '2020-01-01', 'another formula') },
  { clause: 'isotopologues (no clause needed)', words: [], code: 'US', inside: yes('methamphetamine-d3', '[2H]C([2H])([2H])NC(C)Cc1ccccc1', '2020-01-01', 'methamphetamine', ['isotopologue'], 'the same substance with other isotopes'), outside: no('cyclohexane-d1', '[2H]C1CCCCC1', '2020-01-01', 'not listed') },
]
