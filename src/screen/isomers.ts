import type { LawIndex } from '../matching/index.js'
import type { FastGraph } from './fast-graph.js'
import { Formulas } from './formulas.js'
import { readPattern, type Pattern } from './pattern.js'
import { mayMatch } from './relaxed-match.js'
import type { Sum } from './undo.js'

/** Substances whose positional isomers some list reaches: their formulas, and the cores that an isomer must have. */
export class Isomers {
  /** By core, the formulas of the substances with it; null for a core that cannot be read, which anything may have. */
  readonly #byCore: readonly { readonly core: Pattern | null; readonly formulas: Formulas }[]

  constructor(law: LawIndex) {
    const lists = law.edition.jurisdictions.flatMap((j) => j.lists)
    const known = [...law.byFormula.values()].flat()
    const cores = new Map<string, string[]>()
    for (const list of lists) {
      for (const core of list.cores ?? []) {
        const own = known.filter((k) => k.record.key!.cores[list.id] === core.id).map((k) => k.identity.flat.split('/')[0]!)
        for (const smarts of core.wide === undefined ? [core.smarts] : [core.smarts, core.wide]) cores.set(smarts, [...(cores.get(smarts) ?? []), ...own])
      }
    }
    this.#byCore = [...cores].map(([smarts, formulas]) => ({ core: readPattern(smarts), formulas: new Formulas(formulas) }))
  }

  couldHold(graph: FastGraph, { composition, hydrogens, charge }: Sum): boolean {
    return this.#byCore.some(({ core, formulas }) => formulas.has(composition, hydrogens, charge) && (core === null || mayMatch(graph, core)))
  }
}
