import { isMetal } from '../chem/index.js'
import { FastGraph } from '../engine/fast-graph.js'
import { readText } from '../engine/read/read-text.js'
import { fastSkeleton } from './skeletons.js'

/** For larger inputs it is not certain that RDKit can identify them within its budget. */
const mostAtomsNamed = 100

/** The components of an input by their skeletons, without isolated metal atoms. */
export interface Skeletons {
  readonly keys: readonly string[]
  readonly hasMetal: boolean
}

/** Reads skeletons without RDKit. */
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
