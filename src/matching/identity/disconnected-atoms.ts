import { count } from '../../remembered.js'

/**
 * Number of atoms per element symbol in a component that InChI disconnects (`Mn.4O`); null if InChI leaves it whole.
 */
export function atomsWhenDisconnected(inchi: string): ReadonlyMap<string, number> | null {
  const pieces = inchi.split('/')[1]!.split('.')
  if (pieces.length === 1) return null
  const counts = new Map<string, number>()
  for (const piece of pieces) {
    const single = /^(\d*)([A-Z][a-z]?)$/.exec(piece)
    if (!single) return null
    count(counts, single[2]!, Number(single[1] || 1))
  }
  return counts
}
