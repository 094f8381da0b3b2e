import { type Molecule, isMetal } from './molecule.js'
import { remembered } from '../remembered.js'

/**
 * A key of the heavy-atom skeleton: elements and connections, without bond orders, hydrogens, charges, isotopes and
 * stereo. Equal substances have equal keys whatever their protonation or tautomer; different substances may collide, so
 * a hit is always confirmed by InChI. Cheap enough to compute for every molecule. Atoms outside `component` are
 * ignored.
 */
export function skeletonKey(molecule: Molecule, component: readonly number[]): string {
  return remembered(keys, component, () => worked(molecule, component))
}

/** By the array of a component: forms of a molecule that share it have the same connections. */
const keys = new WeakMap<readonly number[], string>()

function worked(molecule: Molecule, component: readonly number[]): string {
  const place = new Int32Array(molecule.atoms.length).fill(-1)
  component.forEach((atom, i) => (place[atom] = i))
  const size = component.length
  // The positions of the neighbours of each atom, one atom after the other.
  const begin = new Int32Array(size + 1)
  const neighbours: number[] = []
  component.forEach((atom, i) => {
    for (const n of molecule.neighbours[atom]!) if (place[n.atom]! >= 0) neighbours.push(place[n.atom]!)
    begin[i + 1] = neighbours.length
  })
  let code = Float64Array.from(component, (atom, i) => mix(molecule.atoms[atom]!.z, begin[i + 1]! - begin[i]!))
  let after = new Float64Array(size)
  const around: number[] = []
  for (let round = 0; round < 4; round++) {
    for (let i = 0; i < size; i++) {
      around.length = 0
      for (let k = begin[i]!; k < begin[i + 1]!; k++) insert(around, code[neighbours[k]!]!)
      let hash = code[i]!
      for (let k = 0; k < around.length; k++) hash = mix(hash, around[k]!)
      after[i] = hash
    }
    ;[code, after] = [after, code]
  }
  const sorted = code.sort()
  return `${size}-${sorted.reduce(mix, 17).toString(36)}-${sorted.reduce(mix, 99).toString(36)}`
}

function insert(list: number[], value: number): void {
  let i = list.length
  list.push(value)
  for (; i > 0 && list[i - 1]! > value; i--) list[i] = list[i - 1]!
  list[i] = value
}

export function mix(hash: number, value: number): number {
  let h = Math.imul(hash ^ 0x9e3779b9, 0x85ebca6b) + value
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d)
  return (h ^ (h >>> 13)) >>> 0
}

/** Whether a component with carbon has an unpaired electron. Nitrogen oxides and oxygen are stable radicals. */
export function hasRadical({ atoms }: Molecule, component: readonly number[]): boolean {
  const isOrganic = component.some((a) => atoms[a]!.z === 6)
  return isOrganic && component.some((a) => atoms[a]!.radicals > 0 && !isMetal(atoms[a]!.z))
}

/** Whether a carbon is drawn as a cation. Next to a lone pair it is an onium ion, but of which compound is open. */
export function hasCarbocation({ atoms }: Molecule, component: readonly number[]): boolean {
  return component.some((a) => atoms[a]!.z === 6 && atoms[a]!.charge > 0)
}

/**
 * Whether charges stay apart that no shift of double bonds joins and no proton balances: a carbon anion, and a cation
 * without hydrogen, neither beside its opposite as in an ylide or a nitro group. Rings can be drawn so that their
 * double bonds are hidden, and no law can then be read on them.
 */
export function hasChargesApart({ atoms, neighbours }: Molecule, component: readonly number[]): boolean {
  const isBeside = (atom: number, sign: number) => neighbours[atom]!.some((n) => atoms[n.atom]!.charge * sign > 0)
  const isAnion = (a: number) => atoms[a]!.z === 6 && atoms[a]!.charge < 0 && !isBeside(a, 1)
  const isCation = (a: number) =>
    atoms[a]!.charge > 0 && atoms[a]!.hydrogens === 0 && !isMetal(atoms[a]!.z) && !isBeside(a, -1)
  return component.some(isAnion) && component.some(isCation)
}
