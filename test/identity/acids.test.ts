import { expect, it } from 'vitest'
import { judge } from '../../src/matching/index.js'
import { isAcid } from '../../src/matching/identity/ions.js'
import { law, reader } from '../support/law.js'

/** The verdict of the UN on sulphuric acid, whose salts are excluded, with other components. */
const verdictOf = (smiles: string) =>
  reader.read(smiles, (s) => judge(s, law, { asOf: '2020-01-01', jurisdictions: ['UN'] }).verdict)

it.each([
  ['alone', 'OS(=O)(=O)O', 'listed'],
  ['in water', 'OS(=O)(=O)O.O', 'listed'],
  ['next to a nitrile, which takes no proton', 'OS(=O)(=O)O.CC#N', 'listed'],
  ['next to ions that balance each other', 'OS(=O)(=O)O.[Na+].[Cl-]', 'undecided'],
  ['next to ammonium chloride', 'OS(=O)(=O)O.[NH4+].[Cl-]', 'undecided'],
  ['with an amine: a sulphate', 'OS(=O)(=O)O.CCN', 'uncontrolled'],
  ['with a metal: a sulphate', 'OS(=O)(=O)O.[Zn]', 'uncontrolled'],
  ['with the cation that balances it: a sulphate', '[Na+].[Na+].[O-]S(=O)(=O)[O-]', 'uncontrolled'],
  ['as the hydrogen chloride of an amine', 'CCN.Cl', 'uncontrolled'],
  ['hydrogen chloride next to a nitrile: with any nitrogen it is a counter-ion', 'Cl.N#Cc1ccccc1', 'uncontrolled'],
  ['hydrogen chloride next to ions', 'Cl.[Na+].[Cl-]', 'undecided'],
])('an acid whose salts are excluded, %s', (_, smiles, verdict) => {
  expect(verdictOf(smiles)).toBe(verdict)
})

it.each([
  ['a carboxylic acid', 'CC(=O)O', true],
  ['a phenol', 'Oc1ccccc1', true],
  ['an alcohol', 'CCO', false],
  ['water', 'O', false],
  ['a thiol', 'CCS', true],
  ['hydrogen iodide', 'I', true],
  ['an imide', 'CC(=O)NC(C)=O', true],
  ['an amide', 'CC(=O)NC', false],
  ['a sulfonamide', 'CS(=O)(=O)NC', true],
  ['an amine', 'CNC', false],
  ['an ether', 'COC', false],
])('forms a salt with a base: %s', (_, smiles, is) => {
  expect(reader.read(smiles, (s) => isAcid(s, { atoms: s.molecule.components[0]!, skeleton: '' }))).toBe(is)
})

it('the doubt is reported', () => {
  const [finding] = reader.read(
    'OS(=O)(=O)O.[Na+].[Cl-]',
    (s) => judge(s, law, { asOf: '2020-01-01', jurisdictions: ['UN'] }).jurisdictions[0]!.findings,
  )
  expect(finding).toMatchObject({ kind: 'listed', counts: 'undecided', doubts: [{ kind: 'salt or mixture' }] })
})

it('a base next to ions that balance each other has the scope of its salts', () => {
  expect(verdictOf('CNC(C)Cc1ccccc1.[Na+].[Cl-]')).toBe('listed')
})
