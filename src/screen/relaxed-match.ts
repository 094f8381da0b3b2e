import { bondBetween, capacity, maskWords, maxNeighbours, type FastGraph } from './fast-graph.js'
import { bondAnswerOf, findKinds } from './kinds.js'
import { maskBits, maskOf, wholeAnswer } from './masks.js'
import { planOf, type Plan } from './plan.js'
import type { Pattern } from './pattern.js'
import { setEnvironmentMatcher } from './relaxed-tests.js'

setEnvironmentMatcher((graph, pattern, atom) => (!mayMatchAt(graph, pattern, atom) ? 0 : matched(graph, planOf(pattern).fromFirst, atom, null, 'sure') ? 1 : 2))

/** Looks at one embedding (atoms of the graph in pattern order); true ends the search. */
type Visit = (embedding: Uint8Array) => boolean

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
function mayMatchAt(graph: FastGraph, pattern: Pattern, atom: number): boolean {
  const plan = planOf(pattern).fromFirst
  return matched(graph, plan, atom, null)
}

/** Whether an embedding with its first atom on this one is accepted. */
export function anyMayMatch(graph: FastGraph, pattern: Pattern, atom: number, visit: Visit): boolean {
  return matched(graph, planOf(pattern).fromFirst, atom, visit)
}

/** Whether a pattern certainly matches somewhere in a component. */
export function surelyHas(graph: FastGraph, pattern: Pattern, component: number): boolean {
  return matched(graph, planOf(pattern).fromRarest, -1, graph.components === 1 ? null : (embedding) => graph.component[embedding[0]!] === component, 'sure')
}

interface FirstAtoms {
  generation: number
  mask: Int32Array
}

const mayBeFirst = new WeakMap<Pattern, FirstAtoms>()
const sureFirst = new WeakMap<Pattern, FirstAtoms>()

/** Thrown where a search for all embeddings meets a test that it cannot answer with certainty. */
export class NotSure extends Error {
  override name = 'NotSure'
}

const notSure = new NotSure()

/**
 * All embeddings, each giving an atom for every atom of the pattern, or null where they are more than `most`.
 * @throws {NotSure} where RDKit might find others
 */
export function allMatches(graph: FastGraph, pattern: Pattern, most: number): number[][] | null {
  const found: number[][] = []
  const from = level
  try {
    matched(graph, planOf(pattern).fromRarest, -1, (embedding) => (found.push([...embedding]), found.length > most), 'all')
  } catch (error) {
    // The matchers that it left were in the middle of a search.
    for (; level > from; level--) matchers[level - 1]!.forget()
    throw error
  }
  return found.length > most ? null : found
}

/** The atoms on which the first atom of a pattern may lie; found once for a molecule, and overwritten for the next. */
export function matchMask(graph: FastGraph, pattern: Pattern): Int32Array {
  return firstAtoms(graph, pattern, mayBeFirst, false)
}

/** The atoms that certainly pass; none for patterns of several atoms, of which that is not asked. */
export function sureMask(graph: FastGraph, pattern: Pattern): Int32Array {
  return firstAtoms(graph, pattern, sureFirst, true)
}

function firstAtoms(graph: FastGraph, pattern: Pattern, of: WeakMap<Pattern, FirstAtoms>, sure: boolean): Int32Array {
  let known = of.get(pattern)
  if (!known) of.set(pattern, (known = { generation: -1, mask: new Int32Array(maskWords) }))
  const { mask } = known
  if (known.generation === graph.generation) return mask
  known.generation = graph.generation
  for (let word = 0; word < maskWords; word++) mask[word] = 0
  if (sure && pattern.atoms.length > 1) return mask
  if (graph.kindsOf !== graph.generation) findKinds(graph)
  const plan = planOf(pattern).fromFirst
  const first = plan.tests[0]!
  const begin = maskOf(graph, first, sure)
  if (begin < 0) return mask
  // What lies beyond the words of this molecule is of an earlier one.
  for (let word = 0, end = (graph.atoms + 31) >>> 5; word < end; word++) mask[word] = maskBits()[begin + word]!
  if (plan.size === 1 && first.whole === null) return mask
  for (let atom = 0; atom < graph.atoms; atom++) {
    const bit = 1 << (atom & 31)
    if ((mask[atom >>> 5]! & bit) !== 0 && !matched(graph, plan, atom, null, sure ? 'sure' : 'may')) mask[atom >>> 5]! &= ~bit
  }
  return mask
}

/** One matcher for each level of nesting (environments, groups of a visited embedding): nothing is made anew for a molecule. */
const matchers: Matcher[] = []
let level = 0

/** Which atoms and bonds are taken: those that may match, those that certainly do, or `all` with certainty either way. */
type Wanted = 'may' | 'sure' | 'all'

function matched(graph: FastGraph, plan: Plan, root: number, visit: Visit | null, wanted: Wanted = 'may'): boolean {
  const matcher = (matchers[level++] ??= new Matcher())
  const found = matcher.run(graph, plan, root, visit, wanted)
  level--
  return found
}

