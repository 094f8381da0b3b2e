import { isMetal } from '../chem/index.js'
import { FastGraph, readText, type Arena, kernel, memoryWords, memory, compositionOfFormula } from '../engine/index.js'
import { skeletonsAt, skeletonWidth, formulasAt, formulaWidth } from './screen-layout.js'

/** For larger inputs it is not certain that RDKit can identify them within its budget. */
const mostAtomsNamed = 100

/** The components of an input by their skeletons, without isolated metal atoms. */
export interface Skeletons {
  readonly keys: readonly string[]
  readonly hasMetal: boolean
}

export class SkeletonReader {
  readonly #graph = new FastGraph()

  /** Null if it is not certain that RDKit can read and identify the text. Metals that are read are not bonded. */
  read(text: string): Skeletons | null {
    const graph = this.#graph
    if (!readText(text, graph) || graph.atoms > mostAtomsNamed) return null
    const alone = new Set<number>()
    for (let atom = 0; atom < graph.atoms; atom++) if (isMetal(graph.z[atom]!)) alone.add(graph.component[atom]!)
    const keys: string[] = []
    for (let c = 0; c < graph.components; c++) if (!alone.has(c)) keys.push(fastSkeleton(graph, c))
    return { keys, hasMetal: alone.size > 0 }
  }
}

/** The same key as `skeletonKey` in `chem`, for one component of a fast graph. */
export function fastSkeleton(graph: FastGraph, component: number): string {
  kernel.readSkeleton(graph.at, component)
  const hash = (signed: number) => (signed >>> 0).toString(36)
  return `${kernel.skeletonAtoms()}-${hash(kernel.firstSkeletonHash())}-${hash(kernel.secondSkeletonHash())}`
}

/** Address in the kernel of a set of skeletons, given by their keys. */
export function skeletonsOf(keys: Iterable<string>, arena: Arena): number {
  const known = [...keys]
    .map((key) => key.split('-'))
    .map(([size, first, second]) => [Number(size), hashOf(first!), hashOf(second!)] as const)
  const places = placesFor(known.length)
  const at = arena.allocate(skeletonsAt + places * skeletonWidth)
  memoryWords[at >> 2] = places - 1
  for (const words of known) {
    let place = (words[1] ^ words[2]) & (places - 1)
    const entry = () => (at + skeletonsAt + place * skeletonWidth) >> 2
    while (memoryWords[entry()] !== 0) place = (place + 1) & (places - 1)
    memoryWords.set(words, entry())
  }
  return at
}

function hashOf(text: string): number {
  return Number.parseInt(text, 36) | 0
}

/**
 * Address in the kernel of a set of formulas; hydrogens are stored separately.
 * @param formulas formula layers of InChI, without protons gained or lost
 */
export function formulasOf(formulas: Iterable<string>, arena: Arena): number {
  const known = new Map<number, Set<number>>()
  for (const formula of formulas) {
    const composition = compositionOfFormula(formula)
    // It contains an element that fast graphs do not support.
    if (composition <= 0) continue
    const found = /H(?![a-z])(\d*)/.exec(formula)
    const hydrogens = found ? Number(found[1] || 1) : 0
    known.set(composition, (known.get(composition) ?? new Set()).add(hydrogens))
  }
  const places = placesFor(known.size)
  const at = arena.allocate(formulasAt + places * formulaWidth)
  memoryWords[at >> 2] = places - 1
  for (const [composition, hydrogens] of known) {
    const high = Math.floor(composition / 2 ** 32)
    let place = (composition ^ high) & (places - 1)
    const entry = () => at + formulasAt + place * formulaWidth
    while (memoryWords[(entry() + 8) >> 2] !== 0) place = (place + 1) & (places - 1)
    new Float64Array(memory, entry(), 1)[0] = composition
    memoryWords[(entry() + 8) >> 2] = arena.list([...hydrogens])
  }
  return at
}

/** Number of slots of a hash table that is at most half full. */
export function placesFor(entries: number): number {
  return 2 ** Math.ceil(Math.log2(entries * 2 + 1))
}
