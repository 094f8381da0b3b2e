import { fillBytes, setByte } from '../bytes.as'
import { atoms, degree, ringBond, via, z } from '../graph.as'
import { maxNeighbours } from '../layout'

/** Marks the oxygens of cleavable bonds; false if there are none. */
export function markCleavableOxygens(g: usize, marks: usize): bool {
  const n = atoms(g)
  let any = false
  fillBytes(marks, 0, n)
  for (let atom = 0; atom < n; atom++) {
    if (z(g, atom) != 8 || degree(g, atom) != 2) continue
    const k = atom * maxNeighbours
    if (ringBond(g, via(g, k)) == 1 && ringBond(g, via(g, k + 1)) == 1) continue
    setByte(marks, atom, 1)
    any = true
  }
  return any
}
