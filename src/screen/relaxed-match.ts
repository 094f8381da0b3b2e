import { aromaticBond, capacity, maxNeighbours, type FastGraph } from './fast-graph.js'
import { planOf, type Plan } from './plan.js'
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
export function mayMatch(graph: FastGraph, pattern: Pattern, visit: Visit | null = null): boolean {
  return matched(graph, planOf(pattern).fromRarest, -1, visit)
}

/** Whether a pattern may match with its first atom on this one. */
export function mayMatchAt(graph: FastGraph, pattern: Pattern, atom: number): boolean {
  const plan = planOf(pattern).fromFirst
  return plan.size === 1 ? answer(graph, atom, plan.ids[0]!, plan.tests[0]!) !== 0 : matched(graph, plan, atom, null)
}

/** Whether an embedding with its first atom on this one is accepted. */
export function anyMayMatch(graph: FastGraph, pattern: Pattern, atom: number, visit: Visit): boolean {
  return matched(graph, planOf(pattern).fromFirst, atom, visit)
}

/** Whether an atom certainly matches; false for patterns of several atoms, of which that is not asked. */
export function surelyMatches(graph: FastGraph, pattern: Pattern, atom: number): boolean {
  return pattern.atoms.length === 1 && testAtom(graph, atom, pattern.atoms[0]!.test) === 1
}

/** One matcher for each level of nesting (environments, groups of a visited embedding): nothing is made anew for a molecule. */
const matchers: Matcher[] = []
let level = 0

function matched(graph: FastGraph, plan: Plan, root: number, visit: Visit | null): boolean {
  const matcher = (matchers[level++] ??= new Matcher())
  const found = matcher.run(graph, plan, root, visit)
  level--
  return found
}

class Matcher {
  readonly #used = new Uint8Array(capacity)
  readonly #bySize: Uint8Array[] = []
  #embedding: Uint8Array = new Uint8Array(0)
  #graph!: FastGraph
  #plan!: Plan
  #visit: Visit | null = null
  #seen = 0

  /** @param root the atom on which the first atom of the plan must lie; -1 for any */
  run(graph: FastGraph, plan: Plan, root: number, visit: Visit | null): boolean {
    this.#embedding = this.#bySize[plan.size] ??= new Uint8Array(plan.size)
    this.#graph = graph
    this.#plan = plan
    this.#visit = visit
    this.#seen = 0
    if (root >= 0) return this.#place(0, root)
    for (let atom = 0; atom < graph.atoms; atom++) if (this.#place(0, atom)) return true
    return false
  }

  #place(step: number, atom: number): boolean {
    const plan = this.#plan
    if (this.#used[atom] === 1 || answer(this.#graph, atom, plan.ids[step]!, plan.tests[step]!) === 0) return false
    const back = plan.back[step]!
    for (let i = 0; i < back.length; i++) {
      const { to, test } = back[i]!
      const bond = bondBetween(this.#graph, atom, this.#embedding[to]!)
      if (bond < 0 || testBond(this.#graph, bond, test) === 0) return false
    }
    this.#embedding[plan.order[step]!] = atom
    this.#used[atom] = 1
    const found = this.#next(step + 1)
    this.#used[atom] = 0
    return found
  }

  #next(step: number): boolean {
    const plan = this.#plan
    if (step === plan.size) {
      if (++this.#seen > embeddingLimit) return true
      return this.#visit ? this.#visit(this.#embedding) : true
    }
    const { degree, neighbour } = this.#graph
    const anchor = this.#embedding[plan.back[step]![0]!.to]!
    for (let k = anchor * maxNeighbours, end = k + degree[anchor]!; k < end; k++) if (this.#place(step, neighbour[k]!)) return true
    return false
  }
}

/** The answer of a test, worked out once for an atom of a molecule. */
function answer(graph: FastGraph, atom: number, id: number, test: AtomTest): Three {
  const at = id * capacity + atom
  if (at >= graph.answers.length) grow(graph, at)
  const known = graph.answers[at]!
  if (known >>> 2 === graph.generation) return (known & 3) as Three
  const found = testAtom(graph, atom, test)
  graph.answers[at] = ((graph.generation << 2) | found) >>> 0
  return found
}

function grow(graph: FastGraph, at: number): void {
  const larger = new Uint32Array(at + capacity * 64).fill(0xffffffff)
  larger.set(graph.answers)
  graph.answers = larger
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
      return mayMatchAt(graph, test.pattern, atom) ? 2 : 0
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
