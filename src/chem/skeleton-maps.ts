import { mostSkeletonSteps } from '../limits.js'
import type { Molecule } from './molecule.js'

/** One component as a graph of its own: positions instead of atom indices. */
export interface Framework {
  readonly molecule: Molecule
  readonly atoms: readonly number[]
  readonly links: readonly (readonly { readonly to: number; readonly bond: number }[])[]
  /** Equal for atoms with the same element and environment, ignoring bond orders and hydrogens. */
  readonly colours: readonly number[]
}

export function frameworkOf(molecule: Molecule, component: readonly number[]): Framework {
  const place = new Map(component.map((atom, i) => [atom, i]))
  const links = component.map((atom) =>
    molecule.neighbours[atom]!.map((n) => ({ to: place.get(n.atom)!, bond: n.bond })),
  )
  let colours = component.map((atom, i) => hash([molecule.atoms[atom]!.z, links[i]!.length]))
  for (let round = 0; round < 16; round++)
    colours = colours.map((own, i) => hash([own, ...links[i]!.map((l) => colours[l.to]!).sort((a, b) => a - b)]))
  return { molecule, atoms: component, links, colours }
}

function hash(values: readonly number[]): number {
  return values.reduce((all, value) => {
    const h = Math.imul(all ^ value ^ 0x9e3779b9, 0x85ebca6b)
    return (h ^ (h >>> 13)) >>> 0
  }, values.length)
}

/**
 * Maps one framework onto another of the same skeleton in every way, until `use` returns true. For identical groups on
 * one atom (the fluorines of a trifluoromethyl group) one order is enough.
 * @returns false if the search was cut short
 */
export function mapFrameworks(
  from: Framework,
  to: Framework,
  alike: (a: number, b: number) => boolean,
  use: (map: readonly number[]) => boolean,
): boolean {
  if (!equalLists(from.colours, to.colours)) return true
  const size = from.atoms.length
  const order = walk(from)
  const map = new Array<number>(size).fill(-1)
  const taken = new Uint8Array(to.atoms.length)
  let steps = 0
  let isCut = false
  const places = to.atoms.map((_, i) => i)

  /** Returns true if the search ends here. */
  const place = (next: number): boolean => {
    if (next === size) return use(map)
    const own = order[next]!
    const known = from.links[own]!.filter((l) => map[l.to]! >= 0).map((l) => map[l.to]!)
    const rest = known.length > 0 ? to.links[known[0]!]!.map((l) => l.to) : places
    const fitting = rest.filter(
      (i) =>
        taken[i] === 0 &&
        to.colours[i] === from.colours[own] &&
        known.every((k) => to.links[i]!.some((l) => l.to === k)),
    )
    const tried: number[] = []
    // Atoms that look the same are tried first: they nearly always match.
    for (const i of fitting.sort((a, b) => Number(alike(own, b)) - Number(alike(own, a)))) {
      if (to.links[i]!.length === 1 && tried.some((other) => areTwins(to, i, other))) continue
      tried.push(i)
      isCut = ++steps > mostSkeletonSteps
      if (isCut) return true
      map[own] = i
      taken[i] = 1
      const ends = place(next + 1)
      taken[i] = 0
      map[own] = -1
      if (ends) return true
    }
    return false
  }
  place(0)
  return !isCut
}

/** Ends of the skeleton on the same atom, with the same bond, hydrogens and charge. */
function areTwins({ molecule, atoms, links }: Framework, i: number, j: number): boolean {
  const [a, b] = [molecule.atoms[atoms[i]!]!, molecule.atoms[atoms[j]!]!]
  const [one, other] = [links[i]![0]!, links[j]![0]!]
  return (
    one.to === other.to &&
    molecule.bonds[one.bond]!.order === molecule.bonds[other.bond]!.order &&
    a.z === b.z &&
    a.hydrogens === b.hydrogens &&
    a.charge === b.charge
  )
}

function equalLists(a: readonly number[], b: readonly number[]): boolean {
  const sorted = [...b].sort((x, y) => x - y)
  return [...a].sort((x, y) => x - y).every((value, i) => value === sorted[i])
}

/** All positions, each except the first next to an earlier one; the rarest first. */
function walk({ links, colours }: Framework): number[] {
  const rarity = (i: number) => colours.filter((c) => c === colours[i]).length
  const first = colours.map((_, i) => i).sort((a, b) => rarity(a) - rarity(b))[0]!
  const order = [first]
  const seen = new Set(order)
  for (let next = 0; next < order.length; next++) {
    for (const { to } of links[order[next]!]!) {
      if (seen.has(to)) continue
      seen.add(to)
      order.push(to)
    }
  }
  return order
}
