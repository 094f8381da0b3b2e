import type { Molecule, Neighbour } from './molecule.js'
import { moved, type Form } from './form.js'

/**
 * The form of a molecule in which hydroxy and mercapto groups on an aromatic ring, between a lone pair of the ring and
 * a double bond to carbon, are carbonyl groups: the lactam of a 2-hydroxyindole, the barbituric acid of a
 * 6-hydroxyuracil. The hydrogen moves to the carbon or, if that carbon has an azo group, to the far nitrogen of it: the
 * hydrazone is the usual form. Null if there is no such group. The screen checks whether there may be one; see
 * `engine/perceive/unusual`.
 * @param charges of the atoms in the neutral form
 */
export function lactamForm(molecule: Molecule, charges: readonly number[], drawn: Form): Form | null {
  let form = drawn
  for (const [oxygen, { z }] of molecule.atoms.entries()) {
    const [link, ...more] = molecule.neighbours[oxygen]!
    if ((z !== 8 && z !== 16) || !link || more.length > 0 || form.hydrogens[oxygen]! < 1) continue
    const taker = takingCarbon(molecule, charges, link.atom)
    if (!taker || form.orders[taker.bond] !== 2) continue
    const azo = azoOn(molecule, charges, taker.atom)
    const along = [link.bond, taker.bond, ...(azo ? [azo.near.bond, azo.far.bond] : [])]
    form = moved(form, oxygen, along, azo ? azo.far.atom : taker.atom)
  }
  return form === drawn ? null : form
}

/** The aromatic carbon, in one ring only, next to a carbon whose other ring neighbour has a lone pair. */
function takingCarbon(
  { atoms, bonds, neighbours, rings }: Molecule,
  charges: readonly number[],
  carbon: number,
): Neighbour | null {
  if (atoms[carbon]!.z !== 6 || !atoms[carbon]!.aromatic) return null
  const inRing = neighbours[carbon]!.filter(({ bond }) => bonds[bond]!.aromatic)
  const [one, other] = inRing
  if (!one || !other) return null
  const [pair, taker] = atoms[one.atom]!.z === 6 ? [other, one] : [one, other]
  const isPair = [8, 16].includes(atoms[pair.atom]!.z) || isAmine(pair.atom)
  if (atoms[taker.atom]!.z !== 6 || charges[taker.atom] !== 0 || !isPair) return null
  return neighbours[taker.atom]!.filter(({ bond }) => bonds[bond]!.aromatic).length === 2 ? taker : null

  /** A five-membered ring has one place for each double bond: that of a 4-hydroxyoxazole is to carbon. */
  function inFive(a: number): boolean {
    return rings.some((ring) => ring.length === 5 && ring.includes(a) && ring.includes(carbon))
  }
  function isAmine(a: number): boolean {
    const { z, hydrogens, charge } = atoms[a]!
    return z === 7 && charge === 0 && (hydrogens > 0 || neighbours[a]!.length === 3 || inFive(a))
  }
}

/** The bonds to and within an azo group on a carbon. */
function azoOn(
  { atoms, bonds, neighbours }: Molecule,
  charges: readonly number[],
  carbon: number,
): { readonly near: Neighbour; readonly far: Neighbour } | null {
  const isNitrogen = (a: number) => atoms[a]!.z === 7 && charges[a] === 0
  for (const near of neighbours[carbon]!) {
    if (!isNitrogen(near.atom)) continue
    const far = neighbours[near.atom]!.find(
      ({ atom, bond }) => bonds[bond]!.order === 2 && !bonds[bond]!.aromatic && isNitrogen(atom),
    )
    if (far) return { near, far }
  }
  return null
}
