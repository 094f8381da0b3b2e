import { describe, expect, test } from 'vitest'
import type { Extension } from '../../src/law/index.js'
import { compileEdition } from '../../src/law/authoring.js'
import { candidatesOf } from '../../src/matching/identity/candidate.js'
import { isExcludedAs, isNamedAs } from '../../src/matching/identity/reach.js'
import { indexLaw, noHints } from '../../src/matching/index.js'
import { reader } from '../support/law.js'
import { ethanol, recordsOf } from '../support/records.js'

// Amphetamine as one enantiomer, two centres, a centre and a double bond, a double bond, and drawn without stereo.
const drawings = {
  left: 'C[C@H](N)Cc1ccccc1',
  threo: 'C[C@H](O)[C@@H](N)c1ccccc1',
  both: 'C/C=C/[C@H](N)c1ccccc1',
  crotonamide: 'C/C=C/C(N)=O',
  flat: 'CC(N)CCc1ccccc1',
}
type Id = keyof typeof drawings
const substances = Object.entries(drawings).map(([id, smiles]) =>
  reader.read(smiles, (s) => ({ ...ethanol, id, name: id, smiles, formula: s.formula, inchikey: s.inchikey! })),
)
const law = indexLaw({ ...compileEdition(recordsOf({ substances, lists: [] }), reader), sha256: 'test' })

const candidate = <T>(
  smiles: string,
  named: string | null,
  use: (c: ReturnType<typeof candidatesOf>[number]) => T,
): T => reader.read(smiles, (s) => use(candidatesOf(s, law, noHints, named)[0]!))

const isomers: Extension[][] = [
  [],
  ['optical isomers'],
  ['geometric isomers'],
  ['optical isomers', 'geometric isomers'],
  ['stereoisomers'],
  ['isomers'],
]

describe('a drawing, by the form that the law has recorded', () => {
  // The words with which a law that names the form names the drawing, as indexes of `isomers`; what a law excludes.
  const [all, optical, geometric, whole] = [
    [0, 1, 2, 3, 4, 5],
    [1, 3, 4, 5],
    [2, 3, 4, 5],
    [3, 4, 5],
  ]
  test.each<[string, Id, string, number[], 'wholly' | 'in part' | 'no']>([
    ['the same', 'left', 'C[C@H](N)Cc1ccccc1', all, 'wholly'],
    ['without stereo', 'left', 'CC(N)Cc1ccccc1', all, 'wholly'],
    ['the mirror image', 'left', 'C[C@@H](N)Cc1ccccc1', optical, 'no'],
    ['a racemate, which contains it', 'left', 'C[C@H](N)Cc1ccccc1 |&1:1|', all, 'no'],
    ['one enantiomer of what is recorded without stereo', 'flat', 'C[C@H](N)CCc1ccccc1', all, 'wholly'],
    ['what is recorded without stereo', 'flat', 'CC(N)CCc1ccccc1', all, 'wholly'],
    ['the same, with two centres', 'threo', 'C[C@H](O)[C@@H](N)c1ccccc1', all, 'wholly'],
    ['one centre of two', 'threo', 'C[C@H](O)C(N)c1ccccc1', all, 'in part'],
    ['no centre of two', 'threo', 'CC(O)C(N)c1ccccc1', all, 'wholly'],
    ['both centres the other way', 'threo', 'C[C@@H](O)[C@H](N)c1ccccc1', optical, 'no'],
    // Diastereomers are optical isomers only if geometric ones are covered too.
    ['one of two centres the other way', 'threo', 'C[C@H](O)[C@H](N)c1ccccc1', whole, 'no'],
    ['only the double bond drawn', 'both', 'C/C=C/C(N)c1ccccc1', all, 'in part'],
    ['only the centre drawn', 'both', 'CC=C[C@H](N)c1ccccc1', all, 'in part'],
    ['the other double bond', 'crotonamide', 'C/C=C\\C(N)=O', geometric, 'no'],
    ['the double bond not drawn', 'crotonamide', 'CC=CC(N)=O', all, 'wholly'],
  ])('%s', (_, id, smiles, words, excluded) => {
    candidate(smiles, null, (c) => {
      expect(isomers.flatMap((own, i) => (isNamedAs(c, id, own) ? [i] : []))).toEqual(words)
      expect(isExcludedAs(c, id)).toBe(excluded)
      // Another substance says nothing of it.
      expect([isNamedAs(c, 'ethanol', ['isomers']), isExcludedAs(c, 'ethanol')]).toEqual([false, 'no'])
    })
  })

  test('that the input names: it is that form, whatever the drawing leaves open', () => {
    for (const smiles of ['C[C@H](O)C(N)c1ccccc1', 'C[C@@H](O)[C@H](N)c1ccccc1', 'C[C@H](O)[C@@H](N)c1ccccc1'])
      candidate(smiles, 'threo', (c) => {
        expect([isNamedAs(c, 'threo', []), isExcludedAs(c, 'threo')]).toEqual([true, 'wholly'])
      })
    candidate('C[C@@H](N)Cc1ccccc1', 'threo', (c) => {
      expect([isNamedAs(c, 'left', []), isExcludedAs(c, 'left')]).toEqual([false, 'no'])
    })
  })
})
