import type { KnownSubstance, LawIndex } from '../matching/index.js'
import type { FastGraph } from './fast-graph.js'
import { Formulas } from './formulas.js'
import { groupCounts } from './group-counts.js'
import { Isomers } from './isomers.js'
import { fastSkeleton } from './skeletons.js'
import { couldUndo, sumOf } from './undo.js'

/** How a structure could be a recorded substance, or belong to one. */
export type NearRecord = 'skeleton of a record' | 'formula of a record' | 'ester or ether of a record'

/** The recorded substances of an edition, as far as the screen compares structures with them. */
export class Records {
  readonly #law: LawIndex
  readonly #formulas: Formulas
  readonly #isomers: Isomers
  /** Formulas of substances whose esters or ethers some list reaches. */
  readonly #parents: Formulas

  constructor(law: LawIndex) {
    this.#law = law
    const formulas = (known: readonly KnownSubstance[]) => known.map(({ identity }) => identity.flat.split('/')[0]!)
    this.#formulas = new Formulas(formulas([...law.bySkeleton.values()].flat()))
    this.#isomers = new Isomers(law)
    this.#parents = new Formulas(formulas([...law.bySkeleton].filter(([skeleton]) => law.parents.has(skeleton)).flatMap(([, known]) => known)))
  }

  /** Null where no component can be a recorded substance, or an isomer, ester or ether of one. */
  near(graph: FastGraph): NearRecord | null {
    const besideIons = graph.components > 1 && this.#speaks(graph)
    for (let component = 0; component < graph.components; component++) {
      if (besideIons && this.#isIon(graph, component)) continue
      const sum = sumOf(graph, component)
      if (this.#formulas.reach(sum) && this.#law.bySkeleton.has(fastSkeleton(graph, component))) return 'skeleton of a record'
      if (this.#isomers.couldHold(graph, sum, () => groupCounts(graph))) return 'formula of a record'
      if (couldUndo(graph, component, sum, this.#parents, this.#law.parents)) return 'ester or ether of a record'
    }
    return null
  }

  /** Whether some component certainly is no counter-ion: where none is, the ions themselves are judged. */
  #speaks(graph: FastGraph): boolean {
    for (let component = 0; component < graph.components; component++) if (!this.#law.counterIonSkeletons.has(fastSkeleton(graph, component))) return true
    return false
  }

  /** A lone halide or alkali ion that the edition takes for a counter-ion: beside something else it does not speak. Larger ions take the full path, which compares their InChI. */
  #isIon(graph: FastGraph, component: number): boolean {
    let atom = -1
    for (let a = 0; a < graph.atoms; a++) {
      if (graph.component[a] !== component) continue
      if (atom >= 0) return false
      atom = a
    }
    const z = graph.z[atom]!
    const halide = (z === 9 || z === 17 || z === 35 || z === 53) && graph.charge[atom] === graph.hydrogens[atom]! - 1
    const alkali = (z === 11 || z === 19) && graph.charge[atom] === 1 && graph.hydrogens[atom] === 0
    return (halide || alkali) && this.#law.counterIonSkeletons.has(fastSkeleton(graph, component))
  }
}
