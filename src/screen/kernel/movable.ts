import { atoms, charge, degree, hydrogens, lower, neighbour, order, setUnsure, via, z } from './graph'
import { double, maxNeighbours, single } from './layout'

/**
 * Marks hydroxy and mercapto groups on a double bond outside what is written aromatic, with the atoms of that
 * bond: the full path reads such an imidic acid or enol as its amide or ketone as well; see `chem/settle`.
 */
export function markMovable(g: usize): void {
  for (let a = 0, n = atoms(g); a < n; a++) {
    if (degree(g, a) != 1 || (z(g, a) != 8 && z(g, a) != 16) || (hydrogens(g, a) == 0 && charge(g, a) >= 0)) continue
    const carbon = neighbour(g, a * maxNeighbours)
    if (order(g, via(g, a * maxNeighbours)) != single || z(g, carbon) != 6 || lower(g, carbon) == 1) continue
    for (let k = carbon * maxNeighbours, end = k + degree(g, carbon); k < end; k++) {
      const other = neighbour(g, k)
      if (order(g, via(g, k)) != double || (z(g, other) != 6 && z(g, other) != 7)) continue
      setUnsure(g, a, 1)
      setUnsure(g, carbon, 1)
      setUnsure(g, other, 1)
    }
  }
}

/** Whether a carbon bears two hydroxy groups: the full path also reads it as the carbonyl compound. */
export function mayLoseWater(g: usize): bool {
  for (let a = 0, n = atoms(g); a < n; a++) {
    if (!isHydroxy(g, a)) continue
    const carbon = neighbour(g, a * maxNeighbours)
    if (z(g, carbon) != 6 || lower(g, carbon) == 1) continue
    for (let k = carbon * maxNeighbours, end = k + degree(g, carbon); k < end; k++) if (neighbour(g, k) != a && isHydroxy(g, neighbour(g, k))) return true
  }
  return false
}

@inline
function isHydroxy(g: usize, atom: i32): bool {
  return z(g, atom) == 8 && degree(g, atom) == 1 && hydrogens(g, atom) - charge(g, atom) == 1
}
