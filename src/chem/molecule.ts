import { elementSymbol } from '../elements.js'

/** Bond orders as drawn in a Kekulé form; `other` is a dative, zero-order or query bond. */
export type BondOrder = 1 | 2 | 3 | 4 | 'other'

export interface Atom {
  /** Atomic number; 0 for an attachment point or R-group. */
  readonly z: number
  readonly charge: number
  /** All hydrogens on the atom, including those drawn as atoms. */
  readonly hydrogens: number
  /** Mass number if the drawing gives one, else 0. */
  readonly isotope: number
  readonly radicals: number
  readonly aromatic: boolean
}

export interface Bond {
  readonly a: number
  readonly b: number
  readonly order: BondOrder
  readonly aromatic: boolean
  /** A dative bond; its order is `other`. */
  readonly dative?: true
}

export interface Neighbour {
  readonly atom: number
  readonly bond: number
}

/**
 * A molecule as plain data. Atom indices are those of the input. A hydrogen drawn as an atom keeps its index but is
 * folded: it is in `folded`, it has no neighbours, and its parent atom counts it in `hydrogens`.
 */
export interface Molecule {
  readonly atoms: readonly Atom[]
  readonly bonds: readonly Bond[]
  readonly neighbours: readonly (readonly Neighbour[])[]
  readonly folded: ReadonlySet<number>
  /** Atoms with a folded hydrogen that has a mass number (deuterium, tritium). */
  readonly deuterated: ReadonlySet<number>
  /** Rings of the smallest set of smallest rings, as atom indices. */
  readonly rings: readonly (readonly number[])[]
  /** Connected components (salts, solvates, mixtures), as atom indices, without folded hydrogens. */
  readonly components: readonly (readonly number[])[]
  /** True if a drawn atom or bond leaves the structure open: R-group, attachment point, any-bond, repeat unit. */
  readonly open: boolean
  /** Set if an atom with the symbol of an element probably stands for a group; `open` then is true. */
  readonly abbreviated?: true
}

/** Groups 1 and 2, zinc, aluminium, silver: read as cations if drawn with a bond to O, N, S or a halogen. */
export const saltMetals: ReadonlySet<number> = new Set([3, 4, 11, 12, 13, 19, 20, 30, 37, 38, 47, 55, 56])

const nonMetals = new Set([1, 2, 5, 6, 7, 8, 9, 10, 14, 15, 16, 17, 18, 32, 33, 34, 35, 36, 52, 53, 54, 85, 86])

export function isMetal(z: number): boolean {
  return z > 0 && !nonMetals.has(z)
}

/** A key for two atoms, whichever comes first. */
export function pairKey(a: number, b: number): string {
  return `${Math.min(a, b)} ${Math.max(a, b)}`
}

export function connectedParts(
  count: number,
  neighbours: readonly (readonly Neighbour[])[],
  skip: ReadonlySet<number>,
): number[][] {
  const seen = new Set<number>(skip)
  const parts: number[][] = []
  for (let start = 0; start < count; start++) {
    if (seen.has(start)) continue
    const part = [start]
    seen.add(start)
    for (let next = 0; next < part.length; next++) {
      for (const { atom } of neighbours[part[next]!]!) {
        if (seen.has(atom)) continue
        seen.add(atom)
        part.push(atom)
      }
    }
    parts.push(part.sort((a, b) => a - b))
  }
  return parts
}

/** Hill formula of some atoms with their hydrogens: carbon, hydrogen, the rest by symbol, charge appended. */
export function hillFormula(atoms: readonly Pick<Atom, 'z' | 'hydrogens' | 'charge'>[]): string {
  const count = new Map<string, number>()
  const add = (symbol: string, n: number) => n > 0 && count.set(symbol, (count.get(symbol) ?? 0) + n)
  let charge = 0
  for (const atom of atoms) {
    charge += atom.charge
    add(elementSymbol(atom.z), 1)
    add('H', atom.hydrogens)
  }
  const rank = (symbol: string) => (symbol === 'C' ? 0 : symbol === 'H' ? 1 : 2)
  const parts = [...count].sort(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1))
  const sign = charge === 0 ? '' : `${charge > 0 ? '+' : '-'}${Math.abs(charge) === 1 ? '' : Math.abs(charge)}`
  return parts.map(([symbol, n]) => symbol + (n === 1 ? '' : n)).join('') + sign
}
