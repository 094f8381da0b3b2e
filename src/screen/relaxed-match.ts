import { capacity, maxNeighbours, type FastGraph } from './fast-graph.js'
import { answerOf, bondAnswerOf, findKinds } from './kinds.js'
import { planOf, type Plan } from './plan.js'
import type { Pattern, Three } from './pattern.js'
import { setEnvironmentMatcher, testAtom } from './relaxed-tests.js'

setEnvironmentMatcher((graph, pattern, atom) => (!mayMatchAt(graph, pattern, atom) ? 0 : matched(graph, planOf(pattern).fromFirst, atom, null, 1) ? 1 : 2))

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
  return plan.size === 1 ? testAtom(graph, atom, plan.tests[0]!) !== 0 : matched(graph, plan, atom, null)
}

/** Whether an embedding with its first atom on this one is accepted. */
export function anyMayMatch(graph: FastGraph, pattern: Pattern, atom: number, visit: Visit): boolean {
  return matched(graph, planOf(pattern).fromFirst, atom, visit)
}

/** Whether a pattern certainly matches somewhere in a component. */
export function surelyHas(graph: FastGraph, pattern: Pattern, component: number): boolean {
  const plan = planOf(pattern).fromFirst
  for (let atom = 0; atom < graph.atoms; atom++) if (graph.component[atom] === component && matched(graph, plan, atom, null, 1)) return true
  return false
}

/** Whether an atom certainly matches; false for patterns of several atoms, of which that is not asked. */
export function surelyMatches(graph: FastGraph, pattern: Pattern, atom: number): boolean {
  return pattern.atoms.length === 1 && testAtom(graph, atom, pattern.atoms[0]!.test) === 1
}

/** One matcher for each level of nesting (environments, groups of a visited embedding): nothing is made anew for a molecule. */
const matchers: Matcher[] = []
let level = 0

/** @param wanted 1 to take only atoms and bonds that certainly match; 0 to take also those that may */
function matched(graph: FastGraph, plan: Plan, root: number, visit: Visit | null, wanted: 0 | 1 = 0): boolean {
  const matcher = (matchers[level++] ??= new Matcher())
  const found = matcher.run(graph, plan, root, visit, wanted)
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
  #sure = false

  /** @param root the atom on which the first atom of the plan must lie; -1 for any */
  run(graph: FastGraph, plan: Plan, root: number, visit: Visit | null, wanted: 0 | 1): boolean {
    this.#embedding = this.#bySize[plan.size] ??= new Uint8Array(plan.size)
    this.#graph = graph
    this.#plan = plan
    this.#visit = visit
    this.#seen = 0
    this.#sure = wanted === 1
    if (graph.kindsOf !== graph.generation) findKinds(graph)
    if (root >= 0) return this.#place(0, root, -1)
    for (let atom = 0; atom < graph.atoms; atom++) if (this.#place(0, atom, -1)) return true
    return false
  }

  /** @param along the bond to the first of the earlier neighbours; -1 at the root */
  #place(step: number, atom: number, along: number): boolean {
    const plan = this.#plan
    const graph = this.#graph
    if (this.#used[atom] === 1) return false
    const back = plan.back[step]!
    for (let i = 0; i < back.length; i++) {
      const { to, test, id, ring } = back[i]!
      const bond = i === 0 ? along : bondBetween(graph, atom, this.#embedding[to]!)
      if (bond < 0 || graph.ringSize[bond]! > ring || this.#refuses(bondAnswerOf(graph, bond, id, test))) return false
    }
    const test = plan.tests[step]!
    if (this.#refuses(plan.local[step] === 1 ? answerOf(graph, atom, plan.ids[step]!, test) : testAtom(graph, atom, test))) return false
    this.#embedding[plan.order[step]!] = atom
    this.#used[atom] = 1
    const found = this.#next(step + 1)
    this.#used[atom] = 0
    return found
  }

  #refuses(answer: Three): boolean {
    return this.#sure ? answer !== 1 : answer === 0
  }

  #next(step: number): boolean {
    const plan = this.#plan
    if (step === plan.size) {
      if (++this.#seen > embeddingLimit) return !this.#sure
      return this.#visit ? this.#visit(this.#embedding) : true
    }
    const { degree, neighbour, via } = this.#graph
    const anchor = this.#embedding[plan.back[step]![0]!.to]!
    for (let k = anchor * maxNeighbours, end = k + degree[anchor]!; k < end; k++) if (this.#place(step, neighbour[k]!, via[k]!)) return true
    return false
  }
}

function bondBetween(graph: FastGraph, a: number, b: number): number {
  for (let k = 0; k < graph.degree[a]!; k++) if (graph.neighbour[a * maxNeighbours + k] === b) return graph.via[a * maxNeighbours + k]!
  return -1
}

