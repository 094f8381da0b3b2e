import { capacity, maxNeighbours, type FastGraph } from './fast-graph.js'

const entered = new Int16Array(capacity)
const lowest = new Int16Array(capacity)
const parentBond = new Int16Array(capacity)
const nextEdge = new Uint8Array(capacity)
const stack = new Uint8Array(capacity)

/** Marks ring bonds and ring atoms (bonds that are not bridges) and numbers the components. */
export function findRings(graph: FastGraph): void {
  const { atoms, bonds, degree, neighbour, via, ringAtom, ringBond, component } = graph
  ringAtom.fill(0, 0, atoms)
  ringBond.fill(1, 0, bonds)
  entered.fill(-1, 0, atoms)
  let clock = 0
  let components = 0
  for (let start = 0; start < atoms; start++) {
    if (entered[start]! >= 0) continue
    let depth = 0
    stack[0] = start
    parentBond[start] = -1
    nextEdge[start] = 0
    entered[start] = lowest[start] = clock++
    component[start] = components
    while (depth >= 0) {
      const atom = stack[depth]!
      const k = nextEdge[atom]!
      if (k < degree[atom]!) {
        nextEdge[atom] = k + 1
        const bond = via[atom * maxNeighbours + k]!
        if (bond === parentBond[atom]) continue
        const other = neighbour[atom * maxNeighbours + k]!
        if (entered[other]! >= 0) {
          if (entered[other]! < lowest[atom]!) lowest[atom] = entered[other]!
          continue
        }
        entered[other] = lowest[other] = clock++
        parentBond[other] = bond
        nextEdge[other] = 0
        component[other] = components
        stack[++depth] = other
        continue
      }
      depth--
      if (depth < 0) continue
      const above = stack[depth]!
      if (lowest[atom]! < lowest[above]!) lowest[above] = lowest[atom]!
      if (lowest[atom]! > entered[above]!) ringBond[parentBond[atom]!] = 0
    }
    components++
  }
  graph.components = components
  for (let bond = 0; bond < bonds; bond++) {
    if (ringBond[bond] === 0) continue
    ringAtom[graph.from[bond]!] = 1
    ringAtom[graph.to[bond]!] = 1
  }
}

/** Rings above this size are not told apart. */
const largest = 8
const noRing = 255
const depthOf = new Uint8Array(capacity)
const waiting = new Uint8Array(capacity)

const unsized = 0

/** Finds the size of the smallest ring through each bond. Bonds in series lie on the same rings, which are looked for once. */
export function findRingSizes(graph: FastGraph): void {
  const { bonds, from, to, ringBond, ringSize, ringDegree, series } = graph
  ringDegree.fill(0, 0, graph.atoms)
  for (let bond = 0; bond < bonds; bond++) {
    ringSize[bond] = ringBond[bond] === 0 ? noRing : unsized
    if (ringBond[bond] === 0) continue
    ringDegree[from[bond]!]!++
    ringDegree[to[bond]!]!++
  }
  for (let bond = 0; bond < bonds; bond++) {
    if (ringSize[bond] !== unsized) continue
    series[bond] = bond
    const alone = loneRing(graph, bond)
    ringSize[bond] = alone > 0 ? (alone > largest ? noRing : alone) : around(graph, bond)
    giveOn(graph, bond, from[bond]!)
    giveOn(graph, bond, to[bond]!)
  }
}

/** Atoms in the ring of a bond, where all of them lie in no other; 0 elsewhere. */
function loneRing({ from, to, neighbour, via, degree, ringBond, ringDegree }: FastGraph, bond: number): number {
  const start = from[bond]!
  let size = 1
  for (let atom = to[bond]!, last = bond; atom !== start; size++) {
    if (ringDegree[atom] !== 2) return 0
    let k = atom * maxNeighbours
    for (const stop = k + degree[atom]!; k < stop && (via[k] === last || ringBond[via[k]!] === 0); ) k++
    last = via[k]!
    atom = neighbour[k]!
  }
  return ringDegree[start] === 2 ? size : 0
}

/** Gives what was found of a bond to those that follow one another from an end of it, up to where rings part. */
function giveOn({ neighbour, via, degree, ringBond, ringSize, ringDegree, series }: FastGraph, bond: number, end: number): void {
  for (let atom = end, last = bond; ringDegree[atom] === 2; ) {
    let k = atom * maxNeighbours
    for (const stop = k + degree[atom]!; k < stop && (via[k] === last || ringBond[via[k]!] === 0); ) k++
    last = via[k]!
    if (ringSize[last] !== unsized) return
    ringSize[last] = ringSize[bond]!
    series[last] = bond
    atom = neighbour[k]!
  }
}

/** One more than the shortest way between the ends of a bond that does not take it. */
function around({ from, to, degree, neighbour, via, ringBond, atoms }: FastGraph, bond: number): number {
  const goal = to[bond]!
  depthOf.fill(0, 0, atoms)
  depthOf[from[bond]!] = 1
  waiting[0] = from[bond]!
  let filled = 1
  for (let next = 0; next < filled; next++) {
    const atom = waiting[next]!
    const depth = depthOf[atom]! + 1
    if (depth > largest) break
    for (let k = atom * maxNeighbours, end = k + degree[atom]!; k < end; k++) {
      const along = via[k]!
      const other = neighbour[k]!
      if (along === bond || ringBond[along] === 0 || depthOf[other] !== 0) continue
      if (other === goal) return depth
      depthOf[other] = depth
      waiting[filled++] = other
    }
  }
  return noRing
}
