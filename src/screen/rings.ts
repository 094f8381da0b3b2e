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
