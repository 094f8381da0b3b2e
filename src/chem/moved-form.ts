import type { Molecule, Neighbour } from './molecule.js'
import { moved, type Form } from './form.js'

/**
 * The form of a molecule in which some hydrogens outside aromatic rings are where they usually are; null if they
 * already are. An azo group on a carbon with hydrogen next to a carbonyl group becomes the hydrazone, a nitroso group
 * on a carbon with hydrogen the oxime, an enamine of a diazepine ring the imine, and a dienol the enone of which the
 * far double bond takes the hydrogen. The screen checks whether there may be one; see `engine/perceive/unusual`.
 * @param charges of the atoms in the neutral form
 * @param isDrawn whether it is the form as drawn: hydrogens of a dienol move only there, since rings of others may have
 * become aromatic
 */
export function movedForm(molecule: Molecule, charges: readonly number[], form: Form, isDrawn: boolean): Form | null {
  const moves = new Moves(molecule, charges, form)
  for (const nitrogen of molecule.atoms.keys()) moves.toHydrazoneOrOxime(nitrogen)
  for (const ring of molecule.rings) if (ring.length === 7) moves.toImines([...ring].sort((a, b) => a - b))
  if (isDrawn) for (const oxygen of molecule.atoms.keys()) moves.toEnone(oxygen)
  return moves.result
}

/** The form in which enamines whose nitrogen is outside their ring are imines; null if there are none. */
export function imineForm(molecule: Molecule, charges: readonly number[], form: Form): Form | null {
  const moves = new Moves(molecule, charges, form)
  for (const nitrogen of molecule.atoms.keys()) moves.toImine(nitrogen)
  return moves.result
}

class Moves {
  readonly #molecule: Molecule
  readonly #charges: readonly number[]
  /** The form before, and after the moves so far. */
  readonly #before: Form
  #form: Form

  constructor(molecule: Molecule, charges: readonly number[], form: Form) {
    this.#molecule = molecule
    this.#charges = charges
    this.#before = this.#form = form
  }

  get result(): Form | null {
    return this.#form === this.#before ? null : this.#form
  }

  /** CH–N=N next to a carbonyl group, and CH–N=O. */
  toHydrazoneOrOxime(near: number): void {
    if (!this.#isNeutral(near, 7)) return
    const far = this.#double(near)
    if (!far || this.#shareRing(near, near) || !(this.#isNeutral(far.atom, 7) || this.#isNeutral(far.atom, 8))) return
    const isNitroso = this.#isNeutral(far.atom, 8)
    const carbon = this.#neighbours(near).find(
      ({ atom }) =>
        this.#isNeutral(atom, 6) &&
        this.#form.hydrogens[atom]! > 0 &&
        !this.#double(atom) &&
        (isNitroso || this.#neighbours(atom).some((n) => this.#isCarbonyl(n.atom))),
    )
    if (carbon) this.#move(carbon.atom, [carbon.bond, far.bond], far.atom)
  }

  /** NH–C=C in or on a seven-membered ring with two nitrogens. */
  toImines(ring: readonly number[]): void {
    if (ring.filter((a) => this.#molecule.atoms[a]!.z === 7).length < 2) return
    for (const nitrogen of ring) {
      if (!this.#isNeutral(nitrogen, 7) || this.#form.hydrogens[nitrogen] === 0 || this.#double(nitrogen)) continue
      for (const near of this.#neighbours(nitrogen)) {
        const far = this.#isNeutral(near.atom, 6) ? this.#double(near.atom) : undefined
        if (!far || !this.#isNeutral(far.atom, 6) || this.#shareRing(near.atom, far.atom, 6)) continue
        this.#move(nitrogen, [near.bond, far.bond], far.atom)
        break
      }
    }
  }

  /** HO–C=C–C=C outside aromatic rings. */
  toEnone(oxygen: number): void {
    const [link] = this.#neighbours(oxygen)
    if (!this.#isNeutral(oxygen, 8) || !link || this.#form.hydrogens[oxygen] === 0) return
    this.#moveToFarEnd(oxygen, link)
  }

  /**
   * NH–C=C with the nitrogen outside the ring of the double bond. An enamide stays, and so does an enamine that is
   * conjugated with a group that withdraws electrons: it is the usual form.
   */
  toImine(nitrogen: number): void {
    if (!this.#isNeutral(nitrogen, 7) || this.#form.hydrogens[nitrogen] === 0 || this.#double(nitrogen)) return
    const links = this.#neighbours(nitrogen)
    if (links.some(({ atom }) => this.#isUnsaturatedHetero(atom))) return
    for (const link of links) {
      const far = this.#isNeutral(link.atom, 6) ? this.#plainDouble(link.atom) : undefined
      if (!far || this.#shareRing(nitrogen, link.atom)) continue
      if (this.#neighbours(far.atom).some(({ atom }) => this.#isUnsaturatedHetero(atom))) continue
      if (!this.#moveToFarEnd(nitrogen, link)) this.#move(nitrogen, [link.bond, far.bond], far.atom)
      return
    }
  }

  /** Moves a hydrogen to the end of two conjugated double bonds; false if there are none. */
  #moveToFarEnd(giver: number, link: Neighbour): boolean {
    const first = this.#isNeutral(link.atom, 6) ? this.#plainDouble(link.atom) : undefined
    if (!first) return false
    for (const middle of this.#neighbours(first.atom)) {
      if (this.#form.orders[middle.bond] !== 1 || !this.#isNeutral(middle.atom, 6)) continue
      const second = this.#plainDouble(middle.atom)
      if (!second) continue
      this.#move(giver, [link.bond, first.bond, middle.bond, second.bond], second.atom)
      return true
    }
    return false
  }

  #move(giver: number, along: readonly number[], taker: number): void {
    this.#form = moved(this.#form, giver, along, taker)
  }

  #neighbours(a: number): readonly Neighbour[] {
    return this.#molecule.neighbours[a]!
  }

  #isNeutral(a: number, z: number): boolean {
    return this.#molecule.atoms[a]!.z === z && this.#charges[a] === 0 && this.#molecule.atoms[a]!.radicals === 0
  }

  #double(a: number): Neighbour | undefined {
    return this.#neighbours(a).find(({ bond }) => this.#form.orders[bond] === 2)
  }

  /** A double bond to carbon that is not aromatic. */
  #plainDouble(a: number): Neighbour | undefined {
    const double = this.#double(a)
    return double && !this.#molecule.bonds[double.bond]!.aromatic && this.#isNeutral(double.atom, 6)
      ? double
      : undefined
  }

  #isCarbonyl(a: number): boolean {
    const double = this.#double(a)
    return this.#molecule.atoms[a]!.z === 6 && !!double && this.#molecule.atoms[double.atom]!.z === 8
  }

  /** Whether an atom has a double or triple bond to a hetero atom. */
  #isUnsaturatedHetero(a: number): boolean {
    return this.#neighbours(a).some(
      ({ atom, bond }) => this.#form.orders[bond]! > 1 && this.#molecule.atoms[atom]!.z !== 6,
    )
  }

  /** Whether two atoms are in one ring, of at most so many atoms; or one atom in any ring. */
  #shareRing(a: number, b: number, most = Number.POSITIVE_INFINITY): boolean {
    return this.#molecule.rings.some((ring) => ring.length <= most && ring.includes(a) && ring.includes(b))
  }
}
