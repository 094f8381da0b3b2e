import type { Molecule } from './molecule.js'
import type { Centre, SmilesStereo, StereoBond } from '../engine/index.js'

/**
 * The stereo of one component, its atoms numbered within the component. Null if an atom or bond with stereo has
 * lost a neighbour, for example by cleaving a bond.
 */
export function stereoOfComponent(
  stereo: SmilesStereo,
  { neighbours }: Molecule,
  component: readonly number[],
): SmilesStereo | null {
  const place = new Map(component.map((atom, i) => [atom, i]))
  const isBonded = (atom: number, other: number) => neighbours[atom]!.some((n) => n.atom === other)
  const placeOf = (atom: number) => (atom < 0 ? atom : place.get(atom)!)
  const centres = new Map<number, Centre>()
  for (const [atom, { around, clockwise }] of stereo.centres) {
    if (!place.has(atom)) continue
    const drawn = around.filter((other) => other >= 0)
    if (!drawn.every((other) => isBonded(atom, other))) return null
    centres.set(place.get(atom)!, { around: around.map(placeOf), clockwise })
  }
  const bonds: StereoBond[] = []
  for (const { ends, references, together } of stereo.bonds) {
    const [one, other] = ends
    if (!place.has(one)) continue
    if (!isBonded(one, other) || !isBonded(one, references[0]) || !isBonded(other, references[1])) return null
    bonds.push({
      ends: [placeOf(one), placeOf(other)],
      references: [placeOf(references[0]), placeOf(references[1])],
      together,
    })
  }
  return { centres, bonds }
}

/** Whether two components have the same stereo, once the atoms of the first are mapped to those of the other. */
export function hasSameStereo(one: SmilesStereo, other: SmilesStereo, map: ArrayLike<number>): boolean {
  if (one.centres.size !== other.centres.size || one.bonds.length !== other.bonds.length) return false
  const mapped = (atom: number) => (atom < 0 ? atom : map[atom]!)
  for (const [atom, { around, clockwise }] of one.centres) {
    const theirs = other.centres.get(map[atom]!)
    if (!theirs) return false
    const isEven = isEvenPermutation(around.map((a) => theirs.around.indexOf(mapped(a))))
    if ((clockwise === theirs.clockwise) !== isEven) return false
  }
  return one.bonds.every(({ ends, references, together }) => {
    const [from, to] = ends.map(mapped)
    const theirs = other.bonds.find((bond) => bond.ends.includes(from!) && bond.ends.includes(to!))
    if (!theirs) return false
    const expected = theirs.ends[0] === from ? theirs.references : theirs.references.toReversed()
    const [isFirst, isSecond] = [mapped(references[0]) === expected[0], mapped(references[1]) === expected[1]]
    return (together === theirs.together) === (isFirst === isSecond)
  })
}

function isEvenPermutation(places: readonly number[]): boolean {
  const inversions = places.flatMap((place, i) => places.slice(i + 1).filter((later) => place > later))
  return inversions.length % 2 === 0
}
