import type { JsonAtom, JsonBond, JsonDocument } from './common-chem.js'
import { pairKey, type Molecule } from './molecule.js'
import { asDocument, neutralCharges } from './normalise.js'
import type { Framework } from './skeleton-maps.js'
import { groupsLeft } from './stereo-groups.js'

/**
 * Changes to a molecule: hydrogens and charge per atom, order per bond. Atoms and bonds not listed stay as they are.
 */
export interface Redrawing {
  readonly atoms: ReadonlyMap<number, { readonly hydrogens: number; readonly charge: number }>
  /** By index in the molecule. */
  readonly orders: ReadonlyMap<number, number>
}

/** The changes that turn one drawing into another of the same skeleton. */
export function redrawing(from: Framework, to: Framework, map: readonly number[]): Redrawing {
  const atoms = new Map<number, { hydrogens: number; charge: number }>()
  const orders = new Map<number, number>()
  for (const [i, place] of map.entries()) {
    const [own, wanted] = [from.molecule.atoms[from.atoms[i]!]!, to.molecule.atoms[to.atoms[place]!]!]
    if (own.hydrogens !== wanted.hydrogens || own.charge !== wanted.charge)
      atoms.set(from.atoms[i]!, { hydrogens: wanted.hydrogens, charge: wanted.charge })
    for (const link of from.links[i]!) {
      const { bond } = to.links[place]!.find((l) => l.to === map[link.to]!)!
      const [before, after] = [from.molecule.bonds[link.bond]!.order, to.molecule.bonds[bond]!.order]
      if (before !== after && typeof after === 'number') orders.set(link.bond, after)
    }
  }
  return { atoms, orders }
}

/** The changes that make another form of a molecule, with the same indices, of it, in its neutral form. */
export function neutralRedrawing(from: Molecule, to: Molecule): Redrawing {
  const atoms = new Map<number, { hydrogens: number; charge: number }>()
  const orders = new Map<number, number>()
  for (const [a, charge] of neutralCharges(to).entries()) {
    const hydrogens = to.atoms[a]!.hydrogens + charge - to.atoms[a]!.charge
    const own = from.atoms[a]!
    if (own.hydrogens !== hydrogens || own.charge !== charge) atoms.set(a, { hydrogens, charge })
  }
  for (const [bond, { order }] of to.bonds.entries())
    if (order !== from.bonds[bond]!.order && order !== 'other') orders.set(bond, order)
  return { atoms, orders }
}

/**
 * The document with changed hydrogens, charges and bond orders; atom indices stay. Hydrogens drawn as atoms move with
 * the change. Stereo is dropped where a bond of the centre changes, and on bonds at such atoms.
 */
export function redrawn(
  document: JsonDocument,
  molecule: Molecule,
  { atoms: wanted, orders }: Redrawing,
): JsonDocument | null {
  const json = document.molecules[0]!
  const drawn = new Map<number, number[]>()
  json.bonds.forEach(({ atoms: [a, b] }) => {
    for (const [light, heavy] of [
      [a, b],
      [b, a],
    ] as const)
      if (molecule.folded.has(light)) drawn.set(heavy, [...(drawn.get(heavy) ?? []), light])
  })
  // Hydrogens drawn as atoms move from an atom that loses them to one that gains them.
  const given: number[] = []
  for (const [heavy, { hydrogens }] of wanted) given.push(...(drawn.get(heavy) ?? []).slice(hydrogens))
  const moved = new Map<number, number>()
  const implied = new Map<number, number>()
  for (const [heavy, { hydrogens }] of wanted) {
    let left = Math.max(0, hydrogens - (drawn.get(heavy)?.length ?? 0))
    for (; left > 0 && given.length > 0; left--) moved.set(given.pop()!, heavy)
    implied.set(heavy, left)
  }
  if (given.length > 0) return null
  const flat = new Set([...orders.keys()].flatMap((bond) => [molecule.bonds[bond]!.a, molecule.bonds[bond]!.b]))
  const atoms = json.atoms.map((atom, i): JsonAtom => {
    const own = wanted.get(i)
    const { stereo: _, ...rest } = atom
    const kept = flat.has(i) ? rest : atom
    return own ? { ...kept, impHs: implied.get(i)!, chg: own.charge } : kept
  })
  const pairs = new Map(
    [...orders].map(([bond, order]) => [pairKey(molecule.bonds[bond]!.a, molecule.bonds[bond]!.b), order]),
  )
  const bonds = json.bonds.map((bond): JsonBond => {
    const [a, b] = bond.atoms
    const light = moved.has(a) ? a : b
    if (moved.has(light)) return { atoms: [light, moved.get(light)!] }
    const order = pairs.get(pairKey(a, b))
    const { stereo: _, stereoAtoms: __, ...plain } = bond
    const kept = flat.has(a) || flat.has(b) ? plain : bond
    return order === undefined ? kept : { ...kept, bo: order }
  })
  const { stereoGroups: _, ...rest } = json
  return asDocument(document, { ...rest, atoms, bonds, ...groupsLeft(json, atoms) })
}
