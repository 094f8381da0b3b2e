import { describe, expect, it } from 'vitest'
import { LawQuestion } from '../../src/answers/index.js'
import { readyReader } from '../../src/chem/index.js'
import { NameIndex } from '../../src/identifiers/index.js'
import type { Position } from '../../src/matching/index.js'
import { ask, askSmiles, grounds } from '../support/ask.js'
import { edition, law, reader } from '../support/law.js'

const on = '2026-06-01'

describe('Norway: the list, by the text in force from 2026-06-01', () => {
  it.each([
    ['fentanyl', on, 'listed'],
    ['fentanyl', '2026-05-31', 'undecided'],
    ['1-4-butanediol', on, 'listed'],
    ['gamma-butyrolactone', on, 'listed'],
    ['pethidine-intermediate-b', on, 'listed'],
    ['tramadol', on, 'listed'],
    ['2c-t-21', on, 'listed'],
    ['am-2201-6-hydroxyindole-metabolite', on, 'listed'],
    ['methoxyphenamine', on, 'listed'],
    ['levomethorphan', on, 'listed'],
  ])('%s on %s: %s', (id, day, verdict) => expect(ask(id, 'NO', day).verdict).toBe(verdict))

  it.each([
    ['Mefedron', 'mephedrone'],
    ['heksedron', 'hexedrone'],
    ['Diacetylmorfin', 'heroin'],
    ['4-klor-α-pyrrolidinoheksanofenon', '4-chloro-alpha-php'],
    ['STP', 'dom'],
  ])('a name in brackets or a cross-reference says which: %s', (name, id) => {
    const found = new NameIndex(edition).find(name)
    expect(found?.kind === 'one' && found.lookup.substance).toBe(id)
  })

  it.each([
    [
      'butonitazene, whose printed chemical name is the pyrrolidine',
      'CCCCOc1ccc(Cc2nc3cc(ccc3n2CCN(CC)CC)[N+](=O)[O-])cc1',
    ],
    ['N-propyl-N-methylbutylone, printed as the propanone', 'CCCN(C)C(CC)C(=O)c1ccc2c(c1)OCO2'],
    ['isohexylone, one of whose printed names is N-ethylhexylone', 'CNC(CC(C)C)C(=O)c1ccc2c(c1)OCO2'],
    ['JWH-171, the Z isomer', 'CCCCCC1=C/C(=C/c2cccc3ccccc23)c2ccccc21'],
  ])('the name decides: %s', (_, smiles) => expect(askSmiles(smiles, 'NO', on).verdict).toBe('listed'))

  it.each([
    ['caffeine', 'Cn1c(=O)c2c(ncn2C)n(C)c1=O'],
    ['tetrahydrofuran', 'C1CCOC1'],
    ['cannabidiol', 'CCCCCc1cc(O)c(C2C=C(C)CCC2C(C)=C)c(O)c1'],
    ['naloxone', 'C=CCN1CCC23c4c5ccc(O)c4OC2C(=O)CCC3(O)C1C5'],
    ['methylergometrine', 'CC[C@@H](CO)NC(=O)[C@H]1CN(C)[C@@H]2Cc3c[nH]c4cccc(C2=C1)c34'],
    ['ethanol', 'CCO'],
  ])('%s is on no list and in no group', (_, smiles) =>
    expect(askSmiles(smiles, 'NO', on).verdict).toBe('uncontrolled'),
  )
})

/** Whether § 3 covers them depends on their effect; a salt sets the substance free. */
const conditional: readonly (readonly [name: string, smiles: string])[] = [
  ['levopropoxyphene', 'CCC(=O)O[C@@](Cc1ccccc1)(c1ccccc1)[C@@H](C)CN(C)C'],
  ['dextromethorphan', 'COc1ccc2c(c1)[C@]13CCCC[C@@H]1[C@H](C2)N(C)CC3'],
  ['busulfan, an ester of 1,4-butanediol', 'CS(=O)(=O)OCCCCOS(C)(=O)=O'],
  ['heterocodeine, an ether of morphine', 'CN1CC[C@]23c4c5ccc(O)c4O[C@H]2[C@@H](OC)C=C[C@H]3[C@H]1C5'],
  ['4-propanoyloxy-DMT, an ester of psilocin', 'CCC(=O)Oc1cccc2[nH]cc(CCN(C)C)c12'],
  ['baeocystin, an ester of a tryptamine of group 10', 'CNCCc1c[nH]c2cccc(OP(=O)(O)O)c12'],
  ['the methyl ether of β-hydroxyacetylfentanyl', 'CC(=O)N(c1ccccc1)C1CCN(CC(OC)c2ccccc2)CC1'],
  ['fluetonitazene, an ether of a hydroxynitazene', 'CCN(CC)CCn1c(Cc2ccc(OCCF)cc2)nc2cc([N+](=O)[O-])ccc12'],
]

