import { expect, test } from 'vitest'
import { skeletonKey } from '../../src/chem/index.js'
import { compileEdition } from '../../src/law/authoring.js'
import { recognise, type Recognised } from '../../src/matching/identity/recognise.js'
import { indexLaw } from '../../src/matching/index.js'
import { reader } from '../support/law.js'
import { ethanol, recordsOf } from '../support/records.js'

const recorded = {
  ketone: 'CC(=O)Cc1ccccc1',
  pyridone: 'O=c1cc(C)cc[nH]1',
  alcohol: 'CNC(C)C(O)c1ccccc1',
  amine: 'CC(N)Cc1ccccc1',
  acid: 'OC(=O)CCCN',
  amide: 'CC(=O)NCC',
  imine: 'CCC(C)=NC',
  nitro: 'CC[N+](=O)[O-]',
  enone: 'C/C=C/C(C)=O',
  enantiomer: 'C[C@H](N)CCC(=O)CC',
  conjugated: 'O=C1C=CCCC1',
  unconjugated: 'O=C1CC=CCC1',
  'methyl imine': 'O=C1C=CC(C=NC)CC1',
  'methylene imine': 'O=C1C=CC(CN=C)CC1',
}
const substances = Object.entries(recorded).map(([id, smiles]) =>
  reader.read(smiles, (s) => ({ ...ethanol, id, name: id, smiles, formula: s.formula, inchikey: s.inchikey! })),
)
const law = indexLaw({ ...compileEdition(recordsOf({ substances, lists: [] }), reader), sha256: 'test' })

const recogniseIn = (smiles: string): Recognised =>
  reader.read(smiles, (s) => {
    const component = s.molecule.components[0]!
    return recognise(s, component, skeletonKey(s.molecule, component), law)
  })

/** In words: the record, how hydrogens moved, whether protons moved that InChI does not move, and what InChI moved. */
function told(found: Recognised): string {
  const { records, moved, ionised, unconfirmed, identity } = found
  const protons = identity?.protons ?? 0
  return [
    ...records.map((k) => k.record.id),
    ...(moved ? [moved] : []),
    ...(ionised ? ['ionised'] : []),
    ...(unconfirmed ? ['unconfirmed'] : []),
    ...(protons === 0 ? [] : [`${protons} H+`]),
    ...(found.others ?? []).map((other) => `or ${told(other)}`),
  ].join(' ')
}

test.each([
  ['a ketone', 'CC(=O)Cc1ccccc1', 'ketone'],
  ['with an isotope', '[13CH3]C(=O)Cc1ccccc1', 'ketone'],
  ['its enol', 'CC(O)=Cc1ccccc1', 'ketone tautomer'],
  ['its other enol', 'C=C(O)Cc1ccccc1', 'ketone tautomer'],
  ['its enolate', 'CC([O-])=Cc1ccccc1', 'ketone tautomer ionised'],
  ['its carbanion, which is the enolate', 'CC(=O)[CH-]c1ccccc1', 'ketone ionised'],
  ['with a proton', 'CC(=[OH+])Cc1ccccc1', 'ketone 1 H+'],
  ['with a hydrogen less', 'CC(=O)[CH]c1ccccc1', 'unconfirmed'],
  ['its thioketone', 'CC(=S)Cc1ccccc1', ''],
  ['the alcohol of the same skeleton', 'CC(O)Cc1ccccc1', ''],
  ['a pyridone', 'Cc1cc[nH]c(=O)c1', 'pyridone'],
  ['as its hydroxypyridine: InChI moves that hydrogen', 'Oc1cc(C)ccn1', 'pyridone'],
  ['its anion', '[O-]c1cc(C)ccn1', 'pyridone -1 H+'],
  ['an alcohol', 'CNC(C)C(O)c1ccccc1', 'alcohol'],
  ['its alkoxide', 'CNC(C)C([O-])c1ccccc1', 'alcohol ionised'],
  ['its amide ion', 'C[N-]C(C)C(O)c1ccccc1', 'alcohol ionised'],
  ['its ammonium ion', 'C[NH2+]C(C)C(O)c1ccccc1', 'alcohol 1 H+'],
  ['an amine without a proton', 'CC([NH-])Cc1ccccc1', 'amine ionised'],
  ['its carbanion, whose proton could come back elsewhere', 'CC(N)[CH-]c1ccccc1', 'amine shift ionised'],
  ['its radical', 'C[C](N)Cc1ccccc1', 'unconfirmed'],
  ['its imine', 'CC(=N)Cc1ccccc1', ''],
  ['an amino acid', 'OC(=O)CCCN', 'acid'],
  ['its zwitterion', '[O-]C(=O)CCC[NH3+]', 'acid'],
  ['its cation', 'OC(=O)CCC[NH3+]', 'acid 1 H+'],
  ['its anion', '[O-]C(=O)CCCN', 'acid -1 H+'],
  ['an amide as its imidic acid: InChI moves that hydrogen', 'CC(O)=NCC', 'amide'],
  ['as its enol', 'C=C(O)NCC', 'amide tautomer'],
  ['an imine as its enamine', 'CC=C(C)NC', 'imine tautomer'],
  ['as its other enamine', 'CCC(=C)NC', 'imine tautomer'],
  ['with the double bond on the other side of the nitrogen, from carbon to carbon', 'CCC(C)N=C', 'imine shift'],
  ['a nitro compound as its nitronic acid', 'CC=[N+](O)[O-]', 'nitro tautomer'],
  ['an enone', 'C/C=C/C(C)=O', 'enone'],
  ['its stereoisomer: the stereo is compared later', 'C/C=C\\C(C)=O', 'enone'],
  ['its dienol', 'CC=CC(O)=C', 'enone tautomer'],
  ['a ketone with a centre, as the enol of either enantiomer', 'C[C@@H](N)CCC(O)=CC', 'enantiomer tautomer'],
  ['a dienol of two recorded enones', 'OC1=CC=CCC1', 'unconjugated tautomer or conjugated tautomer'],
  ['one of the two', 'O=C1C=CCCC1', 'conjugated'],
  ['a dienol of one, of the other only with the C=N bond moved too', 'OC1=CC=C(CN=C)CC1', 'methylene imine tautomer'],
  ['nothing recorded', 'CCCCCCCC', ''],
])('%s: %s is %s', (_, smiles, expected) => {
  expect(told(recogniseIn(smiles))).toBe(expected)
})

test('an identity is given where a record has the skeleton, also if it is another substance', () => {
  expect(recogniseIn('CCCCCCCC').identity).toBeNull()
  expect(recogniseIn('O=C1C=CCCC1').identity?.flat).toBe('C6H8O/c7-6-4-2-1-3-5-6/h2,4H,1,3,5H2')
  // Of a form whose hydrogens moved, both identities are those in which they may move.
  for (const smiles of ['CC(O)=Cc1ccccc1', 'CC=CC(O)=C', 'C[C@@H](N)CCC(O)=CC']) {
    const { identity, records } = recogniseIn(smiles)
    expect(records.map((k) => k.identity.flat)).toEqual([identity!.flat])
    expect(records.map((k) => k.mobile)).toEqual(records.map((k) => k.identity))
  }
})
