import { halogens } from '../elements.js'
import { type Atom, type Bond, type Molecule, hillFormula } from './molecule.js'
import { neutralCharges } from './normalise.js'

/**
 * The functional groups of a component, with its alkyl carbons pooled: two substances with equal formula and equal
 * `strict` differ only in the positions of the same groups and in how alkyl carbons are distributed among them. `loose`
 * ignores what kind of carbon a hydroxy, an ether or a halogen is on, and what an alkene is conjugated with. Both
 * include the rings by size, aromaticity and hetero elements.
 */
export interface Groups {
  /** Hill formula of the neutral form. */
  readonly formula: string
  readonly strict: string
  readonly loose: string
  /** Sizes of its alkyl groups by place: on an aromatic ring, on oxygen, or elsewhere (chain, nitrogen), pooled. */
  readonly alkyl: AlkylPlaces
}

export interface AlkylPlaces {
  readonly ring: readonly number[]
  readonly oxygen: readonly number[]
  readonly rest: number
}

export function groupsOf(molecule: Molecule, component: readonly number[]): Groups {
  const neutral = neutralAtoms(molecule)
  const strict: string[] = []
  const loose: string[] = []
  for (const index of component) {
    const [exact, wide] = groupOf(molecule, index, neutral)
    if (exact === '') continue
    strict.push(exact)
    loose.push(wide)
  }
  const inside = new Set(component)
  const rings = molecule.rings.filter((ring) => inside.has(ring[0]!)).map((ring) => ringText(molecule, ring))
  const multiple = molecule.bonds.filter(
    (b) =>
      inside.has(b.a) && !b.aromatic && b.order !== 1 && molecule.atoms[b.a]!.z === 6 && molecule.atoms[b.b]!.z === 6,
  )
  return {
    formula: hillFormula(component.map(neutral)),
    strict: [...strict, ...rings, ...multiple.map((b) => `C${b.order}C ${conjugation(molecule, b)}`)].sort().join(' '),
    loose: [...loose, ...rings, ...multiple.map((b) => `C${b.order}C`)].sort().join(' '),
    alkyl: alkylPlaces(molecule, component),
  }
}

/** An alkyl group that touches several kinds of place (chain of a phenethylamine, ring of a chromene) is the rest. */
function alkylPlaces(molecule: Molecule, component: readonly number[]): AlkylPlaces {
  const inAlkyl = (index: number) =>
    molecule.atoms[index]!.z === 6 && !molecule.atoms[index]!.aromatic && kindOf(molecule, index) === 'alkyl'
  const seen = new Set<number>()
  const places = { ring: [] as number[], oxygen: [] as number[], rest: 0 }
  for (const from of component) {
    if (seen.has(from) || !inAlkyl(from)) continue
    const piece = [from]
    const touched = new Set<string>()
    seen.add(from)
    for (const at of piece) {
      for (const { atom } of molecule.neighbours[at]!) {
        const { z, aromatic } = molecule.atoms[atom]!
        if (!inAlkyl(atom)) touched.add(aromatic && z === 6 ? 'ring' : z === 8 ? 'oxygen' : 'rest')
        else if (!seen.has(atom)) {
          seen.add(atom)
          piece.push(atom)
        }
      }
    }
    const [only] = touched
    if (touched.size === 1 && only === 'ring') places.ring.push(piece.length)
    else if (touched.size === 1 && only === 'oxygen') places.oxygen.push(piece.length)
    else places.rest += piece.length
  }
  return { ring: places.ring.sort((a, b) => a - b), oxygen: places.oxygen.sort((a, b) => a - b), rest: places.rest }
}

/** Hill formula of the neutral form of a component. */
export function formulaOf(molecule: Molecule, component: readonly number[]): string {
  return hillFormula(component.map(neutralAtoms(molecule)))
}

function neutralAtoms(molecule: Molecule): (index: number) => Atom {
  const charges = neutralCharges(molecule)
  return (index) => {
    const atom = molecule.atoms[index]!
    return { ...atom, charge: charges[index]!, hydrogens: atom.hydrogens + charges[index]! - atom.charge }
  }
}

function ringText(molecule: Molecule, ring: readonly number[]): string {
  const hetero = ring
    .map((a) => molecule.atoms[a]!.z)
    .filter((z) => z !== 6)
    .sort((a, b) => a - b)
  const aromatic = ring.every((a) => molecule.atoms[a]!.aromatic) ? 'a' : ''
  return [`ring${ring.length}${aromatic}`, ...hetero].join(':')
}

/**
 * The group of a hetero atom, in the exact and the wide sense; empty for carbon and for atoms identified by their ring.
 */
