import type { Arena } from '../engine/arena.js'
import type { KnownSubstance, LawIndex } from '../matching/index.js'
import { compositionOfFormula } from '../engine/perceive/composition.js'
import { FastGraph } from '../engine/fast-graph.js'
import { formulasOf } from './formulas.js'
import { groupCounts } from '../engine/perceive/group-counts.js'
import { patternOf, type Pattern } from '../engine/smarts/pattern.js'
import { readSmiles } from '../engine/read/read-smiles.js'
import { mayMatch } from '../engine/smarts/match.js'
import { screenKernel } from './screen-kernel.js'

/** A core that an isomer must have; null if it cannot be parsed, so that any structure may have it. */
interface Core {
  readonly pattern: Pattern | null
  /** Address of the formulas in the kernel. */
  readonly formulas: number
  /** Group counts of the substances by composition; includes null if those of one substance are not certain. */
  readonly groups: ReadonlyMap<number, ReadonlySet<string | null>>
}

/**
 * Substances whose positional isomers some list covers: their formulas, the cores that an isomer must have, and their
 * groups.
 */
export class Isomers {
  /** Cores by the composition of their substances. */
  readonly #cores = new Map<number, Core[]>()
  /** Formulas of all. */
  readonly formulas: readonly string[]

  constructor(law: LawIndex, arena: Arena) {
    const lists = law.edition.jurisdictions.flatMap((j) => j.lists)
    const known = [...law.byFormula.values()].flat()
    const cores = new Map<string, KnownSubstance[]>()
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

function formulaOf({ identity }: KnownSubstance): string {
  return identity.flat.split('/')[0]!
}

const graph = new FastGraph()

function groupsOf(known: readonly KnownSubstance[]): Map<number, Set<string | null>> {
  const groups = new Map<number, Set<string | null>>()
  for (const substance of known) {
    const composition = compositionOfFormula(formulaOf(substance))
    const own = groups.get(composition) ?? new Set()
    own.add(readSmiles(substance.record.smiles!, graph) ? groupCounts(graph) : null)
    groups.set(composition, own)
  }
  return groups
}
