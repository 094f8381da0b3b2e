import { bondBetween, capacity, double, maxNeighbours, type FastGraph } from './fast-graph.js'
import { needsDouble } from './kekule.js'
import { ringsOf } from './smallest-rings.js'

/** Candidate rings of one fused system that are combined; more are left open. */
const mostRings = 10
/** Rings that RDKit takes together at most. */
const mostTogether = 6

const never = -2
const unknown = -1
const donors = new Int8Array(capacity)
const marked = new Uint8Array(capacity)
const open = new Uint8Array(capacity)
const times = new Uint8Array(capacity * 2)

interface Ring {
  readonly atoms: readonly number[]
  readonly bonds: readonly number[]
}

/**
 * Settles aromaticity as RDKit's own model does, where the rings are certain and it is certain what each of
 * their atoms gives: rings of atoms that can take part are tried alone and then, as far as each shares one bond with
 * another, two and more together; 4n + 2 electrons mark the bonds that lie in one of the rings, and their ends.
 * Source: RDKit, Aromaticity.cpp; the RDKit Book, "The RDKit Aromaticity Model".
 * @returns whether nothing is left open
 */
export function settleRings(graph: FastGraph): boolean {
  const { atoms, aromatic, sureAtom } = graph
  const rings = ringsOf(graph)
  if (!rings) return false
  for (let a = 0; a < atoms; a++) {
    marked[a] = open[a] = 0
    donors[a] = aromatic[a] === 0 ? never : givenBy(graph, a)
  }
  const candidates = rings.filter((ring) => ring.every((a) => donors[a] !== never)).map((ring) => ({ atoms: ring, bonds: bondsOf(graph, ring) }))
  let settled = true
  for (const system of systemsOf(candidates)) {
    if (system.length <= mostRings && system.every((ring) => ring.atoms.every((a) => donors[a] !== unknown))) settleSystem(graph, system)
    else {
      settled = false
      for (const ring of system) for (const a of ring.atoms) open[a] = 1
    }
  }
  for (let a = 0; a < atoms; a++) {
    if (open[a] === 1) continue
    aromatic[a] = marked[a]!
    sureAtom[a] = marked[a]!
  }
  return settled
}

/** Electrons that an atom gives to a ring; `never` where it cannot take part, `unknown` where this is not certain. */
function givenBy(graph: FastGraph, atom: number): number {
  const connections = graph.degree[atom]! + graph.hydrogens[atom]!
  if (graph.unsure[atom] === 1) return unknown
  if (graph.charge[atom] !== 0) return graph.z[atom] === 7 && graph.charge[atom] === 1 && connections === 3 && isDoubledInRing(graph, atom) ? 1 : unknown
  switch (graph.z[atom]) {
    case 6:
      if (connections === 4) return never
      return connections === 3 ? givenByCarbon(graph, atom) : unknown
    case 7:
      return connections === 3 ? 2 : connections === 2 ? 1 : unknown
    case 8:
      return 2
    case 16:
    case 34:
      return connections === 2 && (graph.unsaturated[atom] === 0 || graph.lower[atom] === 1) ? 2 : never
    case 5:
      return connections === 3 && graph.unsaturated[atom] === 0 ? never : unknown
    case 14:
      return connections === 4 ? never : unknown
    default:
      return unknown
  }
}

function isDoubledInRing({ lower, degree, via, order, ringBond }: FastGraph, atom: number): boolean {
  if (lower[atom] === 1) return needsDouble(atom)
  for (let k = atom * maxNeighbours, end = k + degree[atom]!; k < end; k++) if (order[via[k]!] === double && ringBond[via[k]!] === 1) return true
  return false
}

/** One electron, unless a double bond out of the ring leads to an element that draws it. */
function givenByCarbon({ z, degree, neighbour, via, order, ringBond, lower }: FastGraph, atom: number): number {
  for (let k = atom * maxNeighbours, end = k + degree[atom]!; k < end; k++) {
    if (order[via[k]!] !== double || ringBond[via[k]!] === 1) continue
    const other = z[neighbour[k]!]!
    return other === 6 || other === 14 || other === 5 ? 1 : 0
  }
  return lower[atom] === 1 && !needsDouble(atom) ? unknown : 1
}

function bondsOf(graph: FastGraph, ring: readonly number[]): number[] {
  return ring.map((atom, i) => bondBetween(graph, atom, ring[(i + 1) % ring.length]!))
}

/** Rings that hang together, each sharing one bond with another. */
function systemsOf(rings: readonly Ring[]): Ring[][] {
  const left = new Set(rings)
  const systems: Ring[][] = []
  for (const first of left) {
    left.delete(first)
    const system = [first]
    for (let next = 0; next < system.length; next++) for (const other of left) if (shareOneBond(system[next]!, other) && left.delete(other)) system.push(other)
    systems.push(system)
  }
  return systems
}

/** Rings that share more are bridged: RDKit does not take them together. */
function shareOneBond(a: Ring, b: Ring): boolean {
  let shared = 0
  for (const bond of a.bonds) if (b.bonds.includes(bond)) shared++
  return shared === 1
}

function settleSystem(graph: FastGraph, system: readonly Ring[]): void {
  const most = Math.min(system.length, mostTogether)
  const choose = (from: number, chosen: readonly Ring[], size: number): void => {
    if (chosen.length === size) {
      if (hangTogether(chosen) && isAromatic(chosen)) mark(graph, chosen)
      return
    }
    for (let i = from; i < system.length; i++) choose(i + 1, [...chosen, system[i]!], size)
  }
  for (let size = 1; size <= most; size++) choose(0, [], size)
}

function hangTogether(rings: readonly Ring[]): boolean {
  return rings.length === 1 || systemsOf(rings).length === 1
}

/** Atoms in three of the rings lie inside and do not count. */
function isAromatic(rings: readonly Ring[]): boolean {
  let electrons = 0
  for (const ring of rings) for (const atom of ring.atoms) times[atom] = 0
  for (const ring of rings) for (const atom of ring.atoms) times[atom]!++
  for (const ring of rings) {
    for (const atom of ring.atoms) {
      if (times[atom]! <= 2) electrons += donors[atom]!
      times[atom] = 255
    }
  }
  return electrons === 2 || (electrons >= 6 && electrons % 4 === 2)
}

/** Bonds that lie in one of the rings, and their ends: what lies within stays as it is. */
function mark({ sureBond, from, to }: FastGraph, rings: readonly Ring[]): void {
  for (const ring of rings) for (const bond of ring.bonds) times[bond] = 0
  for (const ring of rings) for (const bond of ring.bonds) times[bond]!++
  for (const ring of rings) for (const bond of ring.bonds) if (times[bond] === 1) sureBond[bond] = marked[from[bond]!] = marked[to[bond]!] = 1
}
