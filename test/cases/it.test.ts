import { describe, expect, it } from 'vitest'
import { ask, askSmiles, grounds } from '../support/ask.js'

const on = '2026-11-30'
const drug = (smiles: string, day = on) => grounds(askSmiles(smiles, 'IT', day, { kinds: ['drug', 'chemical weapon'] }))

describe('Italy: the tables', () => {
  it.each([
    ['fentanyl', 'listed drug it-table-1'],
    ['fentanyl', 'listed drug it-medicines-a'],
    ['isotonitazene', 'listed drug it-table-1'],
    ['amobarbital', 'listed drug it-table-3'],
    ['diazepam', 'listed drug it-table-4'],
    ['diazepam', 'listed drug it-medicines-b'],
    ['pyrovalerone', 'listed drug it-table-4'],
    ['tapentadol', 'listed drug it-medicines-a'],
    ['etizolam', 'listed drug it-medicines-b'],
    ['harmaline', 'listed drug it-table-1'],
    ['nandrolone', 'listed drug it-table-1'],
    ['gamma-butyrolactone', 'listed drug it-table-4'],
  ])('%s: %s', (id, ground) => {
    expect(grounds(ask(id, 'IT', on))).toContain(ground)
  })

  it.each([
    ['a salt, Table IV', 'CN1C(=O)CN=C(c2ccccc2)c2cc(Cl)ccc21.Cl'],
    ['the enantiomer of methadone, Table I', 'CCC(=O)C(C[C@@H](C)N(C)C)(c1ccccc1)c1ccccc1'],
    ['an ester of psilocin, Table I', 'CC(=O)Oc1cccc2[nH]cc(CCN(C)C)c12'],
    ['an ether of morphine, Table I', 'CN1CC[C@]23c4c5ccc(OCC)c4O[C@H]2[C@@H](O)C=C[C@H]3[C@H]1C5'],
  ])('%s', (_, smiles) => {
    expect(askSmiles(smiles, 'IT', on).verdict).toBe('listed')
  })

  it('Table IV has no words on esters: an ester of oxazepam is not in it', () => {
    expect(askSmiles('CC(=O)OC1N=C(c2ccccc2)c2cc(Cl)ccc2NC1=O', 'IT', on).verdict).toBe('uncontrolled')
  })

  it.each([
    ['dextromethorphan', 'COc1ccc2c(c1)[C@]13CCCC[C@@H]1[C@H](C2)N(C)CC3'],
    ['bupropion', 'CC(NC(C)(C)C)C(=O)c1cccc(Cl)c1'],
    ['norephedrine', 'C[C@H](N)[C@H](O)c1ccccc1'],
    ['caffeine', 'Cn1c(=O)c2c(ncn2C)n(C)c1=O'],
    ['lidocaine', 'CCN(CC)CC(=O)Nc1c(C)cccc1C'],
    ['eperisone', 'CCc1ccc(cc1)C(=O)C(C)CN1CCCCC1'],
  ])('%s is no drug', (_, smiles) => {
    expect(drug(smiles)).toEqual([])
  })
})

describe('Italy: days', () => {
  it.each([
    ['2-mmc', '2026-01-12', 'class'],
    ['2-mmc', '2026-01-13', 'listed'],
    ['isobutonitazene', '2026-01-20', 'undecided'],
    ['isobutonitazene', '2026-01-27', 'listed'],
    ['spirochlorphine', '2026-02-01', 'undecided'],
    ['spirochlorphine', '2026-11-29', 'listed'],
    ['fentanyl', '2026-01-27', 'listed'],
    ['4cl-mar', '2021-12-30', 'listed'],
    ['iso-3-mmc', '2023-11-30', 'listed'],
  ])('%s on %s: %s', (id, day, verdict) => {
    // Before its entry, 2-MMC was a structural analogue; the first day of that class is not known.
    expect(ask(id, 'IT', day).verdict).toBe(verdict === 'class' ? 'undecided' : verdict)
  })
})

