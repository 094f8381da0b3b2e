import { massOf } from '../chem/index.js'
import type { Further, Item, Shape, Term, TermUse } from '../law/index.js'
import { hydrocarbylSizes } from './hydrocarbyl.js'
import { closedRings, cut, firstAtoms, longestChain, ringSystem, type Graph, type Piece } from './graph.js'

/** A group that satisfied an item: its atoms, and the readings on which that rests. */
export interface GroupHit {
  readonly atoms: readonly number[]
  readonly readings: readonly string[]
  /** Groups further out that were each checked against a list (`further`). */
  readonly further: readonly GroupHit[]
}

export type Terms = ReadonlyMap<string, Term>

/** The first item that the group satisfies, items without a reading before those with one. */
export function fitsItems(graph: Graph, terms: Terms, piece: Piece, items: readonly Item[]): GroupHit | null {
  const plain = items.filter((item) => typeof item === 'string' || item.reading === undefined)
  const doubtful = items.filter((item) => typeof item !== 'string' && item.reading !== undefined)
  let best: GroupHit | null = null
  for (const item of [...plain, ...doubtful]) {
    const hit = fitsItem(graph, terms, piece, item)
    if (!hit) continue
    if (hit.readings.length === 0) return hit
    best ??= hit
  }
  return best
}

/** @param override replaces the further substitution that item and term allow */
export function fitsItem(graph: Graph, terms: Terms, piece: Piece, item: Item, override?: Further): GroupHit | null {
  const use: TermUse = typeof item === 'string' ? { term: item } : item
  const term = terms.get(use.term)
  if (!term) throw new Error(`rule uses the term ${use.term}, which has no record`)
  if (!withinBounds(graph, piece, use)) return null
  for (const excluded of use.except ?? []) if (fitsItem(graph, terms, piece, excluded)) return null
  for (const shape of term.is) {
    const nested = fitsShape(graph, terms, piece, shape, override ?? use.further ?? shape.further ?? 'none')
    if (!nested) continue
    const readings = [...(use.reading === undefined ? [] : [use.reading]), ...nested.flatMap((hit) => hit.readings)]
    return { atoms: piece.atoms, readings: [...new Set(readings)], further: nested }
  }
  return null
}

function withinBounds(graph: Graph, piece: Piece, use: TermUse): boolean {
  if (use.carbons && !inRange(piece.atoms.filter((a) => graph.molecule.atoms[a]!.z === 6).length, use.carbons)) return false
  if (use.chain && !inRange(chainOf(graph, piece, use.chain.over), use.chain)) return false
  if (use.hydrocarbyl) {
    const { common, others } = hydrocarbylSizes(graph, piece)
    const sizes = use.hydrocarbyl.counted === 'commonly' ? [common] : [common, ...others]
    if (!sizes.some((n) => inRange(n, use.hydrocarbyl!))) return false
  }
  return use.mass === undefined || massOf(graph.molecule, piece.atoms) <= use.mass.max
}

function chainOf(graph: Graph, piece: Piece, over: readonly string[] | undefined): number {
  if (!over) return longestChain(graph.molecule, piece.atoms)
  const links = over.map((pattern) => firstAtoms(graph, pattern))
  return longestChain(graph.molecule, piece.atoms, (atom) => links.some((set) => set.has(atom)))
}

function fitsShape(graph: Graph, terms: Terms, piece: Piece, shape: Shape, further: Further): GroupHit[] | null {
  if (piece.attachments.length !== (shape.ends ?? 1)) return null
  if (!piece.attachments.every(({ bond }) => bondFits(graph, bond, shape.bond ?? 'single'))) return null
  const roots = piece.attachments.map((attachment) => attachment.to)
  if (shape.root !== undefined && !roots.every((root) => firstAtoms(graph, shape.root!).has(root))) return null
  if (shape.every) {
    const sets = shape.every.map((pattern) => firstAtoms(graph, pattern))
    if (!piece.atoms.every((atom) => sets.some((set) => set.has(atom)))) return null
  }
  const some = (pattern: string) => {
    const set = firstAtoms(graph, pattern)
    return piece.atoms.some((atom) => set.has(atom))
  }
  if (shape.some && !shape.some.every(some)) return null
  if (shape.none && shape.none.some(some)) return null
  if (shape.core === undefined && shape.ring === undefined) return []
  for (const skeleton of skeletons(graph, piece, roots, shape)) {
    const nested = fitsFurther(graph, terms, piece, skeleton, further)
    if (nested) return nested
  }
  return null
}

