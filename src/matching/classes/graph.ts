import type { Identity, CleavableBond, Matches, Molecule, Tautomer } from '../../chem/index.js'
import type { AtomMask } from './atom-mask.js'
import type { RingSystem } from './ring-system.js'

export { cut, Substituent } from './substituent.js'

/** What the rule engine needs of a structure. */
export interface Graph {
  readonly molecule: Molecule
  match(smarts: string): Matches
  /** Atoms that match the first atom of a pattern, if known without computing all embeddings; null otherwise. */
  firstAtoms?(smarts: string): AtomMask | null
  /**
   * What the rule engine derived from the graph, by owner. A weak map would do, but its contents survive several
   * garbage collections.
   */
  cached?: { molecule?: unknown; forms?: unknown }
}

/** What judging needs of a structure; `chem.Structure` provides it and documents each member. */
export interface Subject extends Graph {
  readonly tautomerForm: Graph | null
  readonly tautomerFormOnHetero: Graph | null
  readonly usual: readonly (readonly Subject[])[]
  readonly anhydrous: Subject | null
  identity(component: readonly number[]): Identity | null
  neutralIdentity(component: readonly number[]): Identity | null
  mobileIdentity(component: readonly number[]): Identity | null
  tautomerOf(component: readonly number[], smiles: string): Tautomer | null
  redrawnAs(component: readonly number[], smiles: string): Subject | null
  cleaved(bonds: readonly Pick<CleavableBond, 'oxygen' | 'other'>[]): Subject | null
}

/** The ring system of an atom inside a substituent: rings that share an atom with one another, however fused. */
export function ringSystem(molecule: Molecule, atom: number, inside: ReadonlySet<number>): RingSystem {
  const rest = molecule.rings.filter((ring) => ring.every((a) => inside.has(a)))
  const atoms = new Set<number>()
  const rings: (readonly number[])[] = []
  let frontier = rest.filter((ring) => ring.includes(atom))
  while (frontier.length > 0) {
    for (const ring of frontier) {
      rings.push(ring)
      for (const a of ring) atoms.add(a)
    }
    frontier = rest.filter((ring) => !rings.includes(ring) && ring.some((a) => atoms.has(a)))
  }
  return { atoms, rings }
}

/** The rings that a group closes together with atoms outside it, and the atoms of the group in them. */
export function closedRings(molecule: Molecule, inside: ReadonlySet<number>): RingSystem {
  const rings = molecule.rings.filter((ring) => ring.some((a) => inside.has(a)) && ring.some((a) => !inside.has(a)))
  return { atoms: new Set(rings.flat().filter((a) => inside.has(a))), rings }
}
