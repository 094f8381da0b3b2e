import { isMetal as isMetalElement, pairKey, saltMetals, type Molecule } from './molecule.js'
import { mostBonds } from './valences.js'
import type { Shift } from './tautomer-shifts.js'
import type { JsonAtom, JsonBond, JsonDocument, JsonMolecule } from './common-chem.js'

/** Elements whose anion takes up a hydrogen when a salt is read as its free acid. */
const protonAcceptors = new Set([7, 8, 9, 16, 17, 34, 35, 52, 53])

/**
 * Cuts bonds between a salt-forming metal and O, N, S, Se, a halogen or cyanide, keeping charges balanced:
 * `CC(=O)O[Na]` is sodium acetate however it is drawn. Returns null if nothing changes.
 */
export function withMetalsApart(document: JsonDocument): JsonDocument | null {
  return withBondsCut(document, (z) => saltMetals.has(z), isSimpleCyanide)
}

/**
 * The same for every metal, and for carbon: a ligand in a complex is still the substance (copper acetate, a base on
 * iron), and a metal on carbon is asked as a salt (`CC(=O)C(C#N)[Na]`). A metal with a double bond is the centre of an
 * ion of its own, as in permanganate.
 */
export function withLigandsApart(document: JsonDocument): JsonDocument | null {
  const oxo = new Set(
    document.molecules[0]!.bonds.filter(({ bo }) => bo === 2 || bo === 3).flatMap(({ atoms }) => atoms),
  )
  return withBondsCut(document, (z, index) => isMetalElement(z) && !oxo.has(index), isCarbanion)
}

function withBondsCut(
  document: JsonDocument,
  isMetalOf: (z: number, index: number) => boolean,
  leavesAsCarbanion: (document: JsonDocument, metal: number, other: number) => boolean,
): JsonDocument | null {
  const json = document.molecules[0]!
  const z = (index: number) => json.atoms[index]!.z ?? document.defaults.atom.z
  const isMetal = (index: number) => isMetalOf(z(index), index)
  const leaves = (metal: number, other: number) =>
    isMetal(metal) && (protonAcceptors.has(z(other)) || (z(other) === 6 && leavesAsCarbanion(document, metal, other)))
  const cut = ({ atoms: [a, b] }: JsonBond) => leaves(a, b) || leaves(b, a)
  if (!json.bonds.some(cut)) return null
  const atoms = json.atoms.map((atom) => ({ ...atom }))
  for (const bond of json.bonds.filter(cut)) {
    const [a, b] = bond.atoms
    // A dative bond transfers no electron: both ends keep their charges.
    const order = [1, 2, 3].includes(bond.bo ?? 1) ? (bond.bo ?? 1) : 0
    const metal = isMetal(a) ? a : b
    const other = metal === a ? b : a
    atoms[metal]!.chg = (atoms[metal]!.chg ?? 0) + order
    atoms[other]!.chg = (atoms[other]!.chg ?? 0) - order
    // A metal that has lost neighbours is no stereo centre, nor is a carbanion; RDKit would take a hydrogen for one.
    delete atoms[metal]!.stereo
    if (z(other) === 6) delete atoms[other]!.stereo
  }
  const apart = json.bonds.filter(cut)
  // A double bond whose geometry is given by the metal has none without it.
  const isBare = ({ atoms: ends, stereoAtoms }: JsonBond) =>
    stereoAtoms?.some((far) =>
      apart.some((bond) => bond.atoms.includes(far) && ends.some((a) => bond.atoms.includes(a))),
    )
  const kept = json.bonds.flatMap((bond): JsonBond[] => {
    if (apart.includes(bond)) return []
    const { stereo: _, stereoAtoms: __, ...plain } = bond
    return [isBare(bond) ? plain : bond]
  })
  return asDocument(document, { ...json, atoms, bonds: kept })
}

/** Neighbours of a metal in a simple cyanide besides the cyanides. */
const saltNeighbours = new Set([8, 9, 17, 35, 53])

/**
 * Whether a carbon is a cyanide on a metal that has only cyanides, oxygen and halogens: sodium or mercury cyanide, but
 * not a complex ion (hexacyanoferrate), nor cobalt in cyanocobalamin.
 */
