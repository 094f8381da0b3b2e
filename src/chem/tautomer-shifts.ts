import type { Molecule, Neighbour } from './molecule.js'
import { isInAromaticRing } from './unusual-rings.js'
import { mostEnediolForms } from '../limits.js'
import { moved, type Form } from './form.js'

/** A hydrogen of a hydroxy or mercapto group that belongs at the other end of a double bond. */
export interface Shift {
  /** Oxygen or sulfur that loses its hydrogen. */
  readonly from: number
  /** Nitrogen or carbon that gains it. */
  readonly to: number
  /** Bond that becomes double. */
  readonly doubled: number
  /** Bond that becomes single. */
  readonly singled: number
}

/**
 * Imidic acids and enols outside aromatic rings of five and six, and hydroxyazoles with nitrogen on either side, which
 * class rules read as the amide and the ketone: a barbiturate drawn as its lactim is a barbiturate. Enediols stay as
 * drawn.
 * @param charges of the atoms in the neutral form
 */
export function shiftsOf(molecule: Molecule, charges: readonly number[]): Shift[] {
  const shifts: Shift[] = []
  const used = new Set<number>()
  molecule.atoms.forEach((atom, from) => {
    const [link, ...more] = molecule.neighbours[from]!
    if ((atom.z !== 8 && atom.z !== 16) || !link || more.length > 0 || charges[from] !== 0) return
    if (atom.hydrogens - atom.charge < 1) return
    const carbon = molecule.atoms[link.atom]!
    if (carbon.z !== 6 || used.has(link.atom)) return
    if (carbon.aromatic) {
      const nitrogen = azoleNitrogen(molecule, link.atom) ?? largeRingNitrogen(molecule, link.atom)
      if (!nitrogen || used.has(nitrogen.atom)) return
      used.add(nitrogen.atom)
      shifts.push({ from, to: nitrogen.atom, doubled: link.bond, singled: nitrogen.bond })
      return
    }
    const takes = (z: number) =>
      molecule.neighbours[link.atom]!.find(
        ({ atom: other, bond }) =>
          molecule.bonds[bond]!.order === 2 &&
          !molecule.bonds[bond]!.aromatic &&
          molecule.atoms[other]!.z === z &&
          charges[other] === 0 &&
          !used.has(other),
      )
    const taker = takes(7) ?? (atom.z === 8 ? takes(6) : undefined)
    // Which of the two ketones an enediol is read as would depend on the order of its atoms: see `enediolForms`.
    if (!taker || hydroxyOn(molecule, charges, taker.atom)) return
    for (const a of [link.atom, taker.atom]) used.add(a)
    shifts.push({ from, to: taker.atom, doubled: link.bond, singled: taker.bond })
  })
  return shifts
}

/**
 * The nitrogen double-bonded to a carbon between two hetero atoms of a five-membered aromatic ring, whichever Kekulé
 * form is drawn: that of 2-hydroxybenzimidazole.
 */
function azoleNitrogen(molecule: Molecule, carbon: number): Neighbour | null {
  const around = molecule.neighbours[carbon]!
  if (around.some((n) => molecule.atoms[n.atom]!.z === 6)) return null
  if (!molecule.rings.some((ring) => ring.length === 5 && ring.includes(carbon))) return null
  const bare = around.filter((n) => isBare(molecule, n.atom))
  return bare.length === 1 ? bare[0]! : null
}

/**
 * The nitrogen double-bonded to a carbon that is aromatic only in a ring of seven, as RDKit perceives it: the lactim of
 * a benzodiazepinedione.
 */
function largeRingNitrogen(molecule: Molecule, carbon: number): Neighbour | undefined {
  const around = molecule.neighbours[carbon]!
  if (around.some(({ bond }) => isInAromaticRing(molecule, bond))) return undefined
  // The engine gives no order for bonds written as aromatic.
  return around.find(({ atom, bond }) => molecule.bonds[bond]!.order !== 1 && isBare(molecule, atom))
}

/** Aromatic nitrogen without hydrogen, but for that of a cation, whose only neighbours are its two ring neighbours. */
function isBare(molecule: Molecule, atom: number): boolean {
  const { z, hydrogens, charge } = molecule.atoms[atom]!
  return z === 7 && charge >= 0 && hydrogens === charge && molecule.neighbours[atom]!.length === 2
}

/** Shifts that leave the hydrogens on carbon where they are: those that standard InChI merges. */
export function heteroShifts(molecule: Molecule, shifts: readonly Shift[]): readonly Shift[] {
  return shifts.filter(({ to }) => molecule.atoms[to]!.z === 7)
}

/** The molecule with hydrogens and bond orders as after the shifts; aromaticity as drawn. */
export function withShifts(molecule: Molecule, shifts: readonly Shift[]): Molecule {
  if (shifts.length === 0) return molecule
  const atoms = [...molecule.atoms]
  const bonds = [...molecule.bonds]
  for (const { from, to, doubled, singled } of shifts) {
    const giver = atoms[from]!
    atoms[from] =
      giver.hydrogens > 0 ? { ...giver, hydrogens: giver.hydrogens - 1 } : { ...giver, charge: giver.charge + 1 }
    atoms[to] = { ...atoms[to]!, hydrogens: atoms[to]!.hydrogens + 1 }
    bonds[doubled] = { ...bonds[doubled]!, order: 2 }
    bonds[singled] = { ...bonds[singled]!, order: 1 }
  }
  return { ...molecule, atoms, bonds }
}

/**
 * The forms of a molecule in which each enediol (HO–C=C–OH outside aromatic rings) is one of its two hydroxy ketones,
 * in every combination, as nothing distinguishes them; empty if there is no enediol. The screen checks whether there
 * may be one; see `engine/perceive/unusual`.
 * @param charges of the atoms in the neutral form
 */
export function enediolForms(molecule: Molecule, charges: readonly number[], drawn: Form): Form[] {
  let forms: Form[] = []
  for (const [bond, { a, b, aromatic }] of molecule.bonds.entries()) {
    if (aromatic || drawn.orders[bond] !== 2) continue
    const [one, other] = [hydroxyOn(molecule, charges, a), hydroxyOn(molecule, charges, b)]
    if (!one || !other) continue
    if (forms.length === mostEnediolForms) break
    const before = forms.length > 0 ? forms : [drawn]
    forms = before.flatMap((form) => [
      moved(form, one.atom, [one.bond, bond], b),
      moved(form, other.atom, [other.bond, bond], a),
    ])
  }
  return forms
}

/** A hydroxy group on a carbon, whether or not it is drawn with its hydrogen. */
function hydroxyOn({ atoms, neighbours }: Molecule, charges: readonly number[], carbon: number): Neighbour | undefined {
  if (atoms[carbon]!.z !== 6) return undefined
  return neighbours[carbon]!.find(({ atom }) => {
    const { z, hydrogens, charge } = atoms[atom]!
    return z === 8 && charges[atom] === 0 && hydrogens - charge === 1 && neighbours[atom]!.length === 1
  })
}
