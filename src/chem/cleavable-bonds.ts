import type { Molecule, Neighbour } from './molecule.js'
import { neutralCharges } from './normalise.js'

/** What a scope clause has to cover for the bond to be cleaved. */
export const cleavableKinds = ['ester', 'ether', 'carbamate'] as const

export type CleavableKind = (typeof cleavableKinds)[number]

/**
 * A bond between an oxygen and the group on it, read as made from a hydroxy compound; or between the nitrogen and the
 * carbonyl group of a carbamate, read as made from an amine. When it is cleaved, the oxygen or nitrogen keeps a
 * hydrogen and `removed` becomes a separate molecule.
 */
export interface CleavableBond {
  readonly freed: number
  /** The atom that leaves, with everything behind it. */
  readonly other: number
  readonly removed: ReadonlySet<number>
  readonly word: CleavableKind
  /** Only in a wider sense: acetal, glycoside, silyl group, oxygen on nitrogen, carbamate of an amide or azole. */
  readonly unusual: boolean
}

/**
 * The ester and ether bonds of a component, each in the direction that leaves a hydroxy compound (alcohol, phenol or
 * acid), and the bonds of carbamates that leave an amine, wherever a proton is drawn. Bonds in a ring do not count: a
 * lactone or a cyclic ether is a substance of its own.
 */
export function cleavableBondsOf(molecule: Molecule, component: readonly number[]): CleavableBond[] {
  const bonds: CleavableBond[] = []
  const charges = neutralCharges(molecule)
  for (const freed of component) {
    const atom = molecule.atoms[freed]!
    const around = molecule.neighbours[freed]!.map((n) => n.atom).reverse()
    if (charges[freed] !== 0) continue
    for (const other of around) {
      const kind =
        atom.z === 7
          ? carbamateOf(molecule, freed, other)
          : atom.z === 8 && !atom.aromatic && around.length === 2
            ? kindOf(molecule, freed, around.find((a) => a !== other)!, other)
            : null
      const removed = kind && behind(molecule, freed, other)
      if (removed) bonds.push({ freed, other, removed, ...kind })
    }
  }
  return bonds
}

type Kind = Pick<CleavableBond, 'word' | 'unusual'>

/** Whether an atom on a nitrogen is the carbon of `N-C(=O)-O`. */
function carbamateOf(molecule: Molecule, nitrogen: number, acyl: number): Kind | null {
  const { atoms, neighbours, bonds } = molecule
  if (atoms[acyl]!.z !== 6 || !isBoundTo(molecule, acyl, [8], 2) || !isBoundTo(molecule, acyl, [8], 1)) return null
  const isAmine = neighbours[nitrogen]!.every(
    (n) => bonds[n.bond]!.order === 1 && (n.atom === acyl || (atoms[n.atom]!.z === 6 && !isAcyl(molecule, n.atom))),
  )
  return { word: 'carbamate', unusual: !isAmine || atoms[nitrogen]!.aromatic }
}

function kindOf(molecule: Molecule, oxygen: number, kept: number, left: number): Kind | null {
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
  if (z === 6) return !aromatic && (isBoundTo(molecule, index, [7, 8, 16], 2) || isEnol(molecule, index))
  if (z === 7) return !aromatic && isBoundTo(molecule, index, [8], 2)
  const isOxide = (n: Neighbour) => molecule.atoms[n.atom]!.z === 8 && molecule.atoms[n.atom]!.charge < 0
  return (
    z === 5 ||
    ((z === 15 || z === 16) && (isBoundTo(molecule, index, [8], 2) || molecule.neighbours[index]!.some(isOxide)))
  )
}

/** Whether an atom has a bond of an order to one of these elements. */
function isBoundTo(molecule: Molecule, index: number, elements: readonly number[], order: number): boolean {
  return molecule.neighbours[index]!.some(
    (n) => molecule.bonds[n.bond]!.order === order && elements.includes(molecule.atoms[n.atom]!.z),
  )
}

/** Whether a C=C carbon has a hydroxy or mercapto group, as in an acid whose hydrogen has moved to the oxygen. */
function isEnol(molecule: Molecule, index: number): boolean {
  return (
    isBoundTo(molecule, index, [6], 2) &&
    molecule.neighbours[index]!.some(
      (n) => [8, 16].includes(molecule.atoms[n.atom]!.z) && molecule.neighbours[n.atom]!.length === 1,
    )
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
