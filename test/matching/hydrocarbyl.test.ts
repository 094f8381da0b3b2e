import { beforeAll, describe, expect, test } from 'vitest'
import type { Reader } from '../../src/chem/index.js'
import { hydrocarbylSizes } from '../../src/matching/classes/longest-chain.js'
import { cut } from '../support/groups.js'
import { sharedReader } from '../support/law.js'

let reader: Reader
beforeAll(async () => {
  reader = await sharedReader()
})

/** The group on the first atom. */
const sizes = (smiles: string) =>
  reader.read(smiles, (structure) => {
    const all = structure.molecule.atoms.map((_, i) => i)
    const { common, others } = hydrocarbylSizes(structure, cut(structure.molecule, all, new Set([0]))[0]!)
    return { common, others: [...others].sort((a, b) => a - b) }
  })

describe('carbons of the hydrocarbyl on a nitrogen', () => {
  test.each([
    ['pentyl', 'NCCCCC', 5],
    ['5-fluoropentyl: the halogen is a substituent', 'NCCCCCF', 5],
    ['2-methoxyethyl ends at the oxygen', 'NCCOC', 2],
    ['4-fluorobenzyl', 'NCc1ccc(F)cc1', 7],
    ['cyclohexylmethyl', 'NCC1CCCCC1', 7],
    ['adamantyl', 'NC12CC3CC(CC(C3)C1)C2', 10],
    ['nonyl has only one count', 'NCCCCCCCCC', 9],
    ['pyridylmethyl ends at the ring with nitrogen', 'NCc1ccccn1', 1],
    ['morpholinyl has none', 'NC1COCCN1', 0],
  ])('%s', (_, smiles, common) => {
    expect(sizes(smiles).common).toBe(common)
  })

  test.each([
    ['a nitrile carbon', 'NCCC#N', 2, [3]],
    ['a carboxamide carbon', 'NC(C(C)C)C(N)=O', 4, [5]],
    ['a ketone in the chain ends it', 'NCCCC(C)=O', 3, [5]],
    ['a ring ketone does not', 'NC1CCC(=O)CC1', 6, []],
    ['an attached ring', 'NCCCc1ccccc1', 9, [3]],
    ['two rings, separately and together', 'NC(c1ccccc1)c1ccccc1', 13, [1, 7]],
  ])('other ways of counting: %s', (_, smiles, common, others) => {
    expect(sizes(smiles)).toEqual({ common, others })
  })
})
