import type { Molecule } from './molecule.js'
import { neutralCharges } from './normalise.js'

/** What a molecule must have for a SMARTS pattern to match: each atom and each ring of a match is one of its own. */
interface Needs {
  /** Atoms that the pattern certainly asks for, by kind. */
  readonly kinds: ReadonlyMap<number, number>
  readonly rings: number
}

/** A kind of atom is an element, or an element in or outside of aromatic rings, or that with a number of connections. */
const inAromatic = 200
const outside = 400
const perConnection = 1000

/**
 * Tells which patterns certainly have no match in a molecule, by counting alone: reading a pattern in
 * RDKit takes a tenth of a millisecond, and most of those asked of one structure cannot match it.
 * It answers for the molecule with protons moved as well.
 */
export function couldHold(molecule: Molecule): (smarts: string) => boolean {
  const { atoms, bonds, neighbours, folded, components, open } = molecule
  if (open) return () => true
  const charges = neutralCharges(molecule)
  // Where a proton moves, more may change than the charge.
  const asDrawn = atoms.every((atom, i) => atom.charge === charges[i])
  const kinds = new Map<number, number>()
  atoms.forEach(({ z, aromatic, hydrogens }, i) => {
    const place = z + (aromatic ? inAromatic : outside)
    for (const kind of [z, place, place + perConnection * (1 + neighbours[i]!.length + hydrogens)]) add(kinds, kind)
  })
  const rings = bonds.length - (atoms.length - folded.size) + components.length
  return (smarts) => {
    const needs = needsOf(smarts)
    if (needs.rings > rings) return false
    for (const [kind, count] of needs.kinds)
      if ((asDrawn || kind < inAromatic) && (kinds.get(kind) ?? 0) < count) return false
    return true
  }
}

function add(kinds: Map<number, number>, kind: number): void {
  kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
}

const known = new Map<string, Needs>()

function needsOf(smarts: string): Needs {
  const found = known.get(smarts) ?? readNeeds(smarts)
  known.set(smarts, found)
  return found
}

const elements: Readonly<Record<string, number>> = {
  C: 6,
  c: 6,
  N: 7,
  n: 7,
  O: 8,
  o: 8,
  P: 15,
  p: 15,
  S: 16,
  s: 16,
  F: 9,
  Cl: 17,
  Br: 35,
  I: 53,
}

/** Walks over the atoms and ring closures of a pattern; what is inside a bracket atom is not a separate atom. */
function readNeeds(smarts: string): Needs {
  const kinds = new Map<number, number>()
  let closures = 0
  let parted = false
  for (let i = 0; i < smarts.length; i++) {
    const c = smarts[i]!
    if (c === '[') {
      const end = closing(smarts, i)
      countBracket(smarts.slice(i + 1, end), kinds)
      i = end
    } else if (c >= '0' && c <= '9') closures++
    else if (c === '%') {
      closures++
      i += 2
    } else if (c === '.') parted = true
    else if ((c === 'C' && smarts[i + 1] === 'l') || (c === 'B' && smarts[i + 1] === 'r'))
      count(c + smarts[++i]!, kinds)
    else if (c in elements) count(c, kinds)
  }
  // A closure between parts joins them and closes no ring.
  return { kinds, rings: parted ? 0 : closures / 2 }
}

/** @returns the kind that the symbol alone asks for */
function count(symbol: string, kinds: Map<number, number>): number {
  const z = elements[symbol]!
  const place = z + (symbol >= 'a' ? inAromatic : outside)
  add(kinds, z)
  add(kinds, place)
  return place
}

const first = /^(?:#(\d+)|(Cl|Br|[CNOPSFIcnops])(?![a-z])(?:X(\d)(?!\d))?)/

/** Counts a bracket atom by its first conditions; not one that offers a choice, or fixes no element, or a hydrogen, which need not be drawn. */
function countBracket(bracket: string, kinds: Map<number, number>): void {
  const found = bracket.includes(',') ? null : first.exec(bracket)
  if (!found || found[1] === '1') return
  const [, number, symbol, connections] = found
  if (number !== undefined) {
    add(kinds, Number(number))
    return
  }
  const place = count(symbol!, kinds)
  if (connections !== undefined) add(kinds, place + perConnection * (1 + Number(connections)))
}

/** Where the bracket at `from` closes; brackets nest in recursive patterns. */
function closing(smarts: string, from: number): number {
  let end = smarts.indexOf(']', from)
  for (let inner = smarts.indexOf('[', from + 1); inner >= 0 && inner < end; inner = smarts.indexOf('[', inner + 1))
    end = smarts.indexOf(']', end + 1)
  return end < 0 ? smarts.length : end
}
