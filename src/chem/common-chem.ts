import { connectedParts, type Atom, type Bond, type BondOrder, type Molecule, type Neighbour } from './molecule.js'
import { UnreadableStructure } from './guard.js'

/** The parts of RDKit's JSON exchange format that are used here. */
export interface JsonAtom {
  z?: number
  impHs?: number
  chg?: number
  nRad?: number
  isotope?: number
  stereo?: string
}
export interface JsonBond {
  atoms: [number, number]
  bo?: number
  stereo?: string
  stereoAtoms?: number[]
}
export interface JsonMolecule {
  name?: string
  atoms: JsonAtom[]
  bonds: JsonBond[]
  stereoGroups?: { type: string; atoms?: number[]; bonds?: number[] }[]
  substanceGroups?: { properties: { TYPE?: string } }[]
  linkNodes?: unknown
  conformers?: unknown
  extensions?: { name: string; aromaticAtoms?: number[]; aromaticBonds?: number[]; atomRings?: number[][] }[]
}
export interface JsonDocument {
  rdkitjson?: { version: number }
  defaults: { atom: Required<JsonAtom>; bond: { bo: number; stereo: string } }
  molecules: JsonMolecule[]
}

const repeatUnits = new Set(['SRU', 'MON', 'MER', 'COP', 'CRO', 'GRA', 'MOD', 'ANY'])

export function toMolecule(document: JsonDocument): Molecule {
  const json = document.molecules[0]!
  const defaults = document.defaults
  const representation = json.extensions?.find((e) => e.name === 'rdkitRepresentation')
  const aromaticAtoms = new Set(representation?.aromaticAtoms)
  const aromaticBonds = new Set(representation?.aromaticBonds)

  const degree = new Array<number>(json.atoms.length).fill(0)
  for (const { atoms } of json.bonds) for (const end of atoms) degree[end]!++
  const isHydrogen = (index: number) =>
    (json.atoms[index]!.z ?? defaults.atom.z) === 1 && (json.atoms[index]!.chg ?? 0) === 0 && degree[index] === 1

  const folded = new Set<number>()
  const deuterated = new Set<number>()
  const hydrogens = json.atoms.map((atom) => atom.impHs ?? defaults.atom.impHs)
  // Filled one by one: V8 represents the result of `map` in one of two ways, and code optimised for one is slow with
  // the other.
  const atoms: Atom[] = []
  const bonds: Bond[] = []
  const neighbours: Neighbour[][] = []
  for (let i = 0; i < json.atoms.length; i++) neighbours.push([])
  json.bonds.forEach(({ atoms: [a, b], bo }, index) => {
    const light = isHydrogen(a) ? a : isHydrogen(b) ? b : -1
    const heavy = light === a ? b : a
    if (light >= 0 && !isHydrogen(heavy)) {
      folded.add(light)
      hydrogens[heavy]!++
      if ((json.atoms[light]!.isotope ?? 0) > 1) deuterated.add(heavy)
      return
    }
    neighbours[a]!.push({ atom: b, bond: bonds.length })
    neighbours[b]!.push({ atom: a, bond: bonds.length })
    const bond = { a, b, order: orderOf(bo ?? defaults.bond.bo), aromatic: aromaticBonds.has(index) }
    bonds.push(bo === dativeOrder ? { ...bond, dative: true } : bond)
  })

  json.atoms.forEach((atom, index) => {
    atoms.push({
      z: atom.z ?? defaults.atom.z,
      charge: atom.chg ?? defaults.atom.chg,
      hydrogens: hydrogens[index]!,
      isotope: atom.isotope ?? defaults.atom.isotope,
      radicals: atom.nRad ?? defaults.atom.nRad,
      aromatic: aromaticAtoms.has(index),
    })
  })
  return {
    atoms,
    bonds,
    neighbours,
    folded,
    deuterated,
    rings: representation?.atomRings ?? [],
    components: connectedParts(atoms.length, neighbours, folded),
    open: leavesOpen(document),
  }
}

/** Whether a drawing leaves the structure open: R-group, any-bond, link node or repeat unit. */
export function leavesOpen({ molecules, defaults }: JsonDocument): boolean {
  const json = molecules[0]!
  return (
    json.atoms.some((atom) => (atom.z ?? defaults.atom.z) === 0) ||
    json.extensions?.some((e) => e.name === 'rdkitQueries') === true ||
    json.linkNodes !== undefined ||
    (json.substanceGroups ?? []).some((group) => repeatUnits.has(group.properties.TYPE ?? ''))
  )
}

/** RDKit's number for a dative bond. */
export const dativeOrder = 17

function orderOf(bo: number): BondOrder {
  return bo === 1 || bo === 2 || bo === 3 || bo === 4 ? bo : 'other'
}

/** Whether a text may draw bonds as aromatic, other than by writing their atoms so. */
export function mayDrawAromaticBonds(text: string, molBlock: boolean): boolean {
  if (molBlock) return /^[ \d]{6} {2}4|^M {2}V30 \d+ 4 \d/m.test(text)
  return text
    .split(/\s/, 1)[0]!
    .replace(/\[[^\]]*\]/g, '')
    .includes(':')
}

/**
 * An aromatic bond that is in no ring of such bonds has no order. RDKit reads it as a bond without electrons, or in a
 * saturated ring as a double bond; next to an aromatic ring as a single one, which stays.
 * @param drawn the molecule before its aromaticity was read, as a V3000 mol block
 * @throws {UnreadableStructure}
 */
export function refuseLooseAromatics({ molecules, defaults }: JsonDocument, drawn: string): void {
  const { bonds, extensions } = molecules[0]!
  const aromatic = new Set(extensions?.find((e) => e.name === 'rdkitRepresentation')?.aromaticBonds)
  const types = [...drawn.matchAll(/^M {2}V30 \d+ (\d+) \d+ \d+/gm)].map(([, type]) => type)
  let left = bonds.filter((_, i) => types[i] === '4' && !aromatic.has(i))
  const ends = (a: number) => left.filter(({ atoms }) => atoms.includes(a)).length
  for (let before = -1; before !== left.length; ) {
    before = left.length
    const loose = left.filter(({ atoms }) => atoms.some((a) => ends(a) === 1))
    const odd = loose.find(({ bo }) => (bo ?? defaults.bond.bo) !== 1)
    if (odd) throw unreadable(odd.atoms)
    left = left.filter((bond) => !loose.includes(bond))
  }
}

function unreadable([a, b]: readonly [number, number]): UnreadableStructure {
  const message = `the bond between atoms ${a + 1} and ${b + 1} is aromatic but in no ring, so it has no bond order`
  return new UnreadableStructure({ code: 'aromaticity', message, position: null })
}
