import { atomTestOf, atomText, smartsTokens } from '../engine/index.js'
import type { Molecule } from './molecule.js'
import { neutralCharges } from './normalise.js'
import { remembered } from '../remembered.js'

/** What a molecule must have for a SMARTS pattern to match: each atom and each ring of a match is distinct. */
interface Needs {
  /** Atoms that the pattern certainly requires, by kind. */
  readonly kinds: ReadonlyMap<number, number>
  readonly rings: number
}

/**
 * A kind of atom is an element, optionally inside or outside aromatic rings, optionally with a number of connections.
 */
const inAromatic = 200
const outside = 400
const perConnection = 1000

/**
 * Finds patterns that certainly have no match in a molecule, by counting alone: parsing a pattern in RDKit takes a
 * tenth of a millisecond, and most of those tried on one structure cannot match it. The answer also holds for the
 * molecule with protons moved.
 */
export function couldHold(molecule: Molecule): (smarts: string) => boolean {
  const { atoms, bonds, neighbours, folded, components, open } = molecule
  if (open) return () => true
  const charges = neutralCharges(molecule)
  // If a proton moves, more than the charge may change.
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
  return remembered(known, smarts, () => readNeeds(smarts))
}

/** Counts the atoms and ring closures of a pattern; the contents of a bracket atom are not separate atoms. */
function readNeeds(smarts: string): Needs {
  const kinds = new Map<number, number>()
  let closures = 0
  let parted = false
  for (const token of smartsTokens(smarts)) {
    if (token.is === 'ring closure') closures++
    else if (token.is === 'dot') parted = true
    else if (token.is === 'atom') for (const kind of kindsOf(token.text)) add(kinds, kind)
  }
  // A closure between components joins them and closes no ring.
  return { kinds, rings: parted ? 0 : closures / 2 }
}

const kindsByText = new Map<string, readonly number[]>()

function kindsOf(text: string): readonly number[] {
  return remembered(kindsByText, text, () => readKinds(text))
}

/** The kinds of an atom by what it requires; none if it allows alternatives, fixes no element or is a hydrogen. */
function readKinds(text: string): number[] {
  const test = atomTestOf(atomText(text).inside)
  if (test === null) return []
  const predicates = test.is === 'and' ? test.of.flatMap((own) => (own.is === 'and' ? own.of : own)) : [test]
  const element = predicates.find((own) => own.is === 'element')
  if (!element || element.z === 1) return []
  if (element.aromatic === null) return [element.z]
  const place = element.z + (element.aromatic ? inAromatic : outside)
  const connected = predicates.flatMap((own) => (own.is === 'connections' ? place + perConnection * (1 + own.n) : []))
  return [element.z, place, ...connected]
}