function groupOf(molecule: Molecule, index: number, neutral: (index: number) => Atom): readonly [string, string] {
  const atom = neutral(index)
  const same = (text: string) => [text, text] as const
  if (atom.z === 6 || atom.aromatic) return atom.charge !== 0 ? same(`${atom.z}${atom.charge}`) : same('')
  const around = molecule.neighbours[index]!.map((n) => ({
    z: neutral(n.atom).z,
    index: n.atom,
    order: molecule.bonds[n.bond]!.order,
  }))
  const kinds = around.map((n) => kindOf(molecule, n.index)).sort()
  if (halogens.has(atom.z)) return [`X${atom.z} ${kinds.join()}`, `X${atom.z}`]
  if (atom.z === 8 && atom.charge === 0) {
    const neighbour = around[0]
    if (neighbour?.order === 2)
      return neighbour.z === 6
        ? same(`C=O ${carbonylText(molecule, neighbour.index, index, neutral)}`)
        : same(`${neighbour.z}=O`)
    if (around.some((n) => n.z !== 6)) return same(`O on ${inOrder(around.map((n) => n.z))}`)
    if (around.some((n) => kindOf(molecule, n.index) === 'acyl'))
      return same(atom.hydrogens > 0 ? 'acid OH' : 'ester O')
    const geminal = around.some(
      (n) =>
        kindOf(molecule, n.index) === 'alkyl' &&
        molecule.neighbours[n.index]!.some((m) => m.atom !== index && [7, 8, 16].includes(molecule.atoms[m.atom]!.z)),
    )
    const name = `${geminal ? 'geminal ' : ''}${atom.hydrogens > 0 ? 'OH' : 'ether'}`
    return [`${name} ${kinds.join('')}`, name]
  }
  if (atom.z === 7 && atom.charge === 0) {
    const hetero = around.filter((n) => n.z !== 6)
    if (hetero.length > 0) return same(`N on ${inOrder(hetero.map((n) => n.z))}`)
    if (around.some((n) => n.order !== 1)) return same(`N multiple ${inOrder(around.map((n) => n.order))}`)
    const acyl = kinds.filter((k) => k === 'acyl').length
    return same(acyl > 0 ? `acyl N ${acyl}` : kinds.includes('aryl') ? 'aryl amine' : 'amine')
  }
  return same(`${atom.z} ${atom.charge} ${atom.hydrogens} ${inOrder(around.map((n) => `${n.order}${n.z}`))}`)
}

/** As a text, whatever their order. */
function inOrder(values: readonly (number | string)[]): string {
  return [...values].sort().join('')
}

function kindOf(molecule: Molecule, index: number): 'acyl' | 'aryl' | 'vinyl' | 'alkyl' {
  if (molecule.atoms[index]!.aromatic) return 'aryl'
  const doubled = molecule.neighbours[index]!.filter(
    (n) => molecule.bonds[n.bond]!.order === 2 || molecule.bonds[n.bond]!.order === 3,
  )
  if (doubled.some((n) => molecule.atoms[n.atom]!.z !== 6)) return 'acyl'
  return doubled.length > 0 ? 'vinyl' : 'alkyl'
}

/** What a double or triple bond between carbons is conjugated with: an enone is not the same group as an alkene. */
function conjugation(molecule: Molecule, { a, b }: Bond): string {
  const neighbours = [a, b].flatMap((end) =>
    molecule.neighbours[end]!.filter((n) => n.atom !== a && n.atom !== b).map((n) => kindOf(molecule, n.atom)),
  )
  return [...new Set(neighbours.filter((kind) => kind !== 'alkyl'))].sort().join('+')
}

/** Ketone, aldehyde, acid, amide ... by the other neighbours of the carbonyl carbon. */
function carbonylText(molecule: Molecule, carbon: number, oxygen: number, neutral: (index: number) => Atom): string {
  const others = molecule.neighbours[carbon]!.filter((n) => n.atom !== oxygen)
    .map((n) => molecule.atoms[n.atom]!.z)
    .sort((a, b) => a - b)
  return `${others.join('-')}${neutral(carbon).hydrogens > 0 ? '-H' : ''}`
}

/** Element and hydrogens of every hetero atom of the neutral form: equal if only hydrogens on carbon have moved. */
export function heteroHydrogens(molecule: Molecule, component: readonly number[]): string {
  const charges = neutralCharges(molecule)
  return component
    .filter((a) => molecule.atoms[a]!.z !== 6)
    .map((a) => `${molecule.atoms[a]!.z}.${molecule.atoms[a]!.hydrogens + charges[a]! - molecule.atoms[a]!.charge}`)
    .sort()
    .join(' ')
}