/** The atoms that the shape itself accounts for, one set for each way of laying it on the group. */
function skeletons(graph: Graph, piece: Piece, roots: readonly number[], shape: Shape): Set<number>[] {
  const inside = new Set(piece.atoms)
  const systems = shape.ring ? ringsOf(graph, roots, inside, shape.ring) : [new Set<number>()]
  if (shape.core === undefined) return systems
  const cores = graph.match(shape.core).embeddings.filter((embedding) => roots.includes(embedding[0]!) && embedding.every((atom) => inside.has(atom)))
  return cores.flatMap((core) => systems.map((system) => new Set([...core, ...system])))
}

/** The ring system at the attached atom, or for a bridging group the rings that it closes with the scaffold, where it is of the wanted kind. */
function ringsOf(graph: Graph, roots: readonly number[], inside: ReadonlySet<number>, wanted: NonNullable<Shape['ring']>): Set<number>[] {
  const { atoms, rings } = roots.length > 1 ? closedRings(graph.molecule, inside) : ringSystem(graph.molecule, roots[0]!, inside)
  if (rings.length === 0) return []
  const hetero = [...atoms].filter((a) => graph.molecule.atoms[a]!.z !== 6)
  if (wanted.rings && !inRange(rings.length, wanted.rings)) return []
  if (wanted.sizes && !rings.every((ring) => wanted.sizes!.includes(ring.length))) return []
  if (wanted.aromatic !== undefined && ![...atoms].every((a) => graph.molecule.atoms[a]!.aromatic === wanted.aromatic)) return []
  if (wanted.heteroatoms && !inRange(hetero.length, wanted.heteroatoms)) return []
  if (wanted.heteroelements && !hetero.every((a) => wanted.heteroelements!.includes(elementOf(graph, a)))) return []
  if (!wanted.is) return [atoms]
  return wanted.is
    .flatMap((pattern) => graph.match(pattern).embeddings)
    .filter((embedding) => embedding.every((a) => inside.has(a)) && [...atoms].every((a) => embedding.includes(a)))
    .map((embedding) => new Set(embedding))
}

function fitsFurther(graph: Graph, terms: Terms, piece: Piece, skeleton: ReadonlySet<number>, further: Further): GroupHit[] | null {
  if (further === 'any') return []
  const outside = cut(graph.molecule, piece.atoms, skeleton)
  if (outside.length === 0) return []
  if (further === 'none') return null
  const hits: GroupHit[] = []
  for (const group of outside) {
    const hit = fitsItems(graph, terms, group, further)
    if (!hit) return null
    hits.push(hit)
  }
  return hits
}

function bondFits(graph: Graph, bond: number, wanted: 'single' | 'double' | 'any'): boolean {
  if (wanted === 'any') return true
  const { order, aromatic } = graph.molecule.bonds[bond]!
  return !aromatic && order === (wanted === 'single' ? 1 : 2)
}

export function inRange(n: number, range: { min?: number | undefined; max?: number | undefined }): boolean {
  return n >= (range.min ?? 0) && n <= (range.max ?? Infinity)
}

const elements: Record<number, string> = { 5: 'B', 7: 'N', 8: 'O', 9: 'F', 14: 'Si', 15: 'P', 16: 'S', 17: 'Cl', 34: 'Se', 35: 'Br', 53: 'I' }

function elementOf(graph: Graph, atom: number): string {
  return elements[graph.molecule.atoms[atom]!.z] ?? '?'
}
