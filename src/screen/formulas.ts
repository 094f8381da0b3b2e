import { compositionOfFormula } from '../engine/perceive/composition.js'
import type { Arena } from '../engine/arena.js'
import { memory, memoryWords } from '../engine/kernel.js'
import { formulasAt, formulaWidth } from './screen-layout.js'

/**
 * Address in the kernel of a set of formulas; hydrogens are stored separately.
 * @param formulas formula layers of InChI, without protons gained or lost
 */
export function formulasOf(formulas: Iterable<string>, arena: Arena): number {
  const known = new Map<number, Set<number>>()
  for (const formula of formulas) {
    const composition = compositionOfFormula(formula)
    // It contains an element that fast graphs do not support.
    if (composition <= 0) continue
    const found = /H(?![a-z])(\d*)/.exec(formula)
    const hydrogens = found ? Number(found[1] || 1) : 0
    known.set(composition, (known.get(composition) ?? new Set()).add(hydrogens))
  }
  const places = placesFor(known.size)
  const at = arena.allocate(formulasAt + places * formulaWidth)
  memoryWords[at >> 2] = places - 1
  for (const [composition, hydrogens] of known) {
    const high = Math.floor(composition / 2 ** 32)
    let place = (composition ^ high) & (places - 1)
    const entry = () => at + formulasAt + place * formulaWidth
    while (memoryWords[(entry() + 8) >> 2] !== 0) place = (place + 1) & (places - 1)
    new Float64Array(memory, entry(), 1)[0] = composition
    memoryWords[(entry() + 8) >> 2] = arena.list([...hydrogens])
  }
  return at
}

/** Number of slots of a hash table that is at most half full. */
export function placesFor(entries: number): number {
  return 2 ** Math.ceil(Math.log2(entries * 2 + 1))
}
