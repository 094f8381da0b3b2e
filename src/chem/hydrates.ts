import type { JsonDocument } from './common-chem.js'
import type { Molecule } from './molecule.js'
import { redrawn } from './redraw.js'

/** A saturated carbon with two hydroxy groups, read as the hydrate of a carbonyl compound. */
export interface Hydrate {
  /** Bond to the hydroxy oxygen that becomes the carbonyl oxygen. */
  readonly kept: number
  /** Bond to the hydroxy oxygen that leaves as water. */
  readonly lost: number
}

/** The screen leaves a molecule that may have one to RDKit; see `mayLoseWater` in `engine/perceive/movable`. */
export function hydratesOf(molecule: Molecule): Hydrate[] {
  const { atoms, bonds, neighbours } = molecule
  return atoms.flatMap(({ z }, carbon) => {
    if (z !== 6 || neighbours[carbon]!.some(({ bond }) => bonds[bond]!.order !== 1)) return []
    const hydroxy = neighbours[carbon]!.filter(({ atom }) => isHydroxyWhenNeutral(molecule, atom))
    const [kept, lost] = hydroxy.sort((a, b) => atoms[a.atom]!.charge - atoms[b.atom]!.charge)
    return lost === undefined ? [] : [{ kept: kept!.bond, lost: lost.bond }]
  })
}

function isHydroxyWhenNeutral({ atoms, neighbours }: Molecule, a: number): boolean {
  const { z, hydrogens, charge } = atoms[a]!
  return z === 8 && hydrogens - charge === 1 && neighbours[a]!.length === 1
}

/** The document with water removed from each hydrate; atom indices stay. Null if there is none. */
export function withWaterLost(document: JsonDocument, molecule: Molecule): JsonDocument | null {
  const hydrates = hydratesOf(molecule)
  if (hydrates.length === 0) return null
  const oxygen = (bond: number) => {
    const { a, b } = molecule.bonds[bond]!
    return molecule.atoms[a]!.z === 8 ? a : b
  }
  const dry = redrawn(document, molecule, {
    atoms: new Map(
      hydrates.flatMap(({ kept, lost }) => [
        [oxygen(kept), { hydrogens: 0, charge: 0 }],
        [oxygen(lost), { hydrogens: 2, charge: 0 }],
      ]),
    ),
    orders: new Map(hydrates.map(({ kept }) => [kept, 2])),
  })
  if (!dry) return null
  const [json] = dry.molecules
  const isCut = ([one, other]: readonly [number, number]) =>
    hydrates.some(({ lost }) => {
      const { a, b } = molecule.bonds[lost]!
      return (a === one && b === other) || (a === other && b === one)
    })
  return { ...dry, molecules: [{ ...json!, bonds: json!.bonds.filter(({ atoms }) => !isCut(atoms)) }] }
}