function isSimpleCyanide({ molecules, defaults }: JsonDocument, metal: number, carbon: number): boolean {
  const { atoms, bonds } = molecules[0]!
  const z = (index: number) => atoms[index]!.z ?? defaults.atom.z
  const around = (index: number) => bonds.filter((bond) => bond.atoms.includes(index))
  const end = ({ atoms: [a, b] }: JsonBond, from: number) => (a === from ? b : a)
  const isCyanide = (index: number) =>
    z(index) === 6 &&
    around(index).length === 2 &&
    around(index).some(({ atoms: ends, bo }) => bo === 3 && ends.some((a) => z(a) === 7 && around(a).length === 1))
  if ((atoms[metal]!.chg ?? 0) < 0 || !isCyanide(carbon)) return false
  return around(metal).every((bond) => saltNeighbours.has(z(end(bond, metal))) || isCyanide(end(bond, metal)))
}

/**
 * Tin, antimony, mercury, lead and bismuth form lasting compounds with carbon: an aryl mercury chloride is another
 * substance, not a salt of the arene. On the carbon of a C–H acid, whose anion is stabilised, they are read as ions.
 */
const covalentMetals = new Set([50, 51, 80, 82, 83])

/**
 * Whether a metal on a carbon is read as its salt. Cyanides of complex ions, double bonds that are ligands (ferrocene)
 * and compounds of metals such as mercury stay, unless a group next to the carbon stabilises its charge.
 */
function isCarbanion(document: JsonDocument, metal: number, carbon: number): boolean {
  const { atoms: all, bonds } = document.molecules[0]!
  const z = (index: number) => all[index]!.z ?? document.defaults.atom.z
  const around = (index: number) => bonds.flatMap(({ atoms: [a, b] }) => (a === index ? [b] : b === index ? [a] : []))
  const own = bonds.filter(({ atoms }) => atoms.includes(carbon))
  if (own.some(({ atoms, bo }) => atoms.includes(metal) && (bo ?? 1) !== 1)) return false
  if (own.some(({ atoms, bo }) => bo === 3 && atoms.some((a) => z(a) === 7)))
    return isSimpleCyanide(document, metal, carbon)
  if (around(carbon).some((atom) => around(metal).includes(atom))) return false
  const isUnsaturated = (a: number) => bonds.some(({ atoms, bo }) => atoms.includes(a) && (bo ?? 1) > 1)
  // In the other Kekulé form of a ring, a single bond to nitrogen with two neighbours is double.
  const isDouble = ({ atoms, bo }: JsonBond, to: number) =>
    (bo ?? 1) > 1 || (around(to).length === 2 && atoms.every(isUnsaturated))
  const draws = (bond: JsonBond, from: number) =>
    bond.atoms.includes(from) && bond.atoms.some((a) => a !== from && z(a) !== 6 && isDouble(bond, a))
  return !covalentMetals.has(z(metal)) || around(carbon).some((atom) => bonds.some((bond) => draws(bond, atom)))
}

/**
 * The flat, neutral form that class rules are matched against: drawn hydrogens folded, isotopes and stereo omitted,
 * protons moved so that no atom is charged where a proton can balance it, and hydrogens moved by `shifts`. Quaternary
 * nitrogen, N-oxides, nitro groups and ylides keep their charges. `charges` are those of `neutralCharges`.
 * `original[i]` is the input index of atom `i`. Returns null if the drawing is already in that form.
 */
export function neutralForm(
  document: JsonDocument,
  molecule: Molecule,
  charges: readonly number[],
  shifts: readonly Shift[],
): { document: JsonDocument; original: number[] } | null {
  const same =
    molecule.folded.size === 0 &&
    shifts.length === 0 &&
    molecule.atoms.every((atom, i) => charges[i] === atom.charge && atom.isotope === 0)
  if (same) return null
  const json = document.molecules[0]!
  const original = molecule.atoms.map((_, i) => i).filter((i) => !molecule.folded.has(i))
  const place = new Map(original.map((from, to) => [from, to]))
  const given = new Set(shifts.map((s) => s.from))
  const taken = new Set(shifts.map((s) => s.to))
  const atoms: JsonAtom[] = original.map((from) => {
    const atom = molecule.atoms[from]!
    const shifted = (taken.has(from) ? 1 : 0) - (given.has(from) ? 1 : 0)
    return {
      z: atom.z,
      chg: charges[from]!,
      impHs: atom.hydrogens + charges[from]! - atom.charge + shifted,
      nRad: atom.radicals,
    }
  })
  const ends = (bond: number) => pairKey(molecule.bonds[bond]!.a, molecule.bonds[bond]!.b)
  const orders = new Map(
    shifts.flatMap(({ doubled, singled }) => [
      [ends(doubled), 2],
      [ends(singled), 1],
    ]),
  )
  const bonds = json.bonds
    .filter(({ atoms: [a, b] }) => place.has(a) && place.has(b))
    .map(({ atoms: [a, b], bo }): JsonBond => {
      const order = orders.get(pairKey(a, b)) ?? bo
      return { atoms: [place.get(a)!, place.get(b)!], ...(order === undefined ? {} : { bo: order }) }
    })
  return { document: asDocument(document, { atoms, bonds }), original }
}

