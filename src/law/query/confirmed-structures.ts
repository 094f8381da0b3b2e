import type { List } from '../schema/list.js'
import type { Substance } from '../schema/substance.js'

export type Structures = ReturnType<typeof structuresOf>

/**
 * How many structures of a law are obtained from the systematic name in the record, and confirmed by a second source
 * with their stereo, or by atoms and bonds only. Each substance counts once.
 */
export function structuresOf(lists: readonly List[], substances: readonly Substance[]) {
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
