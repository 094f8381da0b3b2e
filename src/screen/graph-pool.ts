import { DerivedGraphs, FastGraph } from '../engine/index.js'

/** Inputs that stay readable while others are read: each takes 38 KB. */
export const mostHeld = 64

/** The graphs that screened structures share: one whose graph holds another text reads its own again. */
export class GraphPool {
  readonly #graphs: FastGraph[] = []
  readonly #derived = new DerivedGraphs()
  #place = 0
  #isFree = true

  /** The graph for the next structure: one that was given back, else the one not used for longest. */
  next(): FastGraph {
    if (!this.#isFree) this.#place = (this.#place + 1) % mostHeld
    this.#isFree = false
    return (this.#graphs[this.#place] ??= new FastGraph(this.#derived))
  }

  /** Of a structure about which little more is asked. */
  giveBack(graph: FastGraph): void {
    this.#isFree ||= graph === this.#graphs[this.#place]
  }
}
