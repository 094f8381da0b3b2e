import type { Molecule } from '../../chem/index.js'
import { addTo, isIn, type AtomMask, type Substituent } from './substituent.js'
import type { MoleculeCache } from './molecule-cache.js'
import { mostRingsTakenOut } from '../../limits.js'
import { ringSystem } from './graph.js'
import type { Graph } from '../subject.js'

/**
 * Number of atoms in the longest unbranched path through a group; ring atoms are neither counted nor crossed.
 * @param links if given, atoms in none of these are neither counted nor crossed
 */
export function longestChain(
  cache: MoleculeCache,
  group: readonly number[],
  links: readonly AtomMask[] | null,
): number {
  const { molecule, ringAtoms } = cache
  const open = cache.mask(
    group.filter((a) => !isIn(ringAtoms, a) && (links === null || links.some((mask) => isIn(mask, a)))),
  )
  const seen = cache.mask([])
  let longest = 0
  for (const atom of group) {
    if (!isIn(open, atom) || isIn(seen, atom)) continue
    const { atoms, bonds, furthest } = outFrom(molecule, atom, open)
    for (const a of atoms) addTo(seen, a)
    // In a tree, the atom furthest from any atom is an end of its longest path. A graph that is not a tree (a ring over
    // a dative bond) is searched from each atom.
    const ends = bonds < atoms.length ? [furthest] : atoms.map((a) => outFrom(molecule, a, open).furthest)
    for (const end of ends) longest = Math.max(longest, outFrom(molecule, end, open).depth)
  }
  return longest
}

/** What can be reached from an atom over `open` atoms; `depth` counts the atoms on the path to the furthest. */
function outFrom(molecule: Molecule, start: number, open: AtomMask) {
  const atoms = [start]
  const depths = [1]
  const seen = open.slice().fill(0)
  addTo(seen, start)
  let ends = 0
  let deepest = 0
  for (let next = 0; next < atoms.length; next++) {
    if (depths[next]! > depths[deepest]!) deepest = next
    for (const { atom } of molecule.neighbours[atoms[next]!]!) {
      if (!isIn(open, atom)) continue
      ends++
      if (isIn(seen, atom)) continue
      addTo(seen, atom)
      atoms.push(atom)
      depths.push(depths[next]! + 1)
    }
  }
  return { atoms, bonds: ends / 2, furthest: atoms[deepest]!, depth: depths[deepest]! }
}

/**
 * Number of carbons in the hydrocarbyl group at the attached atom: as usually counted, and in other ways.
 * The hydrocarbyl group is what can be reached from the attached atom over carbon-carbon bonds. It ends at hetero
 * atoms, at rings with hetero atoms, and at open-chain carbons bonded to a hetero atom more than once
 * (C=O, C#N): those are its substituents. Zero if the attached atom itself is one of these.
 */
export function hydrocarbylSizes(graph: Graph, substituent: Substituent) {
  const { molecule } = graph
  const inside = new Set(substituent.atoms)
  const root = substituent.attachments[0]!.to
  const carbon = (a: number) => inside.has(a) && molecule.atoms[a]!.z === 6
  const inRing = (a: number) => molecule.rings.some((ring) => ring.includes(a))
  const heteroRing = (a: number) =>
    inRing(a) && [...ringSystem(molecule, a, inside).atoms].some((b) => molecule.atoms[b]!.z !== 6)
  const functional = (a: number) =>
    !inRing(a) &&
    molecule.neighbours[a]!.some((n) => molecule.atoms[n.atom]!.z !== 6 && molecule.bonds[n.bond]!.order !== 1)

  const reach = (allowed: (a: number) => boolean): Set<number> => {
    const found = new Set<number>(allowed(root) ? [root] : [])
    for (const a of found) for (const n of molecule.neighbours[a]!) if (allowed(n.atom)) found.add(n.atom)
    return found
  }
  const plain = (a: number) => carbon(a) && !heteroRing(a) && !functional(a)
  const whole = reach(plain)
  const sizes = new Set([whole.size, reach((a) => carbon(a) && !heteroRing(a)).size])
  const hanging = ringSystems(graph, whole, root, inside).slice(0, mostRingsTakenOut)
  for (let choice = 1; choice < 1 << hanging.length; choice++) {
    const left = new Set(hanging.filter((_, i) => choice & (1 << i)).flatMap((ring) => [...ring]))
    sizes.add(reach((a) => plain(a) && !left.has(a)).size)
  }
  sizes.delete(whole.size)
  return { common: whole.size, others: [...sizes] }
}

/** Ring systems of a set of atoms, except the one that contains the attached atom. */
function ringSystems(
  graph: Graph,
  atoms: ReadonlySet<number>,
  root: number,
  inside: ReadonlySet<number>,
): ReadonlySet<number>[] {
  const systems: ReadonlySet<number>[] = []
  for (const a of atoms) {
    if (systems.some((s) => s.has(a))) continue
    const system = ringSystem(graph.molecule, a, inside).atoms
    if (system.size > 0 && !system.has(root)) systems.push(system)
  }
  return systems
}
