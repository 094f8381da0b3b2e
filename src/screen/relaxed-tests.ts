import { aromaticBond, maxNeighbours, type FastGraph } from './fast-graph.js'
import { ringsOf } from './smallest-rings.js'
import type { AtomTest, BondTest, Pattern, Three } from './pattern.js'

/** How a pattern matches with its first atom on this one; given by `relaxed-match`, which stands above. */
let environmentMatches: (graph: FastGraph, pattern: Pattern, atom: number) => Three = () => 2

export function setEnvironmentMatcher(matcher: typeof environmentMatches): void {
  environmentMatches = matcher
}

export function testAtom(graph: FastGraph, atom: number, test: AtomTest): Three {
  switch (test.is) {
    case 'any':
      return 1
    case 'unknown':
      return 2
    case 'and':
      return every(graph, atom, test.of, testAtom)
    case 'or':
      return some(graph, atom, test.of, testAtom)
    case 'not':
      return negate(testAtom(graph, atom, test.of))
    case 'element':
      if (graph.z[atom] !== test.z) return 0
      if (test.aromatic === null) return 1
      return test.aromatic ? (graph.aromatic[atom] as Three) : negate(graph.aromatic[atom] as Three)
    case 'aromatic':
      return test.wanted ? (graph.aromatic[atom] as Three) : negate(graph.aromatic[atom] as Three)
    case 'degree':
      return graph.degree[atom] === test.n ? 1 : 0
    case 'degree at least':
      return graph.degree[atom]! >= test.n ? 1 : 0
    case 'hydrogens':
      return graph.unsure[atom] === 1 ? 2 : graph.neutralHydrogens[atom] === test.n ? 1 : 0
    case 'connections':
      return graph.unsure[atom] === 1 ? 2 : graph.degree[atom]! + graph.neutralHydrogens[atom]! === test.n ? 1 : 0
    case 'ring':
      return graph.ringAtom[atom] === 0 ? 0 : test.sure ? 1 : 2
    case 'ring count':
      return graph.ringAtom[atom] === 0 ? 0 : isInRings(graph, atom, test.n)
    case 'ring size':
      return ringSizeWithin(graph, atom, test.min, test.max)
    case 'ring bonds':
      return graph.ringDegree[atom] === test.n ? 1 : 0
    case 'ring bonds at least':
      return graph.ringDegree[atom]! >= test.n ? 1 : 0
    case 'charge':
      return graph.unsure[atom] === 1 ? 2 : graph.neutralCharge[atom] === test.n ? 1 : 0
    case 'environment':
      return environmentMatches(graph, test.pattern, atom)
  }
}

function isInRings(graph: FastGraph, atom: number, wanted: number): Three {
  const rings = ringsOf(graph)
  if (!rings) return 2
  let n = 0
  for (const ring of rings) if (ring.includes(atom)) n++
  return n === wanted ? 1 : 0
}

/** Rings above eight atoms are not told apart. */
function ringSizeWithin({ ringAtom, ringSize, degree, via }: FastGraph, atom: number, min: number, max: number): Three {
  if (ringAtom[atom] === 0) return 0
  let size = 255
  for (let k = atom * maxNeighbours, end = k + degree[atom]!; k < end; k++) size = Math.min(size, ringSize[via[k]!]!)
  if (size === 255) return max > 8 ? 2 : 0
  return size >= min && size <= max ? 1 : 0
}

export function testBond(graph: FastGraph, bond: number, test: BondTest): Three {
  switch (test.is) {
    case 'any':
      return 1
    case 'unknown':
      return 2
    case 'and':
      return every(graph, bond, test.of, testBond)
    case 'or':
      return some(graph, bond, test.of, testBond)
    case 'not':
      return negate(testBond(graph, bond, test.of))
    case 'ring':
      return graph.ringBond[bond] === 1 ? 1 : 0
    case 'aromatic':
      if (graph.sureBond[bond] === 1) return 1
      return mayBeAromatic(graph, bond) ? 2 : 0
    case 'order':
      if (graph.sureBond[bond] === 1) return 0
      if (mayBeAromatic(graph, bond) || uncertain(graph, bond)) return 2
      return graph.order[bond] === test.order ? 1 : 0
    case 'single or aromatic':
      if (graph.sureBond[bond] === 1) return 1
      if (mayBeAromatic(graph, bond) || uncertain(graph, bond)) return 2
      return graph.order[bond] === 1 ? 1 : 0
  }
}

export function mayBeAromatic(graph: FastGraph, bond: number): boolean {
  if (graph.order[bond] === aromaticBond) return true
  return !graph.settled && graph.ringBond[bond] === 1 && graph.aromatic[graph.from[bond]!] !== 0 && graph.aromatic[graph.to[bond]!] !== 0
}

export function uncertain(graph: FastGraph, bond: number): boolean {
  return graph.unsure[graph.from[bond]!] === 1 && graph.unsure[graph.to[bond]!] === 1
}

function negate(value: Three): Three {
  return value === 2 ? 2 : value === 1 ? 0 : 1
}

/** Asked so often that a closure for each list of tests would be most of the work. */
type Ask<T> = (graph: FastGraph, at: number, test: T) => Three

function every<T>(graph: FastGraph, at: number, tests: readonly T[], ask: Ask<T>): Three {
  let result: Three = 1
  for (const test of tests) {
    const value = ask(graph, at, test)
    if (value === 0) return 0
    if (value === 2) result = 2
  }
  return result
}

function some<T>(graph: FastGraph, at: number, tests: readonly T[], ask: Ask<T>): Three {
  let result: Three = 0
  for (const test of tests) {
    const value = ask(graph, at, test)
    if (value === 1) return 1
    if (value === 2) result = 2
  }
  return result
}
