import type { Molecule } from './molecule.js'
import type { Form } from './form.js'

/**
 * The form of a barbituric or thiobarbituric acid, drawn with hydroxy groups on an aromatic ring, in which these are
 * carbonyl groups and the carbon between two of them has its hydrogen. Null if there is no such ring. The screen checks
 * whether there may be one; see `engine/perceive/unusual`.
 * @param charges of the atoms in the neutral form
 */
export function barbituricForm(molecule: Molecule, charges: readonly number[], drawn: Form): Form | null {
  const orders = [...drawn.orders]
  const hydrogens = [...drawn.hydrogens]
  let isMoved = false
  for (const ring of molecule.rings) {
    const oxygens = oxygensOf(molecule, charges, ring)
    if (!oxygens) continue
    const carbon = ring.find((a) => molecule.atoms[a]!.z === 6 && !oxygens.some((o) => o.carbon === a))!
    if (!molecule.neighbours[carbon]!.some(({ atom, bond }) => ring.includes(atom) && drawn.orders[bond] === 2))
      continue
    const wanted = new Map<number, number>(oxygens.map(({ atom }) => [atom, 0]))
    for (const a of ring) wanted.set(a, (a === carbon ? 4 : 3) - molecule.neighbours[a]!.length)
    const change = [...wanted].reduce((sum, [a, count]) => sum + count - drawn.hydrogens[a]!, 0)
    if (change !== 0) continue
    for (const a of ring) for (const { bond } of molecule.neighbours[a]!) orders[bond] = 1
    for (const { bond } of oxygens) orders[bond] = 2
    for (const [a, count] of wanted) hydrogens[a] = count
    isMoved = true
  }
  return isMoved ? { orders, hydrogens } : null
}

interface Oxygen {
  readonly atom: number
  readonly bond: number
  readonly carbon: number
}

/** Oxygen or sulfur atoms on every second atom of a ring with two nitrogens and a carbon between them; or null. */
function oxygensOf(
  { atoms, neighbours }: Molecule,
  charges: readonly number[],
  ring: readonly number[],
): Oxygen[] | null {
  if (ring.length !== 6 || ring.some((a) => charges[a] !== 0)) return null
  for (const first of [0, 1]) {
    const oxygens = ring.flatMap((carbon, i) => {
      if (i % 2 !== first || atoms[carbon]!.z !== 6) return []
      const found = neighbours[carbon]!.find(
        ({ atom }) => [8, 16].includes(atoms[atom]!.z) && neighbours[atom]!.length === 1,
      )
      return found ? [{ ...found, carbon }] : []
    })
    const others = ring.filter((_, i) => i % 2 !== first).map((a) => atoms[a]!.z)
    if (oxygens.length === 3 && others.sort((a, b) => a - b).join() === '6,7,7') return oxygens
  }
  return null
}
