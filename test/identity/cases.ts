/** One structure, what a jurisdiction says of it on a day, and why that is known. */
export interface Case {
  readonly name: string
  readonly smiles: string
  readonly code: 'CA' | 'CN' | 'DE' | 'GB' | 'UN' | 'US'
  readonly asOf: string
  readonly verdict: 'listed' | 'undecided' | 'uncontrolled'
  /** The words by which it is reached; null where nothing reaches it. */
  readonly via: readonly string[] | null
  /** The listed substance that reaches it. */
  readonly substance: string | null
  readonly source: string
}

const convention1931 = 'Esters and ethers of morphine and esters of ecgonine were drugs of Group I already under the Convention of 1931, art. 1'
const single = 'Single Convention 1961, Schedule I, closing clauses on esters and ethers'
const listing3 = '88 FR 86266 (2023-12-13)'

const reached = (name: string, smiles: string, code: Case['code'], asOf: string, via: readonly string[], substance: string, source: string): Case => ({ name, smiles, code, asOf, verdict: 'listed', via, substance, source })
const left = (name: string, smiles: string, code: Case['code'], asOf: string, source: string): Case => ({ name, smiles, code, asOf, verdict: 'uncontrolled', via: null, substance: null, source })

export const links: readonly Case[] = [
  reached('6-monoacetylmorphine', 'CN1CC[C@]23c4c5ccc(O)c4O[C@H]2[C@@H](OC(C)=O)C=C[C@H]3[C@H]1C5', 'UN', '2020-01-01', ['ester'], 'morphine', convention1931),
  reached('3-monoacetylmorphine', 'CN1CC[C@]23c4c5ccc(OC(C)=O)c4O[C@H]2[C@@H](O)C=C[C@H]3[C@H]1C5', 'UN', '2020-01-01', ['ester'], 'morphine', convention1931),
  reached('dipropionylmorphine', 'CN1CC[C@]23c4c5ccc(OC(=O)CC)c4O[C@H]2[C@@H](OC(=O)CC)C=C[C@H]3[C@H]1C5', 'UN', '2020-01-01', ['ester'], 'morphine', convention1931),
  reached('acetylpropionylmorphine', 'CN1CC[C@]23c4c5ccc(OC(=O)CC)c4O[C@H]2[C@@H](OC(C)=O)C=C[C@H]3[C@H]1C5', 'CN', '2020-01-01', ['ester'], 'morphine', 'Narcotic catalogue 2013, note: possible esters'),
  reached('6-monoacetylmorphine', 'CN1CC[C@]23c4c5ccc(O)c4O[C@H]2[C@@H](OC(C)=O)C=C[C@H]3[C@H]1C5', 'GB', '2020-01-01', ['ester'], 'morphine', 'MDA 1971 Sch 2 Part I para 3'),
  reached('6-monoacetylmorphine', 'CN1CC[C@]23c4c5ccc(O)c4O[C@H]2[C@@H](OC(C)=O)C=C[C@H]3[C@H]1C5', 'US', '2020-01-01', ['ester'], 'morphine', '21 CFR 1308.12(b)(1): derivatives of opium and opiate'),
  reached('heterocodeine', 'CN1CC[C@]23c4c5ccc(O)c4O[C@H]2[C@@H](OC)C=C[C@H]3[C@H]1C5', 'UN', '2020-01-01', ['ether'], 'morphine', convention1931),
  reached('6-acetylcodeine', 'COc1ccc2c3c1O[C@H]1[C@@H](OC(C)=O)C=C[C@H]4[C@@H](C2)N(C)CC[C@@]341', 'UN', '2020-01-01', ['ester', 'ether'], 'morphine', convention1931),
  reached('diacetyldihydromorphine', 'CN1CC[C@]23c4c5ccc(OC(C)=O)c4O[C@H]2[C@@H](OC(C)=O)CC[C@H]3[C@H]1C5', 'UN', '2020-01-01', ['ester'], 'dihydromorphine', single),
  reached('6-monoacetylmorphine hydrochloride', 'CN1CC[C@]23c4c5ccc(O)c4O[C@H]2[C@@H](OC(C)=O)C=C[C@H]3[C@H]1C5.Cl', 'UN', '2020-01-01', ['ester', 'salt'], 'morphine', 'Single Convention 1961, Schedule I: salts of esters and ethers'),
  reached('benzoylecgonine', 'CN1[C@H]2CC[C@@H]1[C@@H](C(=O)O)[C@@H](OC(=O)c1ccccc1)C2', 'UN', '2020-01-01', ['ester'], 'ecgonine', convention1931),
  reached('ecgonine methyl ester', 'CN1[C@H]2CC[C@@H]1[C@@H](C(=O)OC)[C@@H](O)C2', 'UN', '2020-01-01', ['ester'], 'ecgonine', convention1931),
  reached('cocaethylene', 'CN1[C@H]2CC[C@@H]1[C@@H](C(=O)OCC)[C@@H](OC(=O)c1ccccc1)C2', 'UN', '2020-01-01', ['ester'], 'ecgonine', convention1931),
  reached('cinnamoylcocaine', 'CN1[C@H]2CC[C@@H]1[C@@H](C(=O)OC)[C@@H](OC(=O)C=Cc1ccccc1)C2', 'GB', '2020-01-01', ['ester'], 'ecgonine', 'MDA 1971 Sch 2 Part I para 3'),
  reached('benzoylecgonine', 'CN1[C@H]2CC[C@@H]1[C@@H](C(=O)O)[C@@H](OC(=O)c1ccccc1)C2', 'US', '2020-01-01', ['ester'], 'ecgonine', '21 CFR 1308.12(b)(4): derivatives of ecgonine'),
  reached('beta-acetoxyfentanyl', 'CCC(=O)N(c1ccccc1)C1CCN(CC(OC(C)=O)c2ccccc2)CC1', 'US', '2020-01-01', ['ester'], 'beta-hydroxyfentanyl', '21 CFR 1308.11(b): esters and ethers'),
  reached('beta-methoxyfentanyl', 'CCC(=O)N(c1ccccc1)C1CCN(CC(OC)c2ccccc2)CC1', 'US', '2020-01-01', ['ether'], 'beta-hydroxyfentanyl', '21 CFR 1308.11(b): esters and ethers'),
  reached('beta-methoxyfentanyl', 'CCC(=O)N(c1ccccc1)C1CCN(CC(OC)c2ccccc2)CC1', 'UN', '2020-01-01', ['ether'], 'beta-hydroxyfentanyl', single),
  reached('ketobemidone acetate', 'CCC(=O)C1(c2cccc(OC(C)=O)c2)CCN(C)CC1', 'UN', '2020-01-01', ['ester'], 'ketobemidone', single),
  reached('3-methoxypethidine', 'CCOC(=O)C1(c2cccc(OC)c2)CCN(C)CC1', 'US', '2020-01-01', ['ether'], 'hydroxypethidine', '21 CFR 1308.11(b): esters and ethers'),
  reached('difenoxin methyl ester', 'N#CC(CCN1CCC(c2ccccc2)(C(=O)OC)CC1)(c1ccccc1)c1ccccc1', 'UN', '2020-01-01', ['ester'], 'difenoxin', single),
  reached('butyl ester of pethidine intermediate C', 'CN1CCC(c2ccccc2)(C(=O)OCCCC)CC1', 'US', '2020-01-01', ['ester'], 'pethidine-intermediate-c', '21 CFR 1308.12(c): esters'),
  reached('levorphanol acetate', 'CN1CC[C@]23CCCC[C@H]2[C@H]1Cc1ccc(OC(C)=O)cc13', 'US', '2020-01-01', ['ester'], 'levorphanol', '21 CFR 1308.12(c): esters'),
  reached('14-methyl ether of oxymorphone', 'CN1CC[C@]23c4c5ccc(O)c4O[C@H]2C(=O)CC[C@@]3(OC)[C@H]1C5', 'UN', '2020-01-01', ['ether'], 'oxymorphone', single),
  reached('desomorphine acetate', 'CN1CC[C@]23c4c5ccc(OC(C)=O)c4O[C@H]2CCC[C@H]3[C@H]1C5', 'GB', '2020-01-01', ['ester'], 'desomorphine', 'MDA 1971 Sch 2 Part I para 3'),
  reached('codeine-N-oxide', 'COc1ccc2c3c1O[C@H]1[C@@H](O)C=C[C@H]4[C@@H](C2)[N+](C)([O-])CC[C@@]341', 'CN', '2020-01-01', ['ether'], 'morphine-n-oxide', 'Narcotic catalogue 2013, note: possible ethers'),
  reached('4-acetoxy-N,N-dimethyltryptamine', 'CC(=O)Oc1cccc2[nH]cc(CCN(C)C)c12', 'GB', '2020-01-01', ['ester'], 'psilocin', 'MDA 1971 Sch 2 Part I para 3; Class A by common account'),
  reached('5-methoxy-N,N-dimethyltryptamine', 'COc1ccc2[nH]cc(CCN(C)C)c2c1', 'GB', '2014-01-01', ['ether'], 'bufotenine', 'MDA 1971 Sch 2 Part I para 3; commentary on the tryptamine class names the ether clause'),
  reached('testosterone enanthate', 'CCCCCCC(=O)O[C@H]1CC[C@H]2[C@@H]3CCC4=CC(=O)CC[C@]4(C)[C@H]3CC[C@]12C', 'US', '2020-01-01', ['ester'], 'testosterone', '21 CFR 1308.13(f) and the exempt products of 1308.34'),
  reached('testosterone cypionate', 'O=C(CCC1CCCC1)O[C@H]1CC[C@H]2[C@@H]3CCC4=CC(=O)CC[C@]4(C)[C@H]3CC[C@]12C', 'US', '2020-01-01', ['ester'], 'testosterone', '21 CFR 1308.13(f) and the exempt products of 1308.34'),
  reached('nandrolone decanoate', 'CCCCCCCCCC(=O)O[C@H]1CC[C@H]2[C@@H]3CCC4=CC(=O)CC[C@@H]4[C@H]3CC[C@]12C', 'GB', '2020-01-01', ['ester'], 'nandrolone', 'SI 1996/1300; Home Office Circular 29/1996'),
  reached('boldenone undecylenate', 'C=CCCCCCCCCC(=O)O[C@H]1CC[C@H]2[C@@H]3CCC4=CC(=O)C=C[C@]4(C)[C@H]3CC[C@]12C', 'US', '2020-01-01', ['ester'], 'boldenone', '21 CFR 1308.13(f)'),
  reached('trenbolone acetate', 'CC(=O)O[C@H]1CC[C@H]2[C@@H]3CCC4=CC(=O)CCC4=C3C=C[C@]12C', 'US', '2020-01-01', ['ester'], 'trenbolone', '21 CFR 1308.13(f)'),
  reached('trenbolone cyclohexylmethyl carbonate', 'O=C(OCC1CCCCC1)O[C@H]1CC[C@H]2[C@@H]3CCC4=CC(=O)CCC4=C3C=C[C@]12C', 'US', '2020-01-01', ['ester'], 'trenbolone', '21 CFR 1308.13(f)'),
  reached('testosterone propionate', 'CCC(=O)O[C@H]1CC[C@H]2[C@@H]3CCC4=CC(=O)CC[C@]4(C)[C@H]3CC[C@]12C', 'GB', '2020-01-01', ['ester'], 'testosterone', 'SI 1996/1300; Home Office Circular 29/1996'),
  reached('ethyl phenylacetate', 'CCOC(=O)Cc1ccccc1', 'US', '2020-01-01', ['ester'], 'phenylacetic-acid', '21 CFR 1310.02(a): phenylacetic acid, its esters, and its salts'),

  { name: 'morphine-6-glucuronide', smiles: 'CN1CC[C@]23c4c5ccc(O)c4O[C@H]2[C@@H](O[C@@H]2O[C@H](C(=O)O)[C@@H](O)[C@H](O)[C@H]2O)C=C[C@H]3[C@H]1C5', code: 'UN', asOf: '2020-01-01', verdict: 'undecided', via: ['ether'], substance: 'morphine', source: 'a glycoside is an acetal; whether "ether" means it is not settled' },
  { name: 'trimethylsilyl ether of morphine', smiles: 'CN1CC[C@]23c4c5ccc(O[Si](C)(C)C)c4O[C@H]2[C@@H](O)C=C[C@H]3[C@H]1C5', code: 'UN', asOf: '2020-01-01', verdict: 'undecided', via: ['ether'], substance: 'morphine', source: 'a silyl ether is an ether only with reserve' },
  reached('codeine is Schedule II of 1961, not an ether of morphine in Schedule I', 'COc1ccc2c3c1O[C@H]1[C@@H](O)C=C[C@H]4[C@@H](C2)N(C)CC[C@@]341', 'UN', '2020-01-01', [], 'codeine', 'Single Convention 1961, Schedule I: "unless appearing in another Schedule"'),
  reached('codeine is Class B, not an ether of morphine in Class A', 'COc1ccc2c3c1O[C@H]1[C@@H](O)C=C[C@H]4[C@@H](C2)N(C)CC[C@@]341', 'GB', '2020-01-01', [], 'codeine', 'MDA 1971 Sch 2 Part I para 3: not a substance of Part II'),
  left('dextromethorphan, an ether of dextrorphan, which is excepted', 'COc1ccc2c(c1)[C@]13CCCC[C@@H]1[C@H](C2)N(C)CC3', 'US', '2020-01-01', '21 U.S.C. 811(g)(2)'),
  left('dextromethorphan', 'COc1ccc2c(c1)[C@]13CCCC[C@@H]1[C@H](C2)N(C)CC3', 'UN', '2020-01-01', 'Single Convention 1961, Schedule I, exception of dextromethorphan and dextrorphan'),
  left('ethyl ether of dextrorphan', 'CCOc1ccc2c(c1)[C@]13CCCC[C@@H]1[C@H](C2)N(C)CC3', 'UN', '2020-01-01', 'the isomer clause stops at dextrorphan, so its ether is none of levorphanol'),
  left('4-acetoxy-N,N-dimethyltryptamine', 'CC(=O)Oc1cccc2[nH]cc(CCN(C)C)c12', 'UN', '2020-01-01', '1971 Convention: no clause on esters'),
  left('4-acetoxy-N,N-dimethyltryptamine', 'CC(=O)Oc1cccc2[nH]cc(CCN(C)C)c12', 'US', '2020-01-01', '21 CFR 1308.11(d): no clause on esters'),
  left('testosterone enanthate', 'CCCCCCC(=O)O[C@H]1CC[C@H]2[C@@H]3CCC4=CC(=O)CC[C@]4(C)[C@H]3CC[C@]12C', 'US', '1985-01-01', 'anabolic steroids came under control in 1991'),
  left('naloxone 3-acetate', 'C=CCN1CC[C@]23c4c5ccc(OC(C)=O)c4O[C@H]2C(=O)CC[C@@]3(O)[C@H]1C5', 'US', '2020-01-01', 'naloxone has no entry'),
  left('gamma-butyrolactone, an ester inside a ring', 'O=C1CCCO1', 'UN', '2020-01-01', 'a lactone is a substance of its own; GBL was proposed and not scheduled (CND 2015)'),
  left('fentanyl N-oxide', 'CCC(=O)N(c1ccccc1)C1CC[N+]([O-])(CCc2ccccc2)CC1', 'UN', '2020-01-01', 'an N-oxide is neither salt, ester nor ether'),
]