describe('Norway: stereoisomers, esters and ethers of § 3', () => {
  const ready = readyReader(() => Promise.resolve(reader))
  async function verdicts(smiles: string, answer: Position['answer']) {
    const query = { asOf: on, jurisdictions: ['NO'], positions: [{ question: 'no/psychoactive', answer, by: null }] }
    const asked = new LawQuestion(ready, law, query, { engine: true, expected: Infinity })
    const found = await asked.answer(smiles, 'none')
    asked.free()
    if (found.kind !== 'judged') throw new Error(found.problem.message)
    const { byWords, verdict } = found.judgement.jurisdictions[0]!
    return [byWords, verdict]
  }
  it.each(conditional)('%s is undecided, and one answer settles all', async (_, smiles) => {
    expect(askSmiles(smiles, 'NO', on).verdict).toBe('undecided')
    expect((await verdicts(smiles, 'yes'))[1]).toMatch(/listed|class/)
    expect(await verdicts(smiles, 'no')).toEqual(['undecided', 'uncontrolled'])
  })
  it.each([
    ['morphine sulfate', 'CN1CC[C@]23c4c5ccc(O)c4O[C@H]2[C@@H](O)C=C[C@H]3[C@H]1C5.OS(=O)(=O)O', 'listed'],
    [
      'codeine, an ether of morphine that is listed',
      'COc1ccc2c3c1O[C@H]1[C@@H](O)C=C[C@H]4[C@@H](C2)N(C)CC[C@@]341',
      'listed',
    ],
    ['racemic amphetamine', 'CC(N)Cc1ccccc1', 'listed'],
    ['hydrochloride of 4-methylcathinone', 'O=C(c1ccc(C)cc1)C(C)N.Cl', 'listed'],
    ['hydrochloride of 4-propylmethcathinone', 'O=C(c1ccc(CCC)cc1)C(C)NC.Cl', 'class'],
  ])('%s: %s', (_, smiles, verdict) => expect(askSmiles(smiles, 'NO', on).verdict).toBe(verdict))
})

