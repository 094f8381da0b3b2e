import type { Molecule } from '../../chem/index.js'
import { addTo, isIn, maskOf, type AtomMask } from './atom-mask.js'
import type { GroupHit } from './group-hit.js'
import type { RingSystem } from './ring-system.js'

interface Attachment {
  /** Scaffold atom. */
  readonly from: number
  /** Atom of the substituent. */
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

/** The connected groups that remain of `within` once `kept` is removed. */
export function cut(molecule: Molecule, within: readonly number[], kept: ReadonlySet<number>): Substituent[] {
  const count = molecule.atoms.length
  return cutMask(
    molecule,
    maskOf(
      within.filter((atom) => !kept.has(atom)),
      count,
    ),
    maskOf([...kept], count),
  )
}

/** @param left atoms of the groups; emptied by this function */
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
