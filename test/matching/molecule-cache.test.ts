import { describe, expect, it } from 'vitest'
import { maskOf } from '../../src/matching/classes/substituent.js'
import { longestChain } from '../../src/matching/classes/longest-chain.js'
import { MoleculeCache } from '../../src/matching/classes/molecule-cache.js'
import { cut } from '../support/groups.js'
import { edition, reader } from '../support/law.js'

const plain = (substituents: ReturnType<typeof cut>) =>
  substituents.map(({ atoms, attachments, mask }) => ({ atoms, attachments, mask }))

describe('groups found by the bonds that attach them', () => {
  // Every connected set of up to four atoms on a walk from each atom.
  const walks = (neighbours: readonly (readonly { readonly atom: number }[])[], start: number) =>
    [1, 2, 3, 4].map((size) => {
      const kept = [start]
      for (let i = 0; kept.length < size && i < kept.length; i++)
        for (const { atom } of neighbours[kept[i]!]!) if (kept.length < size && !kept.includes(atom)) kept.push(atom)
      return kept
    })

  it('equal those cut out separately', () => {
    const texts = edition.substances.flatMap((s) => (s.smiles === null ? [] : [s.smiles])).filter((_, i) => i % 9 === 0)
    let compared = 0
    for (const text of texts) {
      reader.read(text, (structure) => {
        const { molecule } = structure
        const cache = MoleculeCache.of(structure)
        for (const component of molecule.components) {
          for (const kept of component.flatMap((start) => walks(molecule.neighbours, start))) {
            compared++
            expect(plain(cache.groups(cache.mask(component), kept)), `${text} without ${kept.join()}`).toEqual(
              plain(cut(molecule, component, new Set(kept))),
            )
          }
        }
      })
    }
    expect(compared).toBeGreaterThan(5000)
  })

  it('are the same group whatever is kept on the other side', () => {
    reader.read('CCNCCO', (structure) => {
      const cache = MoleculeCache.of(structure)
      const all = cache.mask(structure.molecule.components[0]!)
      const [first] = cache.groups(all, [2])
      expect(cache.groups(all, [2, 3])[0]).toBe(first)
    })
  })

  it('stay within the given atoms', () => {
    reader.read('CCNCCO', (structure) => {
      const cache = MoleculeCache.of(structure)
      expect(cache.groups(cache.mask([2, 3, 4]), [2]).map((p) => p.atoms)).toEqual([[3, 4]])
    })
  })

  it('are distinguished beyond the 32nd atom', () => {
    const chain = `${'C'.repeat(40)}N`
    reader.read(chain, (structure) => {
      const cache = MoleculeCache.of(structure)
      const all = maskOf(structure.molecule.components[0]!, 41)
      expect(cache.groups(all, [33]).map((p) => p.atoms.length)).toEqual([33, 7])
    })
  })
})

describe('atoms of the longest open chain', () => {
  it.each([
    ['a chain', 'CCCCC', 5],
    ['the longer of two branches', 'CC(C)CCC', 5],
    ['a path that does not begin at the first atom', 'C(CCC)(CCC)C', 7],
    ['ring atoms are not counted', 'CCC1CCCCC1', 2],
    ['nor crossed', 'CCC1CCC(CC1)CCC', 3],
    ['only a ring', 'C1CCCCC1', 0],
  ])('%s: %s, %i', (_, smiles, length) => {
    reader.read(smiles, (structure) =>
      expect(longestChain(MoleculeCache.of(structure), structure.molecule.components[0]!, null)).toBe(length),
    )
  })

  it('atoms outside the chain end it', () => {
    reader.read('CCCSCC', (structure) => {
      const cache = MoleculeCache.of(structure)
      expect(longestChain(cache, structure.molecule.components[0]!, [cache.first('[#6]')])).toBe(3)
    })
  })
})