/** Charges that remain when protons have moved so that as few atoms as possible are charged; an odd charge stays. */
export function neutralCharges(molecule: Molecule): number[] {
  return molecule.atoms.map((atom, index) => {
    if (atom.charge === 0) return 0
    const left = chargeLeft(molecule, index)
    return takes(molecule, index, left - atom.charge) ? left : atom.charge
  })
}

/** Whether an atom can take this many more hydrogens; no halide of charge -2 takes two. */
function takes(molecule: Molecule, index: number, hydrogens: number): boolean {
  if (hydrogens <= 0) return true
  const atom = molecule.atoms[index]!
  const bonds = molecule.neighbours[index]!.reduce((sum, { bond }) => sum + orderOf(molecule.bonds[bond]!.order), 0)
  return bonds + atom.hydrogens + hydrogens <= mostBonds[atom.z]!
}

function orderOf(order: Molecule['bonds'][number]['order']): number {
  return order === 'other' ? 0 : order
}

/** Whether an atom of a component has a charge that no proton balances and no stable ion has: what it is is open. */
export function hasOddCharge(molecule: Molecule, component: readonly number[]): boolean {
  return component.some((index) => {
    const { z, charge, hydrogens } = molecule.atoms[index]!
    if (charge === 0 || z === 0 || isMetalElement(z)) return false
    // Several charges on one of these atoms are what is left of charges that could not be undone.
    if (Math.abs(charge) > 1 && (z === 6 || z === 7 || (z === 8 && charge > hydrogens))) return true
    return !(z in mostBonds) || !takes(molecule, index, chargeLeft(molecule, index) - charge)
  })
}

function chargeLeft(molecule: Molecule, index: number): number {
  const atom = molecule.atoms[index]!
  if (atom.charge > 0) {
    if (atom.z === 0 || isMetalElement(atom.z)) return atom.charge
    return Math.max(0, atom.charge - atom.hydrogens)
  }
  const takesProtons = protonAcceptors.has(atom.z) || atom.z === 6
  return takesProtons && !isNextToBareCation(molecule, index) ? 0 : atom.charge
}

/** Next to a cation without a proton (N-oxide, nitro group, ylide, diazo group), there is no proton to take. */
function isNextToBareCation(molecule: Molecule, index: number): boolean {
  return molecule.neighbours[index]!.some((n) => {
    const { charge, hydrogens } = molecule.atoms[n.atom]!
    return charge > 0 && hydrogens === 0
  })
}

/** Whether a carbon is charged with no carbonyl or cyano group next to it: an organometallic, not a salt. */
export function hasBareCarbanion(molecule: Molecule, component: readonly number[]): boolean {
  const doubled = (index: number, to: (z: number) => boolean) =>
    molecule.neighbours[index]!.some(
      (n) => [2, 3].includes(molecule.bonds[n.bond]!.order as number) && to(molecule.atoms[n.atom]!.z),
    )
  return component.some((index) => {
    const { z, charge } = molecule.atoms[index]!
    if (z !== 6 || charge >= 0) return false
    const stabilised = molecule.neighbours[index]!.some(
      (n) => molecule.bonds[n.bond]!.order === 3 || doubled(n.atom, (other) => other !== 6),
    )
    return !stabilised && !isNextToBareCation(molecule, index)
  })
}

/**
 * A document with changed atoms or bonds, without the data that described the old ones. Coordinates are dropped too:
 * RDKit requires a decimal point in them, which JSON written here would not keep.
 */
export function asDocument(from: JsonDocument, json: JsonMolecule): JsonDocument {
  const { extensions: _, substanceGroups: __, conformers: ___, ...plain } = json
  return { ...from, molecules: [plain] }
}
