import { mostAmidineForms } from '../limits.js'
import type { Molecule, Neighbour } from './molecule.js'
import { keyOf, moved, type Form } from './form.js'
import { isInAromaticRing } from './unusual-rings.js'

/**
 * The forms of a molecule in which hydrogens of amidines and guanidines outside aromatic rings are on their other
 * nitrogens, as nothing distinguishes them; empty if there are none. The screen checks whether there may be one; see
 * `engine/perceive/unusual`.
 * @param charges of the atoms in the neutral form
 */
export function amidineForms(molecule: Molecule, charges: readonly number[], drawn: Form): Form[] {
  const forms = [drawn]
  const seen = new Set([keyOf(drawn)])
  for (let next = 0; next < forms.length; next++) {
    for (const form of movesOf(molecule, charges, forms[next]!)) {
      if (forms.length > mostAmidineForms) return forms.slice(1)
      if (seen.has(keyOf(form))) continue
      seen.add(keyOf(form))
      forms.push(form)
    }
  }
  return forms.slice(1)
}

/** HN–C=N as N=C–NH. */
function movesOf(molecule: Molecule, charges: readonly number[], form: Form): Form[] {
  const { orders, hydrogens } = form
  const { atoms, neighbours } = molecule
  const isDouble = (a: number) => neighbours[a]!.some(({ bond }) => orders[bond] === 2)
  const isEnd = (a: number) => neighbours[a]!.length === 1
  return atoms.flatMap(({ z }, carbon) => {
    if (z !== 6) return []
    const nitrogens = neighbours[carbon]!.filter((n) => isNitrogen(n))
    const taker = nitrogens.find(({ bond }) => orders[bond] === 2)
    if (!taker) return []
    const givers = nitrogens.filter(
      ({ atom }) => hydrogens[atom]! > 0 && !isDouble(atom) && !(isEnd(atom) && isEnd(taker.atom)),
    )
    return givers.map((giver) => moved(form, giver.atom, [giver.bond, taker.bond], taker.atom))
  })

  function isNitrogen({ atom, bond }: Neighbour): boolean {
    const { z, radicals } = atoms[atom]!
    return z === 7 && charges[atom] === 0 && radicals === 0 && !isInAromaticRing(molecule, bond)
  }
}
