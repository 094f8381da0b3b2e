import { describe, expect, it } from 'vitest'
import { candidatesOf, type Candidate } from '../../src/matching/identity/candidate.js'
import { noHints, type Hints } from '../../src/matching/index.js'
import { law, reader } from '../support/law.js'

const mephedrone = 'CNC(C)C(=O)c1ccc(C)cc1'
const unrecorded: Hints = { ...noHints, couldBeRecorded: () => false }

/** Each candidate in words: its number of atoms, the records that it is, its forms, and what else is told of it. */
const told = (c: Candidate) =>
  [
    `${c.component.length}:`,
    ...c.records.map((k) => k.record.id),
    ...c.forms,
    ...(c.saltOrMixture ? ['(or mixture)'] : []),
    ...(c.oddCharge ? ['odd charge'] : []),
    ...(c.unconfirmed ? ['unconfirmed'] : []),
    ...(c.together.length > 0 ? [`with ${c.together.join()}`] : []),
  ].join(' ')
const candidates = (smiles: string, hints = noHints) =>
  reader.read(smiles, (s) => candidatesOf(s, law, hints).map(told))

describe('the components that are judged, and as what', () => {
  it.each<[string, string, string[]]>([
    ['a base', mephedrone, ['13: mephedrone']],
    ['its hydrochloride', `${mephedrone}.Cl`, ['13: mephedrone salt']],
    ['drawn as ions', 'C[NH2+]C(C)C(=O)c1ccc(C)cc1.[Cl-]', ['13: mephedrone salt']],
    ['its cation', 'C[NH2+]C(C)C(=O)c1ccc(C)cc1', ['13: mephedrone salt']],
    ['its hydrate', `${mephedrone}.O`, ['13: mephedrone']],
    ['the hydrate of its salt', `${mephedrone}.Cl.O`, ['13: mephedrone salt']],
    ['in ethanol', `${mephedrone}.CCO`, ['13: mephedrone']],
    [
      'its sulfate, of which two are judged',
      `${mephedrone}.${mephedrone}.OS(O)(=O)=O`,
      Array(2).fill('13: mephedrone salt with mephedrone'),
    ],
    ['next to ions that balance each other', `${mephedrone}.[Na+].[Cl-]`, ['13: mephedrone salt (or mixture)']],
    ['with deuterium', 'CNC([2H])(C)C(=O)c1ccc(C)cc1', ['13: mephedrone isotopologue']],
    ['with carbon-13', '[13CH3]NC(C)C(=O)c1ccc(C)cc1', ['13: mephedrone isotopologue']],
    ['next to another substance', `${mephedrone}.CCCCCCCC`, ['13: mephedrone mixture', '8: mixture with mephedrone']],
    [
      'the salt of both',
      `${mephedrone}.CCC(=O)N(c1ccccc1)C1CCN(CCc2ccccc2)CC1.Cl`,
      ['13: mephedrone salt mixture with fentanyl', '25: fentanyl salt mixture with mephedrone'],
    ],
    ['what forms no salt, next to ions', 'CCCCCCCC#N.[Na+].[Cl-]', ['9: mixture']],
    ['a charge that no compound has', 'CC[Cl-2]', ['3: salt odd charge']],
    ['manganese and oxygen in pieces', '[K+].[Mn].[O-].[O].[O].[O]', []],
  ])('%s', (_, smiles, expected) => {
    const found = candidates(smiles)
    if (expected.length > 0) expect(found).toEqual(expected)
    else expect(found.some((c) => c.includes('unconfirmed'))).toBe(true)
  })

  it.each<[string, string, string[]]>([
    ['a molecule', mephedrone, ['13:']],
    ['an ion', 'C[NH2+]C(C)C(=O)c1ccc(C)cc1', ['13: salt']],
    ['an isotopologue', '[13CH3]NC(C)C(=O)c1ccc(C)cc1', ['13: isotopologue']],
    ['with deuterium', 'CNC([2H])(C)C(=O)c1ccc(C)cc1', ['13: isotopologue']],
    ['both', '[13CH3][NH2+]C(C)C(=O)c1ccc(C)cc1', ['13: salt isotopologue']],
    ['a zwitterion', '[NH3+]CC(=O)[O-]', ['5:']],
    ['a salt', 'CCCCCN.Cl', ['6: salt']],
    ['a mixture', 'CCCCCN.CCCCCCCC', ['6: mixture', '8: mixture']],
  ])('where nothing can be recorded: %s', (_, smiles, expected) => {
    expect(candidates(smiles, unrecorded)).toEqual(expected)
    const found = reader.read(smiles, (s) => candidatesOf(s, law, unrecorded))
    expect(found.map(({ cleaved, isomers, groups }) => [cleaved, isomers, groups])).toEqual(
      found.map(() => [[], [], null]),
    )
  })
})

it('the name that is given counts for the record that has it', () => {
  const named = (id: string | null, smiles = mephedrone) =>
    reader.read(smiles, (s) => candidatesOf(s, law, noHints, id).map((c) => c.named))
  expect([named('mephedrone'), named('fentanyl'), named(null)]).toEqual([['mephedrone'], [null], [null]])
  expect(named('mephedrone', `CCCCCCCC.${mephedrone}`)).toEqual([null, 'mephedrone'])
})
