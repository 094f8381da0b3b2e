import type { List } from '../schema/list.js'
import type { Substance } from '../schema/substance.js'

/** How many structures of a law are confirmed by a separate source, counting each substance once. */
export interface Structures {
  readonly drawn: number
  /** Obtained from the systematic name in the record. */
  readonly fromName: number
  /** Confirmed by a second source: with their stereo, and by atoms and bonds only. */
  readonly confirmed: number
  readonly atomsAndBonds: number
}

export function structuresOf(lists: readonly List[], substances: readonly Substance[]): Structures {
  const named = new Set(lists.flatMap((list) => list.entries.map((e) => e.substance)))
  const drawn = substances.filter((s) => named.has(s.id) && s.smiles !== null)
  const confirmed = drawn.filter((s) => s.structure.confirmed?.some((c) => c.stereo !== false))
  return {
    drawn: drawn.length,
    fromName: drawn.filter((s) => s.structure.from === 'chemical name').length,
    confirmed: confirmed.length,
    atomsAndBonds: drawn.filter((s) => s.structure.confirmed && !confirmed.includes(s)).length,
  }
}
