import { describe, expect, test } from 'vitest'
import { skeletonKey } from '../../src/chem/index.js'
import {
  formsSalts,
  isAcid,
  isBase,
  isCounterIon,
  isInert,
  isJudgedAcid,
  isProton,
  isSolvent,
  netCharge,
  surelyMakesSalt,
  type InputComponent,
} from '../../src/matching/identity/ions.js'
import type { Subject } from '../../src/matching/index.js'
import { law, reader } from '../support/law.js'

/** Calls with the first component of a drawing and the others. */
function withComponents<T>(
  smiles: string,
  use: (structure: Subject, first: InputComponent, others: readonly InputComponent[]) => T,
): T {
  return reader.read(smiles, (structure) => {
    const [first, ...others] = structure.molecule.components.map((atoms) => ({
      atoms,
      skeleton: skeletonKey(structure.molecule, atoms),
    }))
    return use(structure, first!, others)
  })
}

/** What a component is by itself, in words; empty for one that can form a salt with ions but is none of these. */
function rolesOf(smiles: string): string {
  return withComponents(smiles, (structure, component) => {
    const roles = [
      isAcid(structure, component) ? 'acid' : null,
      isBase(structure, component) ? 'base' : null,
      isProton(structure, component) ? 'proton' : null,
      isInert(structure, component) ? 'inert' : null,
      formsSalts(structure, component) ? null : 'no salts',
    ]
    return roles.filter(Boolean).join(', ')
  })
}

