import type { Molecule } from '../../chem/index.js'

/** Number of rounds; in each, an atom's environment grows by one bond. */
const rounds = 12

/** A number for each atom that depends on its kind and position, not on atom order: equal for equivalent atoms. */
export function atomRanks({ atoms, bonds, neighbours }: Molecule): readonly number[] {
  let ranks = atoms.map(({ z, hydrogens, aromatic }, i) =>
    mix(mix(mix(z, hydrogens), aromatic ? 1 : 0), neighbours[i]!.length),
  )
  for (let round = 0; round < rounds; round++) {
    ranks = ranks.map((own, i) => {
      const around = neighbours[i]!.map(({ atom, bond }) => mix(ranks[atom]!, orderOf(bonds[bond]!)))
      return around.sort((a, b) => a - b).reduce(mix, own)
    })
  }
  return ranks
}

function orderOf({ order, aromatic }: Molecule['bonds'][number]): number {
  return aromatic ? 4 : order === 'other' ? 0 : order
}

function mix(hash: number, value: number): number {
  const h = Math.imul(hash ^ 0x9e3779b9, 0x85ebca6b) + value
  return (h ^ (h >>> 15)) >>> 0
}
