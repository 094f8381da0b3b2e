import { aromaticBond, capacity, maxNeighbours, type FastGraph } from './fast-graph.js'
import type { AtomTest, BondTest, Pattern, Three } from './pattern.js'

/** Looks at one embedding (atoms of the graph in pattern order); true ends the search. */
export type Visit = (embedding: Uint8Array) => boolean

/** Embeddings of one pattern that are looked at before it counts as matching. */
const embeddingLimit = 400

/**
 * Whether a pattern may match: every embedding that RDKit would find in any form of the
 * molecule (neutral or charged, Kekulé or aromatic) is found, and perhaps some more.
 * Where `visit` is given, whether it accepts one of them.
 */
export function mayMatch(graph: FastGraph, pattern: Pattern, visit?: Visit): boolean {
  return new Matcher(graph, pattern, visit).run(-1)
}

/** Whether a pattern may match with its first atom on this one. */
export function mayMatchAt(graph: FastGraph, pattern: Pattern, atom: number): boolean {
  return pattern.atoms.length === 1 ? testAtom(graph, atom, pattern.atoms[0]!.test) !== 0 : new Matcher(graph, pattern, undefined).run(atom)
}

/** Whether an embedding with its first atom on this one is accepted. */
export function anyMayMatch(graph: FastGraph, pattern: Pattern, atom: number, visit: Visit): boolean {
  return new Matcher(graph, pattern, visit).run(atom)
}

/** Whether an atom certainly matches; false for patterns of several atoms, of which that is not asked. */
export function surelyMatches(graph: FastGraph, pattern: Pattern, atom: number): boolean {
  return pattern.atoms.length === 1 && testAtom(graph, atom, pattern.atoms[0]!.test) === 1
}

class Matcher {
  readonly #embedding: Uint8Array
  readonly #used = new Uint8Array(capacity)
  #seen = 0

  constructor(
    readonly graph: FastGraph,
    readonly pattern: Pattern,
    readonly visit: Visit | undefined,
  ) {
    this.#embedding = new Uint8Array(pattern.atoms.length)
  }

