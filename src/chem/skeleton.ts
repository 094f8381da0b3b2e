import type { Molecule } from './molecule.js'

/**
 * A key of the heavy-atom skeleton: elements and connections, without bond orders,
 * hydrogens, charges, isotopes and stereo. Equal substances have equal keys whatever
 * their protonation or tautomer; unequal ones may collide, so a hit is always confirmed
 * by InChI. Cheap enough to ask of every molecule. Atoms outside `component` do not exist for it.
 */
export function skeletonKey(molecule: Molecule, component: readonly number[]): string {
  const place = new Int32Array(molecule.atoms.length).fill(-1)
  component.forEach((atom, i) => (place[atom] = i))
  const around = component.map((atom) => {
    const inside: number[] = []
    for (const n of molecule.neighbours[atom]!) if (place[n.atom]! >= 0) inside.push(place[n.atom]!)
    return inside
  })
  let code = component.map((atom, i) => mix(molecule.atoms[atom]!.z, around[i]!.length))
  for (let round = 0; round < 4; round++) {
    const before = code
    code = around.map((beside, i) => {
      const codes = beside.map((k) => before[k]!)
      if (codes.length > 1) codes.sort((a, b) => a - b)
      return codes.reduce(mix, before[i]!)
    })
  }
  const sorted = code.sort((a, b) => a - b)
  return `${component.length}-${sorted.reduce(mix, 17).toString(36)}-${sorted.reduce(mix, 99).toString(36)}`
}

function mix(hash: number, value: number): number {
  let h = Math.imul(hash ^ 0x9e3779b9, 0x85ebca6b) + value
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d)
  return (h ^ (h >>> 13)) >>> 0
}
