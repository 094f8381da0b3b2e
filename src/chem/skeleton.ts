import type { Molecule } from './molecule.js'

/**
 * A key of the heavy-atom skeleton: elements and connections, without bond orders,
 * hydrogens, charges, isotopes and stereo. Equal substances have equal keys whatever
 * their protonation or tautomer; unequal ones may collide, so a hit is always confirmed
 * by InChI. Cheap enough to ask of every molecule.
 */
export function skeletonKey(molecule: Molecule, component: readonly number[]): string {
  let code = new Map<number, number>()
  for (const atom of component) {
    code.set(atom, mix(molecule.atoms[atom]!.z, molecule.neighbours[atom]!.length))
  }
  for (let round = 0; round < 4; round++) {
    const next = new Map<number, number>()
    for (const atom of component) {
      const around = molecule.neighbours[atom]!.map((n) => code.get(n.atom)!).sort((a, b) => a - b)
      next.set(atom, around.reduce(mix, code.get(atom)!))
    }
    code = next
  }
  const sorted = [...code.values()].sort((a, b) => a - b)
  return `${component.length}-${sorted.reduce(mix, 17).toString(36)}-${sorted.reduce(mix, 99).toString(36)}`
}

function mix(hash: number, value: number): number {
  let h = Math.imul(hash ^ 0x9e3779b9, 0x85ebca6b) + value
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d)
  return (h ^ (h >>> 13)) >>> 0
}
