import type { Molecule } from './molecule.js'

/** What a molecule must have for a SMARTS pattern to match: each atom and each ring of a match is one of its own. */
interface Needs {
  /** Atoms that the pattern certainly asks for, by atomic number. */
  readonly elements: ReadonlyMap<number, number>
  readonly rings: number
}

/**
 * Tells which patterns certainly have no match in a molecule, by counting alone: reading a pattern in
 * RDKit takes a fifth of a millisecond, and most of those asked of one structure cannot match it.
 * It answers for the molecule with protons moved or bonds cut as well.
 */
export function couldHold(molecule: Molecule): (smarts: string) => boolean {
  const { atoms, bonds, folded, components, open } = molecule
  if (open) return () => true
  const elements = new Map<number, number>()
  for (const { z } of atoms) elements.set(z, (elements.get(z) ?? 0) + 1)
  const rings = bonds.length - (atoms.length - folded.size) + components.length
  return (smarts) => {
    const needs = needsOf(smarts)
    if (needs.rings > rings) return false
    for (const [z, count] of needs.elements) if ((elements.get(z) ?? 0) < count) return false
    return true
  }
}

const known = new Map<string, Needs>()

function needsOf(smarts: string): Needs {
  const found = known.get(smarts) ?? readNeeds(smarts)
  known.set(smarts, found)
  return found
}

const bare: Readonly<Record<string, number>> = { C: 6, c: 6, N: 7, n: 7, O: 8, o: 8, P: 15, p: 15, S: 16, s: 16, F: 9, Cl: 17, Br: 35, I: 53 }

/** Walks over the atoms and ring closures of a pattern; what stands inside an atom is no atom of its own. */
function readNeeds(smarts: string): Needs {
  const elements = new Map<number, number>()
  let closures = 0
  let parted = false
  const count = (z: number | undefined) => {
    if (z !== undefined) elements.set(z, (elements.get(z) ?? 0) + 1)
  }
  for (let i = 0; i < smarts.length; i++) {
    const c = smarts[i]!
    if (c === '[') {
      const end = closing(smarts, i)
      count(elementOf(smarts.slice(i + 1, end)))
      i = end
    } else if (c >= '0' && c <= '9') closures++
    else if (c === '%') {
      closures++
      i += 2
    } else if (c === '.') parted = true
    else if ((c === 'C' && smarts[i + 1] === 'l') || (c === 'B' && smarts[i + 1] === 'r')) count(bare[c + smarts[++i]!])
    else count(bare[c])
  }
  // A closure between parts joins them and closes no ring.
  return { elements, rings: parted ? 0 : closures / 2 }
}

const first = /^(?:#(\d+)|(Cl|Br|[CNOPSFIcnops])(?![a-z]))/

/** The element that a bracket atom fixes by its first condition; undefined where it offers a choice, or fixes none, or a hydrogen, which need not be drawn. */
function elementOf(bracket: string): number | undefined {
  const found = bracket.includes(',') ? null : first.exec(bracket)
  if (!found || found[1] === '1') return undefined
  return found[1] === undefined ? bare[found[2]!] : Number(found[1])
}

/** Where the bracket at `from` closes; brackets nest in recursive patterns. */
function closing(smarts: string, from: number): number {
  let depth = 0
  for (let i = from; i < smarts.length; i++) {
    if (smarts[i] === '[') depth++
    else if (smarts[i] === ']' && --depth === 0) return i
  }
  return smarts.length
}
