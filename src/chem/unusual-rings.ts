import type { Molecule } from './molecule.js'

/** What a ring atom has: a double bond in the ring or leaving it, hydrogen and no double bond, or just a lone pair. */
type Role = 'inside' | 'outside' | 'hydrogen' | 'pair'

/**
 * Elements other than nitrogen that complete a five-membered aromatic ring with a lone pair; doubly bonded outside a
 * ring, they form a carbonyl group or an analogue of one.
 */
const chalcogens: ReadonlySet<number> = new Set([8, 16, 34])

/**
 * Whether a molecule has a ring that would be aromatic with hydrogens elsewhere: the cyclohexadienone of a phenol, a
 * quinone methide, the ylidene form of an azole. A lactam is the usual form of its hydroxy compound and does not count.
 * The screen makes the same check on its own reading and may answer yes more often: see `engine/perceive/unusual`.
 * @param charges of the atoms in the neutral form
 */
export function hasUnusualRing(molecule: Molecule, charges: readonly number[]): boolean {
  const roles = molecule.atoms.map((_, a) => roleOf(molecule, charges, a))
  return molecule.atoms.some(
    (_, a) =>
      roles[a] === 'outside' && ringsThrough(molecule, roles, a).some((ring) => isUnusual(molecule, roles, ring)),
  )
}

/**
 * Every double bond that is not in an aromatic ring of five or six counts as leaving the ring; `isUnusual` checks that
 * for a given ring. Null if no aromatic ring has such an atom.
 */
function roleOf(molecule: Molecule, charges: readonly number[], a: number): Role | null {
  const { atoms, bonds, neighbours } = molecule
  const { z, hydrogens, charge } = atoms[a]!
  const around = neighbours[a]!
  if (around.some(({ bond }) => bonds[bond]!.order === 'other')) return null
  const double = around.filter(({ bond }) => bonds[bond]!.order === 2)
  if (double.length > 1) return null
  if (z === 6 || z === 7) {
    if (double.length === 1) return isInAromaticRing(molecule, double[0]!.bond) ? 'inside' : 'outside'
    if (hydrogens + charges[a]! - charge > 0) return 'hydrogen'
    return z === 7 ? 'pair' : null
  }
  return chalcogens.has(z) && double.length === 0 && around.length === 2 ? 'pair' : null
}

/** Whether a bond is in an aromatic ring of five or six; RDKit also calls some rings of seven aromatic. */
export function isInAromaticRing({ bonds, rings }: Molecule, bond: number): boolean {
  const { a, b, aromatic } = bonds[bond]!
  return aromatic && rings.some((ring) => ring.length <= 6 && ring.includes(a) && ring.includes(b))
}

/** Five- and six-membered rings in which every atom has a role. */
function ringsThrough({ neighbours }: Molecule, roles: readonly (Role | null)[], start: number): number[][] {
  const rings: number[][] = []
  const path = [start]
  const follow = (from: number): void => {
    for (const { atom } of neighbours[from]!) {
      if (atom === start && path.length >= 5) rings.push([...path])
      if (!roles[atom] || path.length === 6 || path.includes(atom)) continue
      path.push(atom)
      follow(atom)
      path.pop()
    }
  }
  follow(start)
  return rings
}

function isUnusual(molecule: Molecule, roles: readonly (Role | null)[], ring: readonly number[]): boolean {
  const z = (a: number) => molecule.atoms[a]!.z
  /** The far ends of the double bonds that leave the ring. */
  const outside = ring.flatMap((a) => {
    if (roles[a] !== 'outside') return []
    const to = doubled(molecule, a)
    return ring.includes(to) ? [] : [to]
  })
  const hydrogen = ring.filter((a) => roles[a] === 'hydrogen')
  const pairs = ring.filter((a) => roles[a] === 'pair').length
  const carbonyls = outside.filter((to) => chalcogens.has(z(to))).length
  const inside = ring.length - outside.length - hydrogen.length - pairs
  if (ring.length === 6) {
    if (pairs > 0 || hydrogen.length > outside.length) return false
    if (ring.every((a) => z(a) === 6))
      return hydrogen.length > 0 ? inside === 0 || hasOwnDouble(molecule, roles, ring) : carbonyls < outside.length
    return carbonyls < outside.length && inside >= 2
  }
  const amines = hydrogen.filter((a) => z(a) === 7).length
  if (carbonyls > 0 || pairs > 1) return false
  // A carbon with hydrogen or an exocyclic double bond in a ring without a lone pair: 3H-indole, but not the imidic
  // acid of a lactam.
  if (pairs === 0 && amines === 0)
    return outside.length + hydrogen.length === 1 && ring.some((a) => z(a) === 7 && !isOfImidicAcid(molecule, a))
  return outside.length > 0 && inside >= 2
}

/** A double bond inside the ring that does not belong to a fused aromatic ring: anthrone is not a typical phenol. */
function hasOwnDouble(molecule: Molecule, roles: readonly (Role | null)[], ring: readonly number[]): boolean {
  return ring.some((a) => roles[a] === 'outside' && ring.includes(doubled(molecule, a)))
}

/** Whether a nitrogen has a double bond to a carbon with a hydroxy or mercapto group. */
function isOfImidicAcid(molecule: Molecule, nitrogen: number): boolean {
  const { atoms, bonds, neighbours } = molecule
  if (!neighbours[nitrogen]!.some(({ bond }) => bonds[bond]!.order === 2)) return false
  return neighbours[doubled(molecule, nitrogen)]!.some(({ atom, bond }) => {
    const { z, hydrogens, charge } = atoms[atom]!
    return bonds[bond]!.order === 1 && (z === 8 || z === 16) && hydrogens > charge
  })
}

function doubled({ bonds, neighbours }: Molecule, a: number): number {
  return neighbours[a]!.find(({ bond }) => bonds[bond]!.order === 2)!.atom
}
