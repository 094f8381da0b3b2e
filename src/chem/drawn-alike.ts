import type { Molecule } from './molecule.js'
import { mix } from './skeleton.js'

/** A component as a graph of its own, as drawn but without stereo. */
export interface DrawnGraph {
  /** Element, charge, hydrogens and so on of each atom, encoded in one number. */
  readonly labels: readonly number[]
  /** Equal for atoms whose environments are the same within a few bonds. */
  readonly colours: Int32Array
  readonly sorted: Int32Array
  readonly links: readonly (readonly { readonly to: number; readonly bond: number }[])[]
}

const rounds = 5
/** Maximum number of atoms tried; a symmetric molecule that takes more is not compared. */
const mostSteps = 2000

export function drawnGraph(molecule: Molecule, component: readonly number[]): DrawnGraph {
  const place = new Map(component.map((atom, i) => [atom, i]))
  const links = component.map((atom) =>
    molecule.neighbours[atom]!.flatMap((n) => {
      const to = place.get(n.atom)
      return to === undefined ? [] : [{ to, bond: bondLabel(molecule.bonds[n.bond]!) }]
    }),
  )
  const labels = component.map((atom) => atomLabel(molecule.atoms[atom]!))
  let colours = Int32Array.from(labels, (label, i) => mix(label, links[i]!.length))
  for (let round = 0; round < rounds; round++) {
    const before = colours
    colours = Int32Array.from(before, (own, i) => {
      let around = 0
      for (const { to, bond } of links[i]!) around = (around + mix(before[to]!, bond)) | 0
      return mix(own, around)
    })
  }
  return { labels, colours, sorted: colours.toSorted(), links }
}

/**
 * Whether two components are drawn alike: they can be mapped onto each other so that elements, charges, hydrogens,
 * isotopes and bonds are the same; which bonds of an aromatic ring are double does not matter. Also false if it takes
 * too long to find out.
 * @param accepts what else must be the same: given the atom of the other for each atom of the first
 */
export function areDrawnAlike(
  one: DrawnGraph,
  other: DrawnGraph,
  accepts: (map: Int32Array) => boolean = () => true,
): boolean {
  if (one.sorted.some((colour, i) => colour !== other.sorted[i])) return false
  const size = one.sorted.length
  const { order, parents } = walk(one)
  const map = new Int32Array(size).fill(-1)
  const taken = new Uint8Array(other.sorted.length)
  let steps = 0
  const places = other.colours.map((_, i) => i)
  const fits = (next: number): boolean => {
    if (next === order.length) return next === size && accepts(map)
    const own = order[next]!
    const parent = parents[next]!
    const candidates = parent < 0 ? places : other.links[map[parent]!]!.map(({ to }) => to)
    for (const place of candidates) {
      if (taken[place] === 1 || other.colours[place] !== one.colours[own] || other.labels[place] !== one.labels[own])
        continue
      if (++steps > mostSteps) return false
      if (one.links[own]!.length !== other.links[place]!.length) continue
      if (!one.links[own]!.every(({ to, bond }) => map[to]! < 0 || isLinked(other, place, map[to]!, bond))) continue
      map[own] = place
      taken[place] = 1
      if (fits(next + 1)) return true
      map[own] = -1
      taken[place] = 0
    }
    return false
  }
  return fits(0)
}

function isLinked({ links }: DrawnGraph, from: number, to: number, bond: number): boolean {
  return links[from]!.some((link) => link.to === to && link.bond === bond)
}

/** All atoms, each after its parent, an atom that it is bonded to; the first has one of the rarest colours. */
function walk({ colours, sorted, links }: DrawnGraph): { order: number[]; parents: number[] } {
  const order = [colours.indexOf(rarest(sorted))]
  const parents = [-1]
  const seen = new Set(order)
  for (let next = 0; next < order.length; next++) {
    for (const { to } of links[order[next]!]!) {
      if (seen.has(to)) continue
      seen.add(to)
      order.push(to)
      parents.push(order[next]!)
    }
  }
  return { order, parents }
}

function rarest(sorted: Int32Array): number {
  let best = 0
  let fewest = Infinity
  for (let from = 0, to = 0; from < sorted.length; from = to) {
    while (sorted[to] === sorted[from]) to++
    if (to - from < fewest) {
      fewest = to - from
      best = sorted[from]!
    }
  }
  return best
}

function atomLabel({ z, charge, hydrogens, isotope, radicals, aromatic }: Molecule['atoms'][number]): number {
  const drawn = (z << 23) | ((charge & 31) << 18) | (hydrogens << 14) | (radicals << 11)
  return drawn | (aromatic ? 1024 : 0) | isotope
}

function bondLabel({ order, aromatic }: Molecule['bonds'][number]): number {
  return aromatic ? 5 : order === 'other' ? 6 : order
}
