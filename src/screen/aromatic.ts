import { settleRings } from './ring-aromatic.js'
import { capacity, double, maxNeighbours, type FastGraph } from './fast-graph.js'

/** Ring neighbours of each atom that could be aromatic together with it. */
const beside = new Uint8Array(capacity)
const waiting = new Uint8Array(capacity)

/**
 * Says of each atom, after `findSureRings`, whether RDKit, which settles aromaticity itself, finds it aromatic. Always: the rings that
 * `findSureRings` marks. Never: atoms that lie in no ring of atoms which could be aromatic - carbon without
 * a double bond cannot. A single such ring, joined to no other, is decided by its electrons.
 */
export function findAromatic(graph: FastGraph): void {
  const { atoms, aromatic, sureAtom } = graph
  for (let a = 0; a < atoms; a++) aromatic[a] = conjugable(graph, a) ? 2 : 0
  if (staysOpen(graph)) {
    prune(graph)
    for (let a = 0; a < atoms; a++) if (aromatic[a] === 2 && sureAtom[a] === 0 && beside[a] === 2) decideLoneRing(graph, a)
  } else for (let a = 0; a < atoms; a++) aromatic[a] = sureAtom[a]!
  let unclear = 0
  for (let a = 0; a < atoms; a++) {
    if (sureAtom[a] === 1) aromatic[a] = 1
    else if (aromatic[a] === 2) unclear++
  }
  graph.unclear = unclear
  graph.settled = (unclear === 0 && !leavesBondOpen(graph)) || settleRings(graph)
  if (unclear > 0) graph.unclear = countOpen(graph)
}

/** Whether a ring bond joins two aromatic atoms and is not known to be aromatic itself. */
function leavesBondOpen({ bonds, ringBond, sureBond, from, to, aromatic }: FastGraph): boolean {
  for (let b = 0; b < bonds; b++) if (ringBond[b] === 1 && sureBond[b] === 0 && aromatic[from[b]!] === 1 && aromatic[to[b]!] === 1) return true
  return false
}

function countOpen({ atoms, aromatic }: FastGraph): number {
  let open = 0
  for (let a = 0; a < atoms; a++) if (aromatic[a] === 2) open++
  return open
}

function conjugable(graph: FastGraph, atom: number): boolean {
  return graph.ringAtom[atom] === 1 && (graph.z[atom] !== 6 || graph.unsaturated[atom] === 1 || graph.unsure[atom] === 1)
}

/** Whether an atom that is not sure could be aromatic together with two ring neighbours. */
function staysOpen({ atoms, aromatic, sureAtom, degree, neighbour, via, ringBond }: FastGraph): boolean {
  for (let a = 0; a < atoms; a++) {
    if (aromatic[a] === 0 || sureAtom[a] === 1) continue
    let n = 0
    for (let k = a * maxNeighbours, end = k + degree[a]!; k < end; k++) if (ringBond[via[k]!] === 1 && aromatic[neighbour[k]!] === 2) n++
    if (n > 1) return true
  }
  return false
}

/** Takes out, one after the other, atoms with fewer than two neighbours left in such a ring. */
function prune({ atoms, aromatic, degree, neighbour, via, ringBond }: FastGraph): void {
  let length = 0
  for (let a = 0; a < atoms; a++) {
    if (aromatic[a] === 0) continue
    let n = 0
    for (let k = a * maxNeighbours, end = k + degree[a]!; k < end; k++) if (ringBond[via[k]!] === 1 && aromatic[neighbour[k]!] === 2) n++
    beside[a] = n
    if (n < 2) waiting[length++] = a
  }
  for (let next = 0; next < length; next++) {
    const atom = waiting[next]!
    aromatic[atom] = 0
    for (let k = atom * maxNeighbours, end = k + degree[atom]!; k < end; k++) {
      const other = neighbour[k]!
      if (ringBond[via[k]!] === 1 && aromatic[other] === 2 && --beside[other]! === 1) waiting[length++] = other
    }
  }
}

/** Goes round the ring of an atom; leaves it open where the ring meets another or an atom's electrons are not certain. */
function decideLoneRing(graph: FastGraph, start: number): void {
  const { aromatic, degree, neighbour, via, ringBond, ringSize } = graph
  let electrons = 0
  let length = 0
  let widest = 0
  let before = -1
  let atom = start
  do {
    if (beside[atom] !== 2 || graph.sureAtom[atom] === 1) return
    const given = givenBy(graph, atom)
    if (given < 0) return
    electrons += given
    waiting[length++] = atom
    let next = -1
    let bond = -1
    for (let k = atom * maxNeighbours, end = k + degree[atom]!; k < end; k++) {
      const other = neighbour[k]!
      if (ringBond[via[k]!] === 0 || aromatic[other] !== 2 || other === before || (next >= 0 && other === start)) continue
      next = other
      bond = via[k]!
    }
    if (bond >= 0) widest = Math.max(widest, ringSize[bond]!)
    before = atom
    atom = next
  } while (atom !== start && atom >= 0)
  if (atom < 0) return
  // Where smaller rings go through each of its bonds, it is none of the rings that RDKit looks at.
  if (electrons === 6 && (length === 5 || length === 6) && widest === length) markAromatic(graph, length)
  else if (electrons % 4 !== 2) for (let i = 0; i < length; i++) aromatic[waiting[i]!] = 0
}

/** The ring of which `waiting` holds the atoms in order. */
function markAromatic({ sureAtom, sureBond, degree, neighbour, via }: FastGraph, length: number): void {
  for (let i = 0; i < length; i++) {
    const atom = waiting[i]!
    const next = waiting[(i + 1) % length]!
    sureAtom[atom] = 1
    for (let k = atom * maxNeighbours, end = k + degree[atom]!; k < end; k++) if (neighbour[k] === next) sureBond[via[k]!] = 1
  }
}

/** Electrons that an atom gives to a ring of which it is drawn with single and double bonds; -1 where that is not certain. */
function givenBy({ z, unsure, lower, charge, degree, neighbour, via, order, ringBond }: FastGraph, atom: number): number {
  if (unsure[atom] === 1 || lower[atom] === 1 || charge[atom] !== 0) return -1
  let within = 0
  let outside = -1
  for (let k = atom * maxNeighbours, end = k + degree[atom]!; k < end; k++) {
    const bond = via[k]!
    if (order[bond] === 1) continue
    if (order[bond] !== double) return -1
    if (ringBond[bond] === 1) within++
    else if (outside >= 0) return -1
    else outside = z[neighbour[k]!]!
  }
  if (within + (outside >= 0 ? 1 : 0) > 1) return -1
  if (within === 1) return z[atom] === 6 || (z[atom] === 7 && degree[atom] === 2) ? 1 : -1
  if (outside >= 0) return z[atom] === 6 && (outside === 7 || outside === 8 || outside === 16) ? 0 : -1
  if (z[atom] === 7) return 2
  return (z[atom] === 8 || z[atom] === 16) && degree[atom] === 2 ? 2 : -1
}
