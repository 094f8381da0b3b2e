import type { JsonDocument } from './common-chem.js'
import { type Molecule, isMetal, pairKey } from './molecule.js'
import { redrawn } from './redraw.js'

/** A saturated carbon with two hydroxy groups, read as the hydrate of a carbonyl compound. */
interface Hydrate {
  /** Bond to the hydroxy oxygen that becomes the carbonyl oxygen. */
  readonly kept: number
  /** Bond to the hydroxy oxygen that leaves as water. */
  readonly lost: number
}

/** The screen leaves a molecule that may have one to RDKit; see `mayLoseWater` in `engine/perceive/neutral`. */
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
  const cut = new Set(hydrates.map(({ lost }) => pairKey(molecule.bonds[lost]!.a, molecule.bonds[lost]!.b)))
  return { ...dry, molecules: [{ ...json!, bonds: json!.bonds.filter(({ atoms }) => !cut.has(pairKey(...atoms))) }] }
}

/** Praseodymium, actinium, americium and tennessine, whose symbols also stand for propyl, acetyl, amyl and tosyl. */
const alsoGroups: ReadonlySet<number> = new Set([59, 89, 95, 117])

/** Whether an atom with a single bond to a non-metal has such a symbol: the element forms no such compound. */
export function hasGroupSymbol({ molecules, defaults }: JsonDocument): boolean {
  const { atoms, bonds } = molecules[0]!
  const z = (a: number) => atoms[a]!.z ?? defaults.atom.z
  return atoms.some((atom, a) => {
    if (!alsoGroups.has(z(a)) || (atom.chg ?? 0) !== 0) return false
    const own = bonds.filter((bond) => bond.atoms.includes(a))
    return own.length === 1 && own[0]!.atoms.every((end) => end === a || !isMetal(z(end)))
  })
}
