import type { Hydrate, Identity, Link, Matches, Molecule } from '../chem/index.js'

/** What the rule engine needs of a structure. */
export interface Graph {
  readonly molecule: Molecule
  match(smarts: string): Matches
}

/** What judging needs of a structure; `chem.Structure` provides it, and tells what each part means. */
export interface Subject extends Graph {
  readonly settled: Molecule | null
  matchSettled(smarts: string): Matches
  identity(component: readonly number[]): Identity | null
  neutralIdentity(component: readonly number[]): Identity | null
  mobileIdentity(component: readonly number[]): Identity | null
  undone(links: readonly Pick<Link, 'oxygen' | 'other'>[]): Subject | null
  dried(hydrate: Hydrate): Subject | null
}

/** A group cut from the scaffold: its atoms and the bonds by which it hangs on it. */
export interface Piece {
  readonly atoms: readonly number[]
  readonly attachments: readonly Attachment[]
}

export interface Attachment {
  /** Atom that was kept. */
  readonly from: number
  /** Atom of the piece. */
  readonly to: number
  readonly bond: number
}

/** The connected groups that remain of `within` when `kept` is taken out. */
export function cut(molecule: Molecule, within: readonly number[], kept: ReadonlySet<number>): Piece[] {
  const left = new Set(within.filter((atom) => !kept.has(atom)))
  const pieces: Piece[] = []
  for (const start of left) {
    left.delete(start)
    const atoms = [start]
    const attachments: Attachment[] = []
    for (let next = 0; next < atoms.length; next++) {
      const from = atoms[next]!
      for (const { atom, bond } of molecule.neighbours[from]!) {
        if (kept.has(atom)) attachments.push({ from: atom, to: from, bond })
        else if (left.delete(atom)) atoms.push(atom)
      }
    }
    pieces.push({ atoms: atoms.sort((a, b) => a - b), attachments })
  }
  return pieces
}

/** Atoms that match the first atom of a pattern. */
export function firstAtoms(graph: Graph, smarts: string): Set<number> {
  return new Set(graph.match(smarts).embeddings.map((embedding) => embedding[0]!))
}

/** The ring system of an atom inside a piece: rings that share an atom with one another, however fused. */
export function ringSystem(molecule: Molecule, atom: number, inside: ReadonlySet<number>): { atoms: Set<number>; rings: (readonly number[])[] } {
  const rest = molecule.rings.filter((ring) => ring.every((a) => inside.has(a)))
  const atoms = new Set<number>()
  const rings: (readonly number[])[] = []
  let frontier = rest.filter((ring) => ring.includes(atom))
  while (frontier.length > 0) {
    for (const ring of frontier) {
      rings.push(ring)
      for (const a of ring) atoms.add(a)
    }
    frontier = rest.filter((ring) => !rings.includes(ring) && ring.some((a) => atoms.has(a)))
  }
  return { atoms, rings }
}

/** The rings that a group closes together with atoms outside it, and the atoms of the group in them. */
export function closedRings(molecule: Molecule, inside: ReadonlySet<number>): { atoms: Set<number>; rings: (readonly number[])[] } {
  const rings = molecule.rings.filter((ring) => ring.some((a) => inside.has(a)) && ring.some((a) => !inside.has(a)))
  return { atoms: new Set(rings.flat().filter((a) => inside.has(a))), rings }
}

/** Atoms of the longest unbranched path through a group; ring atoms, and atoms that are no `link`, are not counted and not crossed. */
export function longestChain(molecule: Molecule, within: readonly number[], link: (atom: number) => boolean = () => true): number {
  const ring = new Set(molecule.rings.flat())
  const open = new Set(within.filter((a) => !ring.has(a) && link(a)))
  const furthest = (start: number): [number, number] => {
    const seen = new Map([[start, 1]])
    let last: [number, number] = [start, 1]
    for (const [atom, depth] of seen) {
      if (depth > last[1]) last = [atom, depth]
      for (const n of molecule.neighbours[atom]!) if (open.has(n.atom) && !seen.has(n.atom)) seen.set(n.atom, depth + 1)
    }
    return last
  }
  return Math.max(0, ...[...open].map((atom) => furthest(furthest(atom)[0])[1]))
}
