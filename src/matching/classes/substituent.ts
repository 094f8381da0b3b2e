import type { Molecule } from '../../chem/index.js'

interface Attachment {
  readonly from: number
  readonly to: number
  readonly bond: number
}

/** A group cut from the scaffold: its atoms and the bonds that attach it. Data derived from it is cached with it. */
export class Substituent {
  /** By group predicate. */
  readonly hits = new Map<object, GroupHit | null>()
  /** By site; cache of `explain.ts`. */
  readonly explanations = new Map<object, unknown>()
  /** The rings that it contains at the attached atom, or closes with the scaffold. */
  rings: RingSystem | null = null
  #inside: ReadonlySet<number> | null = null

  constructor(
    /** In ascending order. */
    readonly atoms: readonly number[],
    readonly attachments: readonly Attachment[],
    readonly mask: AtomMask,
  ) {}

  get inside(): ReadonlySet<number> {
    return (this.#inside ??= new Set(this.atoms))
  }
}

/**
 * The connected groups of some atoms.
 * @param left these atoms; emptied by this function
 */
export function cutMask(molecule: Molecule, left: AtomMask, kept: AtomMask): Substituent[] {
  const substituents: Substituent[] = []
  for (let word = 0; word < left.length; word++) {
    while (left[word] !== 0)
      substituents.push(substituentFrom(molecule, word * 32 + 31 - Math.clz32(left[word]! & -left[word]!), left, kept))
  }
  return substituents
}

function substituentFrom(molecule: Molecule, start: number, left: AtomMask, kept: AtomMask): Substituent {
  const mask = new Int32Array(left.length)
  const atoms = [start]
  const attachments: Attachment[] = []
  move(start, left, mask)
  for (let next = 0; next < atoms.length; next++) {
    const from = atoms[next]!
    for (const { atom, bond } of molecule.neighbours[from]!) {
      if (isIn(kept, atom)) attachments.push({ from: atom, to: from, bond })
      else if (isIn(left, atom)) {
        move(atom, left, mask)
        atoms.push(atom)
      }
    }
  }
  return new Substituent(atoms.sort(ascending), attachments, mask)
}

function move(atom: number, from: AtomMask, to: AtomMask): void {
  from[atom >>> 5]! &= ~(1 << (atom & 31))
  addTo(to, atom)
}

export function ascending(a: number, b: number): number {
  return a - b
}

/** A group that satisfied an item: its atoms, and the readings on which this depends. */
export interface GroupHit {
  readonly atoms: readonly number[]
  readonly readings: readonly string[]
  /** Groups further out that were each checked against a list (`further`). */
  readonly further: readonly GroupHit[]
}

export interface RingSystem {
  readonly atoms: ReadonlySet<number>
  readonly rings: readonly (readonly number[])[]
}

/** Atoms of one molecule as bits: atom `a` is bit `a & 31` of word `a >>> 5`. */
export type AtomMask = Int32Array

/** @param count number of atoms in the molecule */
export function maskOf(atoms: readonly number[], count: number): AtomMask {
  const mask = new Int32Array((count + 31) >>> 5)
  for (const atom of atoms) addTo(mask, atom)
  return mask
}

export function addTo(mask: AtomMask, atom: number): void {
  mask[atom >>> 5]! |= 1 << (atom & 31)
}

export function isIn(mask: AtomMask, atom: number): boolean {
  return ((mask[atom >>> 5]! >>> (atom & 31)) & 1) === 1
}

export function overlap(a: AtomMask, b: AtomMask): boolean {
  for (let word = 0; word < a.length; word++) if ((a[word]! & b[word]!) !== 0) return true
  return false
}

/** Whether every atom of one mask is in at least one of the others. */
export function isCovered(mask: AtomMask, by: readonly AtomMask[]): boolean {
  for (let word = 0; word < mask.length; word++) {
    let left = mask[word]!
    for (const other of by) left &= ~other[word]!
    if (left !== 0) return false
  }
  return true
}
