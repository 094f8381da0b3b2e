import type { Molecule } from './molecule.js'

/** What a scope clause has to cover for the bond to be cleaved. */
export type CleavableKind = 'ester' | 'ether'

/**
 * A bond between an oxygen and the group on it, read as made from a hydroxy compound. When it is cleaved, the oxygen
 * keeps a hydrogen and `removed` becomes a separate molecule.
 */
export interface CleavableBond {
  readonly oxygen: number
  /** The atom that leaves, with everything behind it. */
  readonly other: number
  readonly removed: ReadonlySet<number>
  readonly word: CleavableKind
  /**
   * True if chemists call it an ester or ether only in a wider sense: acetal, glycoside, silyl group, oxygen on
   * nitrogen.
   */
  readonly unusual: boolean
}

/**
 * The ester and ether bonds of a component, each in the direction that leaves a hydroxy compound (alcohol, phenol or
 * acid). Bonds in a ring do not count: a lactone or a cyclic ether is a substance of its own.
 */
export function cleavableBondsOf(molecule: Molecule, component: readonly number[]): CleavableBond[] {
  const bonds: CleavableBond[] = []
  for (const oxygen of component) {
    const atom = molecule.atoms[oxygen]!
    const around = molecule.neighbours[oxygen]!
    if (atom.z !== 8 || atom.charge !== 0 || atom.aromatic || around.length !== 2) continue
    for (const [kept, left] of [around, [...around].reverse()] as const) {
      if (!kept || !left) continue
      const kind = kindOf(molecule, oxygen, kept.atom, left.atom)
      if (!kind) continue
      const removed = behind(molecule, oxygen, left.atom)
      if (removed) bonds.push({ oxygen, other: left.atom, removed, word: kind.word, unusual: kind.unusual })
    }
  }
  return bonds
}

function kindOf(
  molecule: Molecule,
  oxygen: number,
  kept: number,
  left: number,
): { word: CleavableKind; unusual: boolean } | null {
  const z = (atom: number) => molecule.atoms[atom]!.z
  const hangsOnNitrogen = z(kept) === 7
  if (isAcyl(molecule, left))
    return z(kept) === 6 || hangsOnNitrogen
      ? { word: 'ester', unusual: hangsOnNitrogen || isAcyl(molecule, kept) }
      : null
  if (z(left) !== 6 && z(left) !== 14) return null
  if (isAcyl(molecule, kept)) return z(left) === 6 ? { word: 'ester', unusual: false } : null
  if (z(kept) !== 6 && !hangsOnNitrogen) return null
  return { word: 'ether', unusual: hangsOnNitrogen || z(left) === 14 || isAcetal(molecule, left, oxygen) }
}

/**
 * The central atom of an acid: carbonyl, imidoyl and thioacyl carbon, whether or not drawn as an enol; sulfur,
 * phosphorus, boron or nitrogen with a doubly bonded or a second oxygen.
 */
function isAcyl(molecule: Molecule, index: number): boolean {
  const { z, aromatic } = molecule.atoms[index]!
  const around = molecule.neighbours[index]!
  const doubled = around.some(
    (n) => molecule.bonds[n.bond]!.order === 2 && [7, 8, 16].includes(molecule.atoms[n.atom]!.z),
  )
  if (z === 6) return !aromatic && (doubled || isEnol(molecule, index))
  if (z === 5) return true
  if (z === 7)
    return !aromatic && around.some((n) => molecule.atoms[n.atom]!.z === 8 && molecule.bonds[n.bond]!.order === 2)
  return (
    (z === 15 || z === 16) &&
    around.some(
      (n) =>
        molecule.atoms[n.atom]!.z === 8 && (molecule.bonds[n.bond]!.order === 2 || molecule.atoms[n.atom]!.charge < 0),
    )
  )
}

/**
 * Whether a carbon with a double bond to carbon has a hydroxy or mercapto group, as in an acid or ester whose hydrogen
 * has moved to the oxygen.
 */
function isEnol(molecule: Molecule, index: number): boolean {
  const around = molecule.neighbours[index]!
  return (
    around.some((n) => molecule.bonds[n.bond]!.order === 2 && molecule.atoms[n.atom]!.z === 6) &&
    around.some((n) => [8, 16].includes(molecule.atoms[n.atom]!.z) && molecule.neighbours[n.atom]!.length === 1)
  )
}

function isAcetal(molecule: Molecule, index: number, oxygen: number): boolean {
  return (
    !molecule.atoms[index]!.aromatic &&
    molecule.neighbours[index]!.some((n) => n.atom !== oxygen && [7, 8, 16].includes(molecule.atoms[n.atom]!.z))
  )
}

/** Everything reachable from `start` without passing `gate`; null if a ring leads back. */
function behind(molecule: Molecule, gate: number, start: number): Set<number> | null {
  const seen = new Set([start])
  const queue = [start]
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    for (const { atom } of molecule.neighbours[next]!) {
      if (atom === gate) {
        if (next !== start) return null
        continue
      }
      if (seen.has(atom)) continue
      seen.add(atom)
      queue.push(atom)
    }
  }
  return seen
}