/** Members and near misses of each group, read from its words. */
const groups: readonly (readonly [group: string, name: string, smiles: string, verdict: string])[] = [
  ['no-benzoylindoles', 'AM-694 with chlorine', 'FCCCCCn1cc(C(=O)c2ccccc2Cl)c2ccccc12', 'class'],
  ['no-benzoylindoles', 'with hexadecyl: no limit of length', 'CCCCCCCCCCCCCCCCn1cc(C(=O)c2ccccc2)c2ccccc12', 'class'],
  ['no-benzoylindoles', 'with pentyl on a 7-azaindole', 'CCCCCn1cc(C(=O)c2ccccc2)c2cccnc12', 'uncontrolled'],
  ['no-benzoylindoles', 'with propynyl', 'C#CCn1cc(C(=O)c2ccccc2)c2ccccc12', 'uncontrolled'],
  ['no-cathinones', 'bupropion', 'CC(NC(C)(C)C)C(=O)c1cccc(Cl)c1', 'class'],
  ['no-cathinones', '3-trifluoromethylmethcathinone', 'CNC(C)C(=O)c1cccc(C(F)(F)F)c1', 'class'],
  [
    'no-cathinones',
    '4-nitromethcathinone: N-methyl, but nitro is not allowed alone',
    'CNC(C)C(=O)c1ccc([N+](=O)[O-])cc1',
    'uncontrolled',
  ],
  ['no-cathinones', 'N-(2-hydroxyethyl)-4-methylcathinone', 'OCCNC(C)C(=O)c1ccc(C)cc1', 'uncontrolled'],
  ['no-cathinones', 'dihydro-mephedrone: the ketone is reduced', 'CNC(C)C(O)c1ccc(C)cc1', 'uncontrolled'],
  ['no-cathinones', '1-phenyl-3-(methylamino)propan-1-one', 'CNCCC(=O)c1ccccc1', 'uncontrolled'],
  ['no-cyclohexylphenols', 'CP 47,497 with nonyl', 'CCCCCCCCCc1ccc(C2CCCC(O)C2)c(O)c1', 'class'],
  ['no-cyclohexylphenols', 'without hydroxy on the cyclohexane', 'CCCCCCCCCc1ccc(C2CCCCC2)c(O)c1', 'uncontrolled'],
  ['no-naphthoylindoles', 'with 4-fluorobutyl and 6-bromo', 'FCCCCn1cc(C(=O)c2cccc3ccccc23)c2ccc(Br)cc12', 'class'],
  ['no-naphthoylindoles', 'with 3-carboxypropyl', 'OC(=O)CCCn1cc(C(=O)c2cccc3ccccc23)c2ccccc12', 'uncontrolled'],
  ['no-naphthoylpyrroles', 'with heptyl', 'CCCCCCCn1ccc(C(=O)c2cccc3ccccc23)c1', 'class'],
  ['no-naphthylmethylindenes', 'with hexyl', 'CCCCCCC1=CC(Cc2cccc3ccccc23)c2ccccc12', 'class'],
  ['no-naphthylmethylindoles', 'with cyclohexylmethyl', 'C1CCCCC1Cn1cc(Cc2cccc3ccccc23)c2ccccc12', 'class'],
  ['no-naphthylmethylindoles', 'with 2-naphthyl', 'CCCCCn1cc(Cc2ccc3ccccc3c2)c2ccccc12', 'uncontrolled'],
  ['no-phenethylamines', '3,4-dimethoxyphenethylamine', 'NCCc1ccc(OC)c(OC)c1', 'class'],
  [
    'no-phenethylamines',
    '25I-NBOMe with ethyl for iodine and N-methylthio ring',
    'COc1ccccc1CNCCc1cc(OC)c(SCCC)cc1OC',
    'class',
  ],
  ['no-phenethylamines', 'fenfluramine without ethyl: haloalkyl alone', 'CC(N)Cc1cccc(C(F)(F)F)c1', 'uncontrolled'],
  ['no-phenethylamines', '25I-NBMD: methylenedioxybenzyl', 'COc1cc(CCNCc2cccc3OCOc23)c(OC)cc1I', 'uncontrolled'],
  ['no-phenethylamines', 'tyramine', 'NCCc1ccc(O)cc1', 'uncontrolled'],
  ['no-phenethylamines', 'adrenaline', 'CNCC(O)c1ccc(O)c(O)c1', 'uncontrolled'],
  ['no-phenylacetylindoles', 'JWH-250 with butyl', 'CCCCn1cc(C(=O)Cc2ccccc2OC)c2ccccc12', 'class'],
  ['no-tryptamines', '5-ethoxy-N-butyltryptamine', 'CCCCNCCc1c[nH]c2ccc(OCC)cc12', 'class'],
  ['no-tryptamines', 'melatonin', 'COc1ccc2[nH]cc(CCNC(C)=O)c2c1', 'uncontrolled'],
  ['no-tryptamines', 'rizatriptan', 'CN(C)CCc1c[nH]c2ccc(Cn3cncn3)cc12', 'uncontrolled'],
  ['no-tryptamines', '5-methyl-DMT', 'CN(C)CCc1c[nH]c2ccc(C)cc12', 'uncontrolled'],
  ['no-fentanyls', 'hexanoylfentanyl', 'CCCCCC(=O)N(c1ccccc1)C1CCN(CCc2ccccc2)CC1', 'class'],
  ['no-fentanyls', '3-chlorofentanyl', 'CCC(=O)N(c1cccc(Cl)c1)C1CCN(CCc2ccccc2)CC1', 'class'],
  ['no-fentanyls', 'furanyl furanylfentanyl', 'O=C(c1ccco1)N(c1ccccc1)C1CCN(CCc2ccco2)CC1', 'class'],
  [
    'no-fentanyls',
    'fentanyl with tetrahydropyranylcarbonyl',
    'O=C(C1CCOCC1)N(c1ccccc1)C1CCN(CCc2ccccc2)CC1',
    'uncontrolled',
  ],
  ['no-fentanyls', 'benzyl in place of phenethyl', 'CC(=O)N(c1ccccc1)C1CCN(Cc2ccccc2)CC1', 'uncontrolled'],
  ['no-nitazenes', 'N-desethylbutonitazene', 'CCCCOc1ccc(Cc2nc3cc(ccc3n2CCNCC)[N+](=O)[O-])cc1', 'class'],
  ['no-nitazenes', 'with azepane and 7-nitro', 'CCOc1ccc(Cc2nc3cccc([N+](=O)[O-])c3n2CCN2CCCCCC2)cc1', 'class'],
  ['no-nitazenes', '2-methoxybenzyl', 'CCN(CC)CCn1c(Cc2ccccc2OC)nc2cc([N+](=O)[O-])ccc12', 'uncontrolled'],
  ['no-nitazenes', '5-methoxy on the benzimidazole', 'CCOc1ccc(Cc2nc3cc(OC)ccc3n2CCN(CC)CC)cc1', 'uncontrolled'],
]

describe('Norway: the twelve groups', () => {
  it.each(groups)('%s: %s', (group, _, smiles, verdict) => {
    const answer = askSmiles(smiles, 'NO', on)
    expect(answer.verdict).toBe(verdict)
    expect(grounds(answer).filter((ground) => ground.startsWith('class'))).toEqual(
      verdict === 'class' ? [`class drug ${group}`] : [],
    )
  })
})

describe('Norway: precursors by reference to the Union', () => {
  it.each([
    ['ephedrine', '2026-06-01', 'class precursor no-precursors'],
    ['safrole', '2026-06-01', 'class precursor no-precursors'],
    ['norfentanyl', '2026-06-01', 'class precursor no-precursors'],
    ['1-boc-4-piperidone', '2026-06-01', 'class precursor no-precursors'],
    ['toluene', '2025-11-02', 'class precursor no-precursors'],
  ])('%s on %s: %s', (id, day, ground) => expect(grounds(ask(id, 'NO', day))).toContain(ground))

  it('the days before the text that was read are undecided', () =>
    expect(ask('toluene', 'NO', '2025-11-01').verdict).toBe('undecided'))
})