describe('a component by itself', () => {
  test.each([
    // Metals, as atoms and as ions.
    ['sodium atom', '[Na]', 'base'],
    ['sodium ion', '[Na+]', 'base'],
    ['zinc ion', '[Zn+2]', 'base'],
    ['mercury with carbon', 'C[Hg]C', 'base'],
    // Nitrogen that takes a proton, or has taken it.
    ['ammonia', 'N', 'base'],
    ['ammonium', '[NH4+]', 'base'],
    ['a primary amine', 'CN', 'base'],
    ['a tertiary amine', 'CN(C)C', 'base'],
    ['the ion of an amine', 'C[NH3+]', 'base'],
    ['the ion of a tertiary amine', 'C[NH+](C)C', 'base'],
    ['aniline', 'Nc1ccccc1', 'base'],
    ['pyridine', 'c1ccncc1', 'base'],
    ['an imine', 'CC=N', 'base'],
    ['hydrazine', 'NN', 'base'],
    ['guanidine', 'NC(N)=N', 'base'],
    ['an amine with an ether', 'COCCN', 'base'],
    ['an amine with a ketone', 'CC(=O)CCN', 'base'],
    ['an amine with a nitrile', 'N#CCCN', 'base'],
    ['an amine with an amide', 'CC(=O)NCCN', 'base'],
    ['glycine', 'NCC(=O)O', 'acid, base'],
    ['glycine as a zwitterion', '[NH3+]CC(=O)[O-]', 'base'],
    // A cation without hydrogen gives none and takes none.
    ['quaternary ammonium', 'C[N+](C)(C)C', ''],
    ['choline', 'C[N+](C)(C)CCO', ''],
    ['N-methylpyridinium', 'C[n+]1ccccc1', ''],
    // Nitrogen whose electrons are drawn away.
    ['an amide', 'CC(N)=O', 'no salts'],
    ['a tertiary amide', 'CN(C)C=O', 'no salts'],
    ['a thioamide', 'CC(N)=S', 'no salts'],
    ['urea', 'NC(N)=O', 'no salts'],
    ['a carbamate', 'CCOC(N)=O', 'no salts'],
    ['a nitrile', 'CC#N', 'no salts'],
    ['an isonitrile', 'C[N+]#[C-]', 'no salts'],
    ['nitrogen', 'N#N', 'no salts'],
    ['a nitro group', 'C[N+](=O)[O-]', 'no salts'],
    ['a nitrate ester', 'CO[N+](=O)[O-]', 'no salts'],
    ['a nitramine', 'CN(C)[N+](=O)[O-]', 'no salts'],
    ['a sulfonamide without hydrogen on nitrogen', 'CN(C)S(C)(=O)=O', 'no salts'],
    ['an imide without hydrogen on nitrogen', 'CN1C(=O)CCC1=O', 'no salts'],
    // Nitrogen that gives a proton.
    ['succinimide', 'O=C1CCC(=O)N1', 'acid'],
    ['a thioimide', 'O=C1CSC(=S)N1', 'acid'],
    ['biuret', 'NC(=O)NC(N)=O', 'acid'],
    ['a sulfonamide', 'CS(N)(=O)=O', 'acid'],
    ['saccharin', 'O=C1NS(=O)(=O)c2ccccc21', 'acid'],
    ['nitrous acid', 'ON=O', 'acid'],
    ['nitric acid', 'O[N+](=O)[O-]', 'acid'],
    ['picric acid', 'Oc1c([N+](=O)[O-])cc([N+](=O)[O-])cc1[N+](=O)[O-]', 'acid'],
    // Phosphorus and arsenic.
    ['a phosphine', 'CP(C)C', ''],
    ['an arsine', 'C[As](C)C', ''],
    ['phosphorus trichloride', 'ClP(Cl)Cl', ''],
    ['a dialkyl phosphite', 'CO[PH](=O)OC', ''],
    ['a phosphonium ion', 'C[P+](C)(C)C', ''],
    ['a phosphate ester', 'COP(=O)(OC)OC', 'inert, no salts'],
    ['one drawn with charges', 'CO[P+]([O-])(OC)OC', 'inert, no salts'],
    ['phosphorus pentachloride', 'ClP(Cl)(Cl)(Cl)Cl', 'inert, no salts'],
    ['phosphoric acid', 'OP(=O)(O)O', 'acid, inert'],
    ['arsenic acid', 'O[As](=O)(O)O', 'acid, inert'],
    // Oxygen.
    ['acetic acid', 'CC(=O)O', 'acid, inert'],
    ['sulfuric acid', 'OS(=O)(=O)O', 'acid, inert'],
    ['methanesulfonic acid', 'CS(=O)(=O)O', 'acid, inert'],
    ['boric acid', 'OB(O)O', 'acid, inert'],
    ['phenol', 'Oc1ccccc1', 'acid, inert'],
    ['an enol', 'CC(O)=C', 'acid, inert'],
    ['an oxime', 'CC=NO', 'acid'],
    ['a peroxide', 'CCOO', 'acid, inert'],
    ['acetate', 'CC(=O)[O-]', ''],
    ['hydrogen sulfate', 'OS(=O)(=O)[O-]', 'acid'],
    ['ethanol', 'CCO', 'inert, no salts'],
    ['benzyl alcohol', 'OCc1ccccc1', 'inert, no salts'],
    ['allyl alcohol', 'C=CCO', 'inert, no salts'],
    ['glycerol', 'OCC(O)CO', 'inert, no salts'],
    ['water', 'O', 'inert, no salts'],
    ['an ether', 'CCOCC', 'inert, no salts'],
    ['a ketone', 'CC(C)=O', 'inert, no salts'],
    ['an ester', 'CCOC(C)=O', 'inert, no salts'],
    ['hydroxide', '[OH-]', ''],
    ['ethoxide', 'CC[O-]', ''],
    // Protons.
    ['hydron', '[H+]', 'proton'],
    ['hydronium', '[OH3+]', 'proton'],
    ['trimethyloxonium', 'C[O+](C)C', ''],
    // Sulfur and halogen.
    ['a thiol', 'CS', 'acid, inert'],
    ['hydrogen sulfide', 'S', 'acid, inert'],
    ['a sulfide', 'CSC', 'inert, no salts'],
    ['dimethyl sulfoxide', 'CS(C)=O', 'inert, no salts'],
    ['hydrogen fluoride', 'F', 'acid, inert'],
    ['hydrogen chloride', 'Cl', 'acid, inert'],
    ['hydrogen bromide', 'Br', 'acid, inert'],
    ['hydrogen iodide', 'I', 'acid, inert'],
    ['chloride', '[Cl-]', ''],
    ['dichloromethane', 'ClCCl', 'inert, no salts'],
    ['hexane', 'CCCCCC', 'inert, no salts'],
    ['iodomethane', 'CI', 'inert, no salts'],
    ['selenol', 'C[SeH]', 'inert, no salts'],
    ['silane', 'C[SiH3]', 'inert, no salts'],
  ])('%s', (_, smiles, roles) => {
    expect(rolesOf(smiles)).toBe(roles)
  })

  test.each([
    ['[Na+]', 1],
    ['[Zn+2]', 2],
    ['CCO', 0],
    ['[NH3+]CC(=O)[O-]', 0],
    ['[O-]C(=O)C(=O)[O-]', -2],
  ])('the charge of %s is %d', (smiles, charge) => {
    expect(withComponents(smiles, (structure, { atoms }) => netCharge(structure, atoms))).toBe(charge)
  })
})

