import type { JsonDocument } from './common-chem.js'
import type { Molecule, Neighbour } from './molecule.js'
import { asDocument, neutralCharges } from './normalise.js'
import { redrawn } from './redraw.js'

/** A proton without which a five-membered ring is aromatic. */
interface RingProton {
  readonly on: number
  readonly nitrogen: number
  /** Bonds whose order changes. */
  readonly orders: readonly (readonly [bond: number, order: number])[]
}

/**
 * The document with a pyrrole or indole that is drawn protonated on nitrogen or carbon, and so not aromatic, as the
 * aromatic base, with the proton on an anion of the same component or, if it has none, next to a hydron; null if there
 * is none. The engine leaves such drawings to RDKit; see `engine/perceive/joined-charges`.
 */
export function withRingProtonsApart(document: JsonDocument, molecule: Molecule): JsonDocument | null {
  const protons = ringProtonsOf(molecule)
  if (protons.length === 0) return null
  const { atoms, components } = molecule
  const neutral = neutralCharges(molecule)
  const changes = new Map<number, { hydrogens: number; charge: number }>()
  const now = (a: number) => changes.get(a) ?? atoms[a]!
  const change = (a: number, hydrogens: number, charge: number) =>
    changes.set(a, { hydrogens: now(a).hydrogens + hydrogens, charge: now(a).charge + charge })
  const apart = protons.filter(({ on, nitrogen }) => {
    change(nitrogen, 0, -1)
    const component = components.find((some) => some.includes(on))!
    const anion = component.find((a) => now(a).charge < 0 && neutral[a] === 0)
    if (anion === undefined) return true
    change(on, -1, 0)
    change(anion, 1, 1)
    return false
  })
  const base = redrawn(document, molecule, {
    atoms: changes,
    orders: new Map(protons.flatMap(({ orders }) => orders)),
  })
  return base && apart.reduce((left, { on }) => withProtonApart(left, on), base)
}

/** A hydrogen of an atom, drawn or not, as a hydron of its own. */
function withProtonApart(document: JsonDocument, on: number): JsonDocument {
  const json = document.molecules[0]!
  const { impHs, z } = document.defaults.atom
  const implied = json.atoms[on]!.impHs ?? impHs
  if (implied > 0) {
    const atoms = json.atoms.map((atom, a) => (a === on ? { ...atom, impHs: implied - 1 } : atom))
    return asDocument(document, { ...json, atoms: [...atoms, { z: 1, chg: 1, impHs: 0 }] })
  }
  const isProton = (a: number) => (json.atoms[a]!.z ?? z) === 1
  const link = json.bonds.find(({ atoms }) => atoms.includes(on) && atoms.some(isProton))!
  const atoms = json.atoms.map((atom, a) => (link.atoms.includes(a) && a !== on ? { ...atom, chg: 1 } : atom))
  return asDocument(document, { ...json, atoms, bonds: json.bonds.filter((bond) => bond !== link) })
}

function ringProtonsOf(molecule: Molecule): RingProton[] {
  const found: RingProton[] = []
  const used = new Set<number>()
  for (const ring of molecule.rings) {
    const proton = ring.length === 5 ? ringProton(molecule, ring) : null
    if (!proton || ring.some((a) => used.has(a))) continue
    for (const a of ring) used.add(a)
    found.push(proton)
  }
  return found
}

function ringProton(molecule: Molecule, ring: readonly number[]): RingProton | null {
  const { atoms, bonds, neighbours } = molecule
  const inRing = (a: number) => neighbours[a]!.filter((n) => ring.includes(n.atom))
  const isFlat = (a: number) => atoms[a]!.aromatic || neighbours[a]!.some(({ bond }) => bonds[bond]!.order === 2)
  const isSaturated = (a: number) => !isFlat(a)
  const nitrogen = ring.find((a) => atoms[a]!.z === 7 && atoms[a]!.charge === 1 && !atoms[a]!.aromatic)
  const saturated = ring.filter(isSaturated)
  const [on, another] = saturated
  if (nitrogen === undefined || on === undefined || another !== undefined || atoms[on]!.hydrogens === 0) return null
  if (on === nitrogen) return { on, nitrogen, orders: [] }
  const double = (n: Neighbour) => bonds[n.bond]!.order === 2 && !bonds[n.bond]!.aromatic
  const carbon = inRing(nitrogen).find(double)
  const near = carbon && inRing(carbon.atom).find((n) => n.atom === on)
  if (!carbon || !near || atoms[on]!.z !== 6) return null
  return {
    on,
    nitrogen,
    orders: [
      [carbon.bond, 1],
      [near.bond, 2],
    ],
  }
}