  /** @param root the atom on which the first pattern atom must lie; -1 for any */
  run(root: number): boolean {
    if (root >= 0) return this.#place(0, root)
    for (let atom = 0; atom < this.graph.atoms; atom++) if (this.#place(0, atom)) return true
    return false
  }

  #place(index: number, atom: number): boolean {
    const wanted = this.pattern.atoms[index]!
    if (this.#used[atom] === 1 || testAtom(this.graph, atom, wanted.test) === 0) return false
    for (const { to, test } of wanted.back) {
      const bond = bondBetween(this.graph, atom, this.#embedding[to]!)
      if (bond < 0 || testBond(this.graph, bond, test) === 0) return false
    }
    this.#embedding[index] = atom
    this.#used[atom] = 1
    const found = this.#next(index + 1)
    this.#used[atom] = 0
    return found
  }

  #next(index: number): boolean {
    const wanted = this.pattern.atoms[index]
    if (!wanted) {
      if (++this.#seen > embeddingLimit) return true
      return this.visit ? this.visit(this.#embedding) : true
    }
    const anchor = this.#embedding[wanted.back[0]!.to]!
    for (let k = 0; k < this.graph.degree[anchor]!; k++) if (this.#place(index, this.graph.neighbour[anchor * maxNeighbours + k]!)) return true
    return false
  }
}

function bondBetween(graph: FastGraph, a: number, b: number): number {
  for (let k = 0; k < graph.degree[a]!; k++) if (graph.neighbour[a * maxNeighbours + k] === b) return graph.via[a * maxNeighbours + k]!
  return -1
}

export function testAtom(graph: FastGraph, atom: number, test: AtomTest): Three {
  switch (test.is) {
    case 'any':
      return 1
    case 'unknown':
      return 2
    case 'and':
      return every(test.of, (t) => testAtom(graph, atom, t))
    case 'or':
      return some(test.of, (t) => testAtom(graph, atom, t))
    case 'not':
      return negate(testAtom(graph, atom, test.of))
    case 'element':
      if (graph.z[atom] !== test.z) return 0
      if (test.aromatic === null) return 1
      return test.aromatic ? aromatic(graph, atom) : negate(aromatic(graph, atom))
    case 'aromatic':
      return test.wanted ? aromatic(graph, atom) : negate(aromatic(graph, atom))
    case 'degree':
      return graph.degree[atom] === test.n ? 1 : 0
    case 'hydrogens':
      return graph.unsure[atom] === 1 ? 2 : graph.hydrogens[atom] === test.n ? 1 : 0
    case 'connections':
      return graph.unsure[atom] === 1 ? 2 : graph.degree[atom]! + graph.hydrogens[atom]! === test.n ? 1 : 0
    case 'ring':
      return graph.ringAtom[atom] === 0 ? 0 : test.sure ? 1 : 2
    case 'ring bonds':
      return ringBonds(graph, atom) === test.n ? 1 : 0
    case 'charge':
      return graph.unsure[atom] === 1 ? 2 : test.n === 0 ? 1 : 0
    case 'environment':
      return new Matcher(graph, test.pattern, undefined).run(atom) ? 2 : 0
  }
}

/**
 * RDKit settles aromaticity itself. Never aromatic: atoms outside rings, carbon without a double
 * bond, and atoms without two ring neighbours that could be aromatic in turn.
 */
export function aromatic(graph: FastGraph, atom: number): Three {
  if (!conjugable(graph, atom)) return 0
  let beside = 0
  for (let k = atom * maxNeighbours; k < atom * maxNeighbours + graph.degree[atom]!; k++) {
    if (graph.ringBond[graph.via[k]!] === 1 && conjugable(graph, graph.neighbour[k]!)) beside++
  }
  return beside >= 2 ? 2 : 0
}

function conjugable(graph: FastGraph, atom: number): boolean {
  return graph.ringAtom[atom] === 1 && (graph.z[atom] !== 6 || graph.unsaturated[atom] === 1 || graph.unsure[atom] === 1)
}

function ringBonds(graph: FastGraph, atom: number): number {
  let n = 0
  for (let k = 0; k < graph.degree[atom]!; k++) n += graph.ringBond[graph.via[atom * maxNeighbours + k]!]!
  return n
}

export function testBond(graph: FastGraph, bond: number, test: BondTest): Three {
  switch (test.is) {
    case 'any':
      return 1
    case 'unknown':
      return 2
    case 'and':
      return every(test.of, (t) => testBond(graph, bond, t))
    case 'or':
      return some(test.of, (t) => testBond(graph, bond, t))
    case 'not':
      return negate(testBond(graph, bond, test.of))
    case 'ring':
      return graph.ringBond[bond] === 1 ? 1 : 0
    case 'aromatic':
      return mayBeAromatic(graph, bond) ? 2 : 0
    case 'order':
      if (mayBeAromatic(graph, bond) || uncertain(graph, bond)) return 2
      return graph.order[bond] === test.order ? 1 : 0
    case 'single or aromatic':
      if (mayBeAromatic(graph, bond) || uncertain(graph, bond)) return 2
      return graph.order[bond] === 1 ? 1 : 0
  }
}

function mayBeAromatic(graph: FastGraph, bond: number): boolean {
  if (graph.order[bond] === aromaticBond) return true
  return graph.ringBond[bond] === 1 && aromatic(graph, graph.from[bond]!) !== 0 && aromatic(graph, graph.to[bond]!) !== 0
}

function uncertain(graph: FastGraph, bond: number): boolean {
  return graph.unsure[graph.from[bond]!] === 1 && graph.unsure[graph.to[bond]!] === 1
}

function negate(value: Three): Three {
  return value === 2 ? 2 : value === 1 ? 0 : 1
}

function every<T>(tests: readonly T[], ask: (test: T) => Three): Three {
  let result: Three = 1
  for (const test of tests) {
    const value = ask(test)
    if (value === 0) return 0
    if (value === 2) result = 2
  }
  return result
}

function some<T>(tests: readonly T[], ask: (test: T) => Three): Three {
  let result: Three = 0
  for (const test of tests) {
    const value = ask(test)
    if (value === 1) return 1
    if (value === 2) result = 2
  }
  return result
}