class Matcher {
  /** 1 for atoms in the embedding; all 0 between searches. */
  readonly #used = new Uint8Array(capacity)
  readonly #bySize: Uint8Array[] = []
  /** Where the mask of each step begins. */
  readonly #masks = new Int32Array(256)
  #bits: Int32Array = maskBits()
  #embedding: Uint8Array = new Uint8Array(0)
  #graph!: FastGraph
  #plan!: Plan
  #visit: Visit | null = null
  #seen = 0
  /** Steps whose masks are there. */
  #ready = 0
  #sure = false
  #all = false

  /** @param root the atom on which the first atom of the plan must lie; -1 for any */
  run(graph: FastGraph, plan: Plan, root: number, visit: Visit | null, wanted: Wanted): boolean {
    this.#sure = wanted === 'sure'
    this.#all = wanted === 'all'
    if (graph.kindsOf !== graph.generation) findKinds(graph)
    this.#embedding = this.#bySize[plan.size] ??= new Uint8Array(plan.size)
    this.#graph = graph
    this.#plan = plan
    this.#visit = visit
    this.#seen = 0
    this.#ready = 0
    if (!this.#prepare(0)) return false
    if (root >= 0) return this.#passes(0, root) && this.#lay(0, root)
    for (let word = 0, first = 0; first < graph.atoms; word++, first += 32) {
      for (let bits = this.#bits[this.#masks[0]! + word]!; bits !== 0; bits &= bits - 1) if (this.#lay(0, first + 31 - Math.clz32(bits & -bits))) return true
    }
    return false
  }

  /** Makes ready for the next search after one that was left. */
  forget(): void {
    this.#used.fill(0)
  }

  /** Masks are made as the search first comes to a step; false where no atom can be laid there. */
  #prepare(step: number): boolean {
    const test = this.#plan.tests[step]!
    const at = maskOf(this.#graph, test, this.#sure)
    if (this.#all && test.whole === null && at >= 0 && !isCertain(this.#graph, at, maskOf(this.#graph, test, true))) throw notSure
    this.#bits = maskBits()
    if (at < 0) return false
    this.#masks[step] = at
    this.#ready = step + 1
    return true
  }

  #passes(step: number, atom: number): boolean {
    return ((this.#bits[this.#masks[step]! + (atom >>> 5)]! >>> (atom & 31)) & 1) === 1
  }

  /** What a test asks beyond the atom itself, which its mask leaves open. */
  #passesWhole(step: number, atom: number): boolean {
    const test = this.#plan.tests[step]!
    if (test.whole === null) return true
    const answer = wholeAnswer(this.#graph, atom, test, test.whole)
    if (this.#all && answer === 2) throw notSure
    return this.#sure ? answer === 1 : answer !== 0
  }

  #lay(step: number, atom: number): boolean {
    if (!this.#passesWhole(step, atom)) return false
    this.#embedding[this.#plan.order[step]!] = atom
    this.#used[atom] = 1
    const found = this.#next(step + 1)
    this.#used[atom] = 0
    return found
  }

  #next(step: number): boolean {
    const plan = this.#plan
    if (step === plan.size) {
      if (++this.#seen > embeddingLimit && !this.#all) return !this.#sure
      return this.#visit ? this.#visit(this.#embedding) : true
    }
    if (step === this.#ready && !this.#prepare(step)) return false
    const { degree, neighbour, via } = this.#graph
    const anchor = this.#embedding[plan.anchor[step]!]!
    for (let k = anchor * maxNeighbours, end = k + degree[anchor]!; k < end; k++) {
      const atom = neighbour[k]!
      if (this.#used[atom] === 0 && this.#passes(step, atom) && this.#bondsPass(step, atom, via[k]!) && this.#lay(step, atom)) return true
    }
    return false
  }

  /** @param along the bond to the anchor of the step */
  #bondsPass(step: number, atom: number, along: number): boolean {
    const { backFrom, backTo, backTest, backId, backRing } = this.#plan
    const graph = this.#graph
    for (let first = backFrom[step]!, i = first; i < backFrom[step + 1]!; i++) {
      const bond = i === first ? along : bondBetween(graph, atom, this.#embedding[backTo[i]!]!)
      if (bond < 0 || graph.ringSize[bond]! > backRing[i]!) return false
      const answer = bondAnswerOf(graph, bond, backId[i]!, backTest[i]!)
      if (this.#all && answer === 2) throw notSure
      if (this.#sure ? answer !== 1 : answer === 0) return false
    }
    return true
  }
}

/** Whether the atoms that may pass are those that certainly do. */
function isCertain(graph: FastGraph, may: number, sure: number): boolean {
  const bits = maskBits()
  for (let word = 0, end = (graph.atoms + 31) >>> 5; word < end; word++) if (bits[may + word] !== (sure < 0 ? 0 : bits[sure + word])) return false
  return true
}
