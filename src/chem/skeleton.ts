import type { Molecule } from './molecule.js'

/**
 * A key of the heavy-atom skeleton: elements and connections, without bond orders,
 * hydrogens, charges, isotopes and stereo. Equal substances have equal keys whatever
 * their protonation or tautomer; unequal ones may collide, so a hit is always confirmed
 * by InChI. Cheap enough to ask of every molecule. Atoms outside `component` do not exist for it.
 */
export function skeletonKey(molecule: Molecule, component: readonly number[]): string {
  let code = new Map<number, number>()
  for (const atom of component) code.set(atom, 0)
  const around = new Map(component.map((atom) => [atom, molecule.neighbours[atom]!.map((n) => n.atom).filter((a) => code.has(a))]))
  for (const atom of component) code.set(atom, mix(molecule.atoms[atom]!.z, around.get(atom)!.length))
  for (let round = 0; round < 4; round++) {
    const next = new Map<number, number>()
    for (const atom of component) {
      const codes = around.get(atom)!.map((a) => code.get(a)!).sort((a, b) => a - b)
      next.set(atom, codes.reduce(mix, code.get(atom)!))
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
