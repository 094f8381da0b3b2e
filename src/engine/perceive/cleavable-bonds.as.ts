import { fillBytes, setByte } from '../bytes.as'
import { aromatic, atoms, degree, neighbour, order, ringBond, unsure, via, z } from '../graph.as'
import { maxNeighbours, single } from '../layout'

/** Marks of the oxygens and nitrogens that cleaving a bond frees. */
const cleavable = 1
/** The hydroxy group that remains may be read as a carbonyl group (see `chem/tautomer-shifts`), or an amine remains. */
export const inAnyWay = 2

/** Marks the oxygens and nitrogens of cleavable bonds; false if there are none. */
export function markFreed(g: usize, marks: usize): bool {
  const n = atoms(g)
  let any = false
  fillBytes(marks, 0, n)
  for (let atom = 0; atom < n; atom++) {
    const k = atom * maxNeighbours
    let mark = 0
    if (z(g, atom) == 7) for (let i = k, end = k + degree(g, atom); i < end; i++) if (leavesAmine(g, i)) mark = inAnyWay
    if (z(g, atom) == 8 && degree(g, atom) == 2 && (ringBond(g, via(g, k)) == 0 || ringBond(g, via(g, k + 1)) == 0))
      mark = isPartOfEnol(g, neighbour(g, k)) || isPartOfEnol(g, neighbour(g, k + 1)) ? inAnyWay : cleavable
    if (mark == 0) continue
    setByte(marks, atom, mark)
    any = true
  }
  return any
}

/** Whether a bond of a nitrogen is that of a carbamate. Wider than the full path: any two oxygens count. */
export function leavesAmine(g: usize, k: i32): bool {
  const acyl = neighbour(g, k)
  if (z(g, acyl) != 6 || ringBond(g, via(g, k)) == 1) return false
  let oxygens = 0
  for (let i = acyl * maxNeighbours, end = i + degree(g, acyl); i < end; i++) oxygens += i32(z(g, neighbour(g, i)) == 8)
  return oxygens > 1
}

/** Whether a hydroxy group on an atom may be that of an enol, an imidic acid or a hydroxyazole. */
function isPartOfEnol(g: usize, atom: i32): bool {
  const inRing = aromatic(g, atom)
  if (inRing == 2 || unsure(g, atom) == 1) return true
  for (let k = atom * maxNeighbours, end = k + degree(g, atom); k < end; k++) {
    const other = neighbour(g, k)
    const element = z(g, other)
    if (inRing == 1 && element == 7 && aromatic(g, other) != 0) return true
    if (inRing != 1 && order(g, via(g, k)) != single && (element == 6 || element == 7)) return true
  }
  return false
}