/** The first component is the one that is asked about. */
describe('a component next to others certainly forms a salt with them', () => {
  test.each([
    ['an amine with an acid', 'CN.CC(=O)O', true],
    ['an acid with an amine', 'CC(=O)O.CN', true],
    ['an acid with ammonia', 'CC(=O)O.N', true],
    ['an acid with a metal', 'CC(=O)O.[Zn]', true],
    ['a metal with an acid', '[Zn].CC(=O)O', true],
    ['an acid with pyridine', 'CC(=O)O.c1ccncc1', true],
    ['an acid with an alcohol', 'CC(=O)O.CCO', false],
    ['an acid with an amide', 'CC(=O)O.CC(N)=O', false],
    ['an acid with a nitrile', 'CC(=O)O.CC#N', false],
    ['an acid with a nitro compound', 'CC(=O)O.C[N+](=O)[O-]', false],
    ['an acid with a pyridine oxide, whose nitrogen takes no proton', 'CC(=O)O.[O-][n+]1ccccc1', false],
    ['an acid with a betaine, whose nitrogen takes no proton', 'CC(=O)O.C[N+](C)(C)CC(=O)[O-]', false],
    ['an acid with an acid', 'CC(=O)O.CCC(=O)O', false],
    ['an acid with an amine next to an alcohol', 'CC(=O)O.CCO.CN', true],
    ['an amine with an alcohol', 'CN.CCO', false],
    ['an amine with an amine', 'CN.CNC', false],
    ['an amine with an acid next to an alcohol', 'CN.CCO.Cl', true],
    ['an alcohol with an acid', 'CCO.CC(=O)O', false],
    ['an alcohol with a salt drawn without charges', 'CCO.CN.CC(=O)O', false],
    ['an ion, whatever the others are', 'C[NH3+].CCO', true],
    ['an anion', 'CC(=O)[O-].CCO', true],
    ['an acid with a cation that its anion balances', 'CC(=O)O.[Na+]', true],
    ['an acid with an anion', 'CC(=O)O.[Cl-]', false],
    ['an amine with an anion that its cation balances', 'CN.[Cl-]', true],
    ['an amine with a cation', 'CN.[Na+]', false],
    ['an amine with ions that balance each other', 'CN.[Na+].[Cl-]', false],
    ['an acid with ions that balance each other', 'CC(=O)O.[Na+].[Cl-]', false],
    ['an acid with ions of which a cation is left over', 'CC(=O)O.[Na+].[Na+].[Cl-]', true],
  ])('%s', (_, smiles, is) => {
    expect(withComponents(smiles, surelyMakesSalt)).toBe(is)
  })
})

describe('a recorded acid is judged on its own', () => {
  test.each([
    ['next to an alcohol', 'OS(=O)(=O)O.CCO', true],
    ['next to a nitrile', 'OS(=O)(=O)O.CC#N', true],
    ['but not with an amine', 'OS(=O)(=O)O.CN', false],
    ['nor with the cation that its ion balances', 'OS(=O)(=O)O.[Na+]', false],
    ['hydrogen chloride next to an alcohol', 'Cl.CCO', true],
    ['but not with nitrogen, however bonded', 'Cl.CC#N', false],
    ['also if the nitrogen is in the second of the others', 'Cl.CCO.CC(N)=O', false],
    ['nor with a metal', 'Cl.[Zn]', false],
    ['not if no record is like it', 'OP(=O)(O)OP(=O)(O)O.CCO', false],
    ['not if it is no acid', 'CCOCC.CCO', false],
    ['nor its anion', '[Cl-].CCO', false],
  ])('%s', (_, smiles, is) => {
    expect(withComponents(smiles, (s, first, others) => isJudgedAcid(s, law, first, others))).toBe(is)
  })
})

describe('counter-ions and solvents', () => {
  test.each([
    ['hydrogen chloride', 'Cl', 'counter-ion'],
    ['chloride', '[Cl-]', 'counter-ion'],
    ['sodium', '[Na+]', 'counter-ion'],
    ['tartaric acid', 'OC(=O)C(O)C(O)C(=O)O', 'counter-ion'],
    ['benzoic acid', 'OC(=O)c1ccccc1', 'counter-ion'],
    ['with the skeleton of benzoic acid', 'OC(=O)C1CCCCC1', 'neither'],
    ['water', 'O', 'counter-ion, solvent'],
    ['ethanol', 'CCO', 'counter-ion, solvent'],
    ['dimethyl ether', 'COC', 'neither'],
    ['an amine', 'CCCN', 'neither'],
  ])('%s', (_, smiles, is) => {
    const roles = withComponents(smiles, (structure, component) => [
      isCounterIon(structure, law, component) ? ['counter-ion'] : [],
      isSolvent(structure, law, component) ? ['solvent'] : [],
    ]).flat()
    expect(roles.join(', ') || 'neither').toBe(is)
  })
})