describe('Italy: the note on fentanyl', () => {
  it.each([
    ['1, thiophene in place of phenyl', 'CCC(=O)N(c1ccccc1)C1CCN(CCc2ccco2)CC1'],
    ['2, chlorine on the phenethyl', 'CCC(=O)N(c1ccccc1)C1CCN(CCc2ccc(Cl)cc2)CC1'],
    ['3, methoxy on the piperidine', 'CCC(=O)N(c1ccccc1)C1CCN(CCc2ccccc2)CC1OC'],
    ['4, pyridine in place of the aniline ring', 'CCC(=O)N(c1ccncc1)C1CCN(CCc2ccccc2)CC1'],
    ['5, hexanoyl', 'CCCCCC(=O)N(c1ccccc1)C1CCN(CCc2ccccc2)CC1'],
  ])('%s: class from 2020-07-28', (_, smiles) => {
    expect(drug(smiles)).toEqual(['class drug it-fentanyls'])
    expect(drug(smiles, '2020-07-28')).toEqual(['class drug it-fentanyls'])
    expect(drug(smiles, '2020-07-27')).not.toContain('class drug it-fentanyls')
  })

  it.each(['4-ap', '1-boc-4-ap', '4-anpp', 'norfentanyl', 'npp'])('%s is a precursor only', (id) => {
    expect(grounds(ask(id, 'IT', on))).toEqual(['class precursor it-precursors'])
  })
})

describe('Italy: structural analogues', () => {
  it.each([
    ['4-ethylethcathinone', 'CCNC(C)C(=O)c1ccc(CC)cc1', 'it-cathinones'],
    ['a piperidine with a longer chain', 'CCCC(N1CCCCC1)C(=O)c1ccccc1', 'it-cathinones'],
    ['metamfepramone', 'CC(N(C)C)C(=O)c1ccccc1', 'it-cathinones'],
    ['JWH-081', 'CCCCCn1cc(C(=O)c2ccc(OC)c3ccccc23)c2ccccc12', 'it-3-acylindoles'],
    ['JWH-203', 'CCCCCn1cc(C(=O)Cc2ccccc2Cl)c2ccccc12', 'it-3-acylindoles'],
    ['RCS-4', 'CCCCCn1cc(C(=O)c2ccc(OC)cc2)c2ccccc12', 'it-3-acylindoles'],
    ['CUMYL-PICA', 'CCCCCn1cc(C(=O)NC(C)(C)c2ccccc2)c2ccccc12', 'it-azole-3-carboxamides'],
    ['MDMB-CHMINACA', 'COC(=O)C(NC(=O)c1nn(CC2CCCCC2)c2ccccc12)C(C)(C)C', 'it-azole-3-carboxamides'],
  ])('%s: class', (_, smiles, rule) => {
    expect(drug(smiles)).toEqual([`class drug ${rule}`])
  })

  it.each([
    ['granisetron', 'Cn1nc(C(=O)NC2CC3CCCC(C2)N3C)c2ccccc12'],
    ['3-benzoylindole', 'O=C(c1ccccc1)c1c[nH]c2ccccc12'],
    ['naphyrone', 'CCCC(N1CCCC1)C(=O)c1ccc2ccccc2c1'],
  ])('%s: undecided', (_, smiles) => {
    expect(askSmiles(smiles, 'IT', on).verdict).toBe('undecided')
  })

  it.each([
    ['indometacin', 'COc1ccc2c(c1)c(CC(=O)O)c(C)n2C(=O)c1ccc(Cl)cc1'],
    ['tropisetron', 'CN1C2CCC1CC(C2)OC(=O)c1c[nH]c2ccccc12'],
    ['a 7-azaindole', 'CCCCCn1cc(C(=O)NC(C)(C)c2ccccc2)c2cccnc12'],
  ])('%s: uncontrolled', (_, smiles) => {
    expect(askSmiles(smiles, 'IT', on).verdict).toBe('uncontrolled')
  })
})
