import { compositionOfFormula } from './composition.js'
import type { Sum } from './undo.js'

/** Formulas of recorded substances, hydrogens apart from the rest. */
export class Formulas {
  readonly #hydrogens = new Map<number, Set<number>>()

  /** @param formulas first layers of InChI: of the substance without protons taken up or given off */
  constructor(formulas: Iterable<string>) {
    for (const formula of formulas) {
      const composition = compositionOfFormula(formula)
      const hydrogens = Number(/H(?![a-z])(\d*)/.exec(formula)?.[1] || (/H(?![a-z])/.test(formula) ? 1 : 0))
      const known = this.#hydrogens.get(composition)
      if (known) known.add(hydrogens)
      else this.#hydrogens.set(composition, new Set([hydrogens]))
    }
  }

  /** Whether one of them is that of uncharged atoms; of charged ones, whether one has their heavy atoms. */
  reach({ composition, hydrogens, charge }: Sum): boolean {
    const known = this.#hydrogens.get(composition)
    return known !== undefined && (charge !== 0 || known.has(hydrogens))
  }

  /** Whether one of them may be that of some atoms: any of their net charge can be protons or stay. */
  has(composition: number, hydrogens: number, charge: number): boolean {
    const known = this.#hydrogens.get(composition)
    if (!known) return false
    for (let protons = Math.min(0, charge); protons <= Math.max(0, charge); protons++) if (known.has(hydrogens - protons)) return true
    return false
  }
}
