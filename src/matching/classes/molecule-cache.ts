import type { Molecule } from '../../chem/index.js'
import {
  addTo,
  isCovered,
  isIn,
  maskOf,
  overlap,
  type AtomMask,
  ascending,
  cutMask,
  Substituent,
} from './substituent.js'
import type { Graph } from '../subject.js'

/**
 * What the rule engine found for one molecule, cached for the embeddings and rules that need it again. A group attached
 * by a bond outside rings is the same group on any scaffold.
 */
export class MoleculeCache {
  readonly molecule: Molecule
  /** Search steps in this molecule, over all rules. */
  steps = 0
  readonly #first = new Map<string, AtomMask>()
  /** The atoms beyond each bond, in either direction; null if the bond is in a ring. */
  readonly #branches: (Substituent | null | undefined)[] = []
  #rings: AtomMask | null = null
  #ranks: readonly number[] | null = null

  private constructor(readonly graph: Graph) {
    this.molecule = graph.molecule
  }

  static of(graph: Graph): MoleculeCache {
    const cached = (graph.cached ??= {})
    return (cached.molecule ??= new MoleculeCache(graph)) as MoleculeCache
  }

  first(smarts: string): AtomMask {
    let mask = this.#first.get(smarts)
    if (!mask)
      this.#first.set(
        smarts,
        (mask =
          this.graph.firstAtoms?.(smarts) ??
          this.mask(this.graph.match(smarts).embeddings.map((embedding) => embedding[0]!))),
      )
    return mask
  }

  mask(atoms: readonly number[]): AtomMask {
    return maskOf(atoms, this.molecule.atoms.length)
  }

  /** What distinguishes the atoms, independently of their order. */
  get ranks(): readonly number[] {
    return (this.#ranks ??= atomRanks(this.molecule))
  }

  get ringAtoms(): AtomMask {
    if (!this.#rings) {
      this.#rings = this.mask([])
      for (const ring of this.molecule.rings) for (const atom of ring) addTo(this.#rings, atom)
    }
    return this.#rings
  }

  /** The connected groups that remain of `within` once `kept` is removed, by their first atoms. */
  groups(within: AtomMask, kept: readonly number[], keptMask: AtomMask = this.mask(kept)): Substituent[] {
    const substituents: Substituent[] = []
    let ringed = false
    for (const from of kept) {
      for (const { atom, bond } of this.molecule.neighbours[from]!) {
        if (isIn(keptMask, atom) || !isIn(within, atom)) continue
        const substituent = this.#branch(from, atom, bond)
        if (!substituent || overlap(substituent.mask, keptMask) || !isCovered(substituent.mask, [within])) ringed = true
        else substituents.push(substituent)
      }
    }
    if (ringed) {
      const left = within.slice()
      for (let word = 0; word < left.length; word++) {
        left[word]! &= ~keptMask[word]!
        for (const { mask } of substituents) left[word]! &= ~mask[word]!
      }
      substituents.push(...cutMask(this.molecule, left, keptMask))
    }
    return substituents.length < 2 ? substituents : substituents.sort((a, b) => a.atoms[0]! - b.atoms[0]!)
  }

  #branch(from: number, to: number, bond: number): Substituent | null {
    const side = bond * 2 + (from < to ? 0 : 1)
    const substituent = this.#branches[side]
    return substituent === undefined ? (this.#branches[side] = this.#readBranch(from, to, bond)) : substituent
  }

  #readBranch(from: number, to: number, bond: number): Substituent | null {
    const { neighbours } = this.molecule
    const atoms = [to]
    const mask = this.mask(atoms)
    for (let next = 0; next < atoms.length; next++) {
      for (const { atom } of neighbours[atoms[next]!]!) {
        if (atom === from) {
          if (next > 0) return null
        } else if (!isIn(mask, atom)) {
          addTo(mask, atom)
          atoms.push(atom)
        }
      }
    }
    return new Substituent(atoms.sort(ascending), [{ from, to, bond }], mask)
  }
}

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
