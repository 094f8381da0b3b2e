import { elementSymbol } from '../chem/index.js'
import type { Recorded, LawIndex } from '../matching/index.js'
import {
  FastGraph,
  groupCounts,
  type Arena,
  memory,
  memoryWords,
  weights,
  compositionOfFormula,
  patternOf,
  type Pattern,
  readSmiles,
  mayMatch,
} from '../engine/index.js'
import { formulasOf, fastSkeleton, skeletonsOf } from './skeleton-reader.js'
import * as layout from './screen-layout.js'
import { screenKernel } from './screen-kernel.js'

/** How a structure could be a recorded substance or be related to one. */
export type RecordRelation = 'skeleton of a record' | 'formula of a record' | 'ester or ether of a record'

/** Halogens, sodium, potassium: the engine reads a lone atom of these as an ion or its acid, nothing else. */
const loneIons: ReadonlySet<number> = new Set([9, 11, 17, 19, 35, 53])

/** The recorded substances of an edition, in the form needed for comparison in the screen. */
export class RecordedSubstances {
  readonly #law: LawIndex
  readonly #isomers: Isomers
  readonly #elements: ReadonlySet<number>
  readonly #at: number

  constructor(law: LawIndex, arena: Arena) {
    this.#law = law
    this.#at = arena.allocate(layout.recordsSize)
    const formulas = (known: readonly Recorded[]) => known.map(({ identity }) => identity.flat.split('/')[0]!)
    const parents = [...law.bySkeleton].filter(([skeleton]) => law.parents.has(skeleton)).flatMap(([, known]) => known)
    this.#isomers = new Isomers(law, arena)
    this.#elements = new Set(Array.from({ length: 119 }, (_, z) => z).filter((z) => law.elements.has(elementSymbol(z))))
    const given = {
      [layout.recordSkeletonsAt]: skeletonsOf(law.bySkeleton.keys(), arena),
      [layout.recordFormulasAt]: formulasOf(formulas([...law.bySkeleton.values()].flat()), arena),
      [layout.isomerFormulasAt]: formulasOf(this.#isomers.formulas, arena),
      [layout.parentSkeletonsAt]: skeletonsOf(law.parents, arena),
      [layout.parentFormulasAt]: formulasOf(formulas(parents), arena),
    }
    for (const [place, at] of Object.entries(given)) memoryWords[(this.#at + Number(place)) >> 2] = at
    new Float64Array(memory, screenKernel.compositionWeightsAt(), weights.length).set(weights)
  }

  /**
   * Null if no component can be a recorded substance, or an isomer, ester or ether of one.
   * @param isForm whether it is asked of a single form: others have other groups
   */
  relationOf(graph: FastGraph, isForm = !graph.unusual): RecordRelation | null {
    const hasOthers = graph.components > 1 && this.#isSalt(graph)
    for (let component = 0; component < graph.components; component++) {
      if (hasOthers && this.#isIon(graph, component)) continue
      if (this.#isOfElement(graph, component)) return 'skeleton of a record'
      const found = screenKernel.relationOf(graph.at, component, this.#at)
      if (found === layout.isRecord) return 'skeleton of a record'
      if ((found & layout.isIsomer) !== 0 && !(isForm && !this.#isomers.couldHold(graph, () => groupCounts(graph))))
        return 'formula of a record'
      if ((found & layout.isEsterOrEther) !== 0) return 'ester or ether of a record'
    }
    return null
  }

  /** Whether a component consists of atoms of one element of which a form is recorded. */
  #isOfElement(graph: FastGraph, component: number): boolean {
    let z = 0
    for (let a = 0; a < graph.atoms; a++) {
      if (graph.component[a] !== component) continue
      if (z === 0) z = graph.z[a]!
      if (graph.z[a] !== z || !this.#elements.has(z)) return false
    }
    return true
  }

  /** Whether some component is certainly no counter-ion and could form a salt: if none, the ions are judged. */
  #isSalt(graph: FastGraph): boolean {
    for (let component = 0; component < graph.components; component++)
      if (!this.#law.counterIonSkeletons.has(fastSkeleton(graph, component)) && holdsNitrogen(graph, component))
        return true
    return false
  }

  /** A lone halide or alkali ion listed as a counter-ion: ignored next to something else. Others take the full path. */
  #isIon(graph: FastGraph, component: number): boolean {
    let atom = -1
    for (let a = 0; a < graph.atoms; a++) {
      if (graph.component[a] !== component) continue
      if (atom >= 0) return false
      atom = a
    }
    return loneIons.has(graph.z[atom]!) && this.#law.counterIonSkeletons.has(fastSkeleton(graph, component))
  }
}

function holdsNitrogen(graph: FastGraph, component: number): boolean {
  for (let a = 0; a < graph.atoms; a++) if (graph.component[a] === component && graph.z[a] === 7) return true
  return false
}

/** A core that an isomer must have; null if it cannot be parsed, so that any structure may have it. */
interface Core {
  readonly pattern: Pattern | null
  readonly formulas: number
  /** Group counts of the substances by composition; includes null if those of one substance are not certain. */
  readonly groups: ReadonlyMap<number, ReadonlySet<string | null>>
}

/** Substances whose positional isomers some list covers: formulas, the cores an isomer must have, and groups. */
class Isomers {
  /** Cores by the composition of their substances. */
  readonly #cores = new Map<number, Core[]>()
  /** Formulas of all. */
  readonly formulas: readonly string[]

  constructor(law: LawIndex, arena: Arena) {
    const lists = law.edition.jurisdictions.flatMap((j) => j.lists)
    const known = [...law.byFormula.values()].flat()
    const cores = new Map<string, Recorded[]>()
    for (const list of lists) {
      for (const core of list.cores ?? []) {
        const own = known.filter((k) => k.record.key!.cores[list.id] === core.id)
        for (const smarts of core.wide === undefined ? [core.smarts] : [core.smarts, core.wide])
          cores.set(smarts, [...(cores.get(smarts) ?? []), ...own])
      }
    }
    this.formulas = [...cores.values()].flat().map(formulaOf)
    for (const [smarts, own] of cores) {
      const formulas = formulasOf(own.map(formulaOf), arena)
      const core: Core = { pattern: patternOf(smarts), formulas, groups: groupsOf(own) }
      for (const composition of core.groups.keys())
        this.#cores.set(composition, [...(this.#cores.get(composition) ?? []), core])
    }
  }

  /**
   * Checks the component whose composition the kernel read last, and which has one of the formulas.
   * @param groups group counts of the graph; null if they are not certain
   */
  couldHold(graph: FastGraph, groups: () => string | null): boolean {
    const composition = screenKernel.compositionOf()
    const [hydrogens, charge] = [screenKernel.hydrogensOf(), screenKernel.chargeOf()]
    return this.#cores.get(composition)!.some((core) => {
      if (screenKernel.mayBe(core.formulas, composition, hydrogens, charge) === 0) return false
      const own = groups()
      const known = core.groups.get(composition)!
      return (
        (own === null || known.has(own) || known.has(null)) && (core.pattern === null || mayMatch(graph, core.pattern))
      )
    })
  }
}

function formulaOf({ identity }: Recorded): string {
  return identity.flat.split('/')[0]!
}

const graph = new FastGraph()

function groupsOf(known: readonly Recorded[]): Map<number, Set<string | null>> {
  const groups = new Map<number, Set<string | null>>()
  for (const substance of known) {
    const composition = compositionOfFormula(formulaOf(substance))
    const own = groups.get(composition) ?? new Set()
    own.add(readSmiles(substance.record.smiles!, graph) ? groupCounts(graph) : null)
    groups.set(composition, own)
  }
  return groups
}