const dmtype = 'regulation example, 21 CFR 1300.01(b)'
const positional = (name: string, smiles: string, asOf: string, substance: string, source: string): Case => reached(name, smiles, 'US', asOf, ['positional isomer'], substance, source)
const notPositional = (name: string, smiles: string, source: string): Case => left(name, smiles, 'US', '2020-01-01', source)

export const positionalIsomers: readonly Case[] = [
  positional('eutylone before its own entry', 'CCNC(CC)C(=O)c1ccc2c(c1)OCO2', '2015-01-01', 'pentylone', '88 FR 21101: controlled since 2014-03-07 as a positional isomer of pentylone'),
  positional('ADB-BUTINACA before its own entry', 'CCCCn1nc(C(=O)NC(C(N)=O)C(C)(C)C)c2ccccc21', '2016-01-01', 'ab-pinaca', `${listing3}: positional isomer of AB-PINACA`),
  positional('alpha-PiHP before its own entry', 'CC(C)CC(C(=O)c1ccccc1)N1CCCC1', '2020-01-01', 'alpha-php', `${listing3}: positional isomer of alpha-PHP`),
  positional('3-MMC before its own entry', 'CNC(C)C(=O)c1cccc(C)c1', '2015-01-01', 'mephedrone', `${listing3}: positional isomer of mephedrone`),
  positional('dipentylone before its own entry', 'CCCC(C(=O)c1ccc2c(c1)OCO2)N(C)C', '2020-01-01', 'n-ethylpentylone', 'FR Doc. 2025-15177: positional isomer of N-ethylpentylone'),
  positional('N-methyl-N-propyltryptamine, from N,N-diethyl', 'CCCN(C)CCc1c[nH]c2ccccc12', '2020-01-01', 'det', dmtype),
  positional('N-methyltryptamine with an alpha-methyl, from alpha-ethyl', 'CNC(C)Cc1c[nH]c2ccccc12', '2020-01-01', 'alpha-ethyltryptamine', `${dmtype}: alkyl shared out between groups`),
  positional('N-methyl-2-(methoxyphenyl)ethylamine, from alpha-methyl', 'CNCCc1ccc(OC)cc1', '2020-01-01', 'pma', `${dmtype}: alpha-methylamino to N-methylamino`),
  positional('2-methoxyamphetamine', 'COc1ccccc1CC(C)N', '2020-01-01', 'pma', '21 CFR 1300.01(b): the same groups at another position'),
  positional('isopropoxy and methoxy, from two methoxy and ethyl', 'CC(C)Oc1cc(OC)c(CCN)cc1', '2020-01-01', '2c-e', `${dmtype}: methoxy and ethyl to isopropoxy`),
  positional('2C with sec-propyl, from propyl', 'CC(C)c1cc(OC)c(CCN)cc1OC', '2020-01-01', '2c-p', `${dmtype}: alkyl rearranged within a substituent`),
  { name: 'delta-7-tetrahydrocannabinol', smiles: 'CCCCCc1cc(O)c2c(c1)OC(C)(C)C1CC=C(C)CC21', code: 'US', asOf: '2020-01-01', verdict: 'listed', via: [], substance: 'delta-8-thc', source: 'as drawn it is delta-8' },
  notPositional('alpha-hydroxyethyl in place of ethoxy', 'CC(N)Cc1ccc(C(C)O)cc1', `${dmtype}: ethoxy to alpha-hydroxyethyl is none; 4-ethoxyamphetamine is not listed, methoxymethyl forms are ethers`),
  notPositional('ring-methylated cathine against 4-methoxyamphetamine', 'CC(N)C(O)c1ccc(C)cc1', `${dmtype}: hydroxy and methyl to methoxy is none`),
  notPositional('N-hydroxy compound from bufotenine', 'CN(O)CCc1c[nH]c2cc(C)ccc12', `${dmtype}: a hydroxy moved to make a hydroxyamine is none`),
  notPositional('cannabichromene against tetrahydrocannabinol', 'CCCCCc1cc(O)c2c(c1)OC(C)(CCC=C(C)C)C=C2', 'a ring less: another core'),
  notPositional('mexiletine against 4-methoxymethamphetamine', 'Cc1cccc(C)c1OCC(C)N', 'another core: phenoxyethylamine'),
  notPositional('2-fluorophentermine', 'CC(C)(N)Cc1ccccc1F', 'no listed hallucinogen has this formula'),
  ...([
    ['buphedrone against mephedrone: the ring methyl on the chain', 'CCC(NC)C(=O)c1ccccc1', '2020-01-01', 'mephedrone'],
    ['2C-E before its own entry, against DOM: the alpha methyl on the ring', 'CCc1cc(OC)c(CCN)cc1OC', '2011-03-22', 'dom'],
    ['4-ethoxyphenethylamine against PMA: the alpha methyl on oxygen', 'CCOc1ccc(CCN)cc1', '2020-01-01', 'pma'],
  ] as const).map(([name, smiles, asOf, substance]): Case => ({ name, smiles, code: 'US', asOf, verdict: 'undecided', via: ['positional isomer'], substance, source: 'no example of 21 CFR 1300.01(b); Congress named 2C-E in 2012 beside DOM (Pub. L. 112-144 sec. 1152)' })),
  { name: '3-chlorophentermine against chlorphentermine in Schedule III', smiles: 'CC(C)(N)Cc1cccc(Cl)c1', code: 'US', asOf: '2020-01-01', verdict: 'undecided', via: ['positional isomer'], substance: 'chlorphentermine', source: '21 CFR 1308.13(b) says "position" and no definition speaks of that list' },
  notPositional('beta-chloromethamphetamine against chlorphentermine', 'CNC(C)C(Cl)c1ccccc1', 'without a definition only the same groups count, and a chlorine on an alkyl carbon is another'),
  { name: 'beta-hydroxy-N,N-dimethyltryptamine against psilocin', smiles: 'CN(C)CC(O)c1c[nH]c2ccccc12', code: 'US', asOf: '2020-01-01', verdict: 'undecided', via: ['positional isomer'], substance: 'psilocin', source: '21 CFR 1300.01(b) leaves open whether a phenolic hydroxy may become an alcoholic one' },
]
