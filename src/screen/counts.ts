import { double, maxNeighbours, type FastGraph } from './fast-graph.js'

/** What is counted in a molecule and must be there as often as a pattern asks. */
const features = ['C', 'N', 'O', 'S', 'halogen', 'ring', 'ring C', 'ring N', 'ring O or S', 'open C', 'saturated C', 'C with 3', 'C with 4', 'end O', 'N with 2', 'N with 3', 'cycles', 'cycles in one system', 'fused atom', 'fused C', 'bond in ring of 5', 'bond in ring of 6', 'N in ring of 5', 'aromatic C', 'aromatic N', 'aromatic CH', 'ring C not aromatic', 'saturated CH', 'saturated CH2', 'saturated CH3', 'NH', 'NH2', 'C=O'] as const
export type Feature = (typeof features)[number]

export const countsLength = features.length
/** Where each feature is counted. */
export const place = Object.fromEntries(features.map((name, i) => [name, i])) as Record<Feature, number>
const C = 0
const N = 1
const O = 2
const S = 3
const halogen = 4
const ring = 5
const ringC = 6
const ringN = 7
const ringOS = 8
const openC = 9
const saturatedC = 10
const c3 = 11
const c4 = 12
const endO = 13
const n2 = 14
const n3 = 15
const cycles = 16
const oneSystem = 17
const fusedAtom = 18
const fusedC = 19
const bond5 = 20
const bond6 = 21
const n5 = 22
const aromaticC = 23
const aromaticN = 24
const aromaticCH = 25
const ringCNotAromatic = 26
/** Saturated carbon with one, two, three hydrogens: this place and the next two. */
const saturatedCH = 27
const nh1 = 30
const nh2 = 31
const carbonyl = 32

/** Fills `into` for a molecule. */
export function countsOf(graph: FastGraph, into: Uint8Array): void {
  into.fill(0)
  for (let a = 0; a < graph.atoms; a++) {
    const inRing = graph.ringAtom[a]!
    const degree = graph.degree[a]!
    into[ring]! += inRing
    if (inRing === 1) inRings(graph, a, into)
    hydrogensOf(graph, a, into)
    switch (graph.z[a]) {
      case 6:
        into[C]!++
        into[inRing === 1 ? ringC : openC]!++
        if (graph.unsaturated[a] === 0 || graph.unsure[a] === 1) into[saturatedC]!++
        if (degree >= 3) into[c3]!++
        if (degree >= 4) into[c4]!++
        break
      case 7:
        into[N]!++
        into[ringN]! += inRing
        if (degree >= 2) into[n2]!++
        if (degree >= 3) into[n3]!++
        break
      case 8:
        into[O]!++
        into[ringOS]! += inRing
        if (degree === 1) into[endO]!++
        break
      case 16:
        into[S]!++
        into[ringOS]! += inRing
        break
      case 9:
      case 17:
      case 35:
      case 53:
        into[halogen]!++
    }
  }
  for (let bond = 0; bond < graph.bonds; bond++) {
    const size = graph.ringSize[bond]!
    if (size <= 6) into[bond6]!++
    if (size <= 5) into[bond5]!++
    if (isCarbonyl(graph, bond)) into[carbonyl]!++
  }
  into[cycles] = graph.bonds - graph.atoms + graph.components
  into[oneSystem] = into[cycles]! > 1 ? largestSystem(graph) : into[cycles]!
}

function inRings({ z, degree, via, ringBond, ringSize }: FastGraph, atom: number, into: Uint8Array): void {
  let bonds = 0
  let five = false
  for (let k = atom * maxNeighbours, end = k + degree[atom]!; k < end; k++) {
    bonds += ringBond[via[k]!]!
    five ||= ringSize[via[k]!]! <= 5
  }
  if (five && z[atom] === 7) into[n5]!++
  if (bonds < 3) return
  into[fusedAtom]!++
  if (z[atom] === 6) into[fusedC]!++
}

/** Aromaticity and hydrogens; what is not certain is counted under each that it could be. */
function hydrogensOf({ z, aromatic, neutralHydrogens, unsure, unsaturated, ringAtom }: FastGraph, atom: number, into: Uint8Array): void {
  const h = neutralHydrogens[atom]!
  const open = unsure[atom] === 1
  if (z[atom] === 6) {
    if (aromatic[atom] !== 0) {
      into[aromaticC]!++
      if (open || h === 1) into[aromaticCH]!++
    }
    if (aromatic[atom] !== 1 && ringAtom[atom] === 1) into[ringCNotAromatic]!++
    if (open || unsaturated[atom] === 0) for (let n = 1; n <= 3; n++) if (open || h === n) into[saturatedCH + n - 1]!++
  } else if (z[atom] === 7) {
    if (aromatic[atom] !== 0) into[aromaticN]!++
    if (open || h === 1) into[nh1]!++
    if (open || h === 2) into[nh2]!++
  }
}

function isCarbonyl({ z, from, to, order, unsure }: FastGraph, bond: number): boolean {
  const [a, b] = [from[bond]!, to[bond]!]
  return z[a]! + z[b]! === 14 && (z[a] === 6 || z[b] === 6) && (order[bond] === double || (unsure[a] === 1 && unsure[b] === 1))
}

const system = new Int16Array(256)
const queue = new Uint8Array(256)

/** The most independent cycles that hang together by ring bonds. */
function largestSystem(graph: FastGraph): number {
  const { neighbour, via, degree, ringAtom, ringBond } = graph
  system.fill(0, 0, graph.atoms)
  let largest = 0
  for (let start = 0; start < graph.atoms; start++) {
    if (ringAtom[start] === 0 || system[start] !== 0) continue
    let length = 1
    let ends = 0
    queue[0] = start
    system[start] = 1
    for (let next = 0; next < length; next++) {
      const atom = queue[next]!
      for (let k = atom * maxNeighbours, end = k + degree[atom]!; k < end; k++) {
        if (ringBond[via[k]!] === 0) continue
        ends++
        const other = neighbour[k]!
        if (system[other] !== 0) continue
        system[other] = 1
        queue[length++] = other
      }
    }
    largest = Math.max(largest, ends / 2 - length + 1)
  }
  return largest
}
