import { describe, expect, it } from 'vitest'
import { ringSystem } from '../../src/matching/classes/graph.js'
import { readScaffold } from '../../src/rules/index.js'
import { cut } from '../support/groups.js'
import { reader } from '../support/law.js'

const cutOf = (smiles: string, kept: number[]) =>
  reader.read(smiles, ({ molecule }) =>
    cut(molecule, molecule.components[0]!, new Set(kept)).map((p) => ({
      atoms: p.atoms,
      from: p.attachments.map((a) => a.from),
    })),
  )

describe('groups that remain when atoms are removed', () => {
  it.each([
    [
      'a chain cut in the middle',
      'CCOCC',
      [2],
      [
        { atoms: [0, 1], from: [2] },
        { atoms: [3, 4], from: [2] },
      ],
    ],
    ['a group that bridges two atoms is attached to both', 'C1CCCC1', [0, 1], [{ atoms: [2, 3, 4], from: [1, 0] }]],
    ['a group attached twice to one atom', 'C1CC1', [0], [{ atoms: [1, 2], from: [0, 0] }]],
    ['nothing left', 'CC', [0, 1], []],
    ['another component is ignored', 'CC.O', [0], [{ atoms: [1], from: [0] }]],
  ])('%s', (_, smiles, kept, groups) => {
    expect(cutOf(smiles, kept)).toEqual(groups)
  })
})

describe('ring systems', () => {
  const system = (smiles: string, atom: number, inside?: number[]) =>
    reader.read(smiles, ({ molecule }) => {
      const found = ringSystem(molecule, atom, new Set(inside ?? molecule.components[0]!))
      return [found.atoms.size, found.rings.length]
    })
  it.each([
    ['one ring', 'C1CCCCC1', 0, [6, 1]],
    ['two rings joined by a bond are two systems', 'c1ccccc1-c1ccccc1', 0, [6, 1]],
    ['fused', 'c1ccc2ccccc2c1', 0, [10, 2]],
    ['spiro', 'C1CCC2(C1)CCCC2', 0, [9, 2]],
    ['bridged', 'C1CC2CCC1C2', 0, [7, 2]],
    ['not in a ring', 'CC1CC1', 0, [0, 0]],
  ])('%s', (_, smiles, atom, found) => {
    expect(system(smiles, atom)).toEqual(found)
  })
  it('only rings within the group count', () => {
    expect(system('c1ccc2ccccc2c1', 0, [0, 1, 2, 3, 8, 9])).toEqual([6, 1])
  })
})

describe('names and bonds of a scaffold', () => {
  it.each([
    ['a chain', '[NX3:1]-[CX4:2]-C', [1, 2, null], 2],
    ['a ring', '[c:1]1[c:2][c:3][c:4][c:5][c:6]1', [1, 2, 3, 4, 5, 6], 6],
    ['branches and two-letter elements', 'Cl[C:3](Br)-[N:2]', [null, 3, null, 2], 3],
    ['two-digit ring numbers', 'C%10CC%10', [null, null, null], 3],
    ['a recursive condition inside an atom', '[C;X4,$(C=O):3]-[N:1]', [3, 1], 1],
  ])('%s', (_, smarts, names, bonds) => {
    expect(readScaffold(smarts)).toEqual({ names, bonds })
  })
})
