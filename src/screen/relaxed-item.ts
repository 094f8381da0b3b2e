import type { Item, Shape, Term } from '../law/index.js'
import { asPiece, isIn, type Piece } from './branches.js'
import { capacity, maxNeighbours, type FastGraph } from './fast-graph.js'
import { patternOf, type Pattern } from './pattern.js'
import { anyMayMatch, matchMask, mayMatch, sureMask } from './relaxed-match.js'
import { testBond } from './relaxed-tests.js'

interface RelaxedShape {
  readonly shape: Shape
  readonly root: Pattern | null
  readonly every: readonly (Pattern | null)[]
  readonly some: readonly (Pattern | null)[]
  readonly none: readonly (Pattern | null)[]
  readonly core: Pattern | null
  readonly is: readonly (Pattern | null)[]
}

const unasked = 2

/** A term as a rule uses it, read loosely: what this refuses is certainly no such group. */
export class RelaxedItem {
  readonly #carbons: { readonly min: number; readonly max: number }
  readonly #shapes: readonly RelaxedShape[]
  /** True where nothing else may hang on the shape. */
  readonly #bare: boolean
  /** Answers for branches of the molecule `#answersFor`. */
  readonly #answers = new Uint8Array(capacity * 4)
  #answersFor = -1

  private constructor(carbons: { min: number; max: number }, shapes: readonly RelaxedShape[], bare: boolean) {
    this.#carbons = carbons
    this.#shapes = shapes
    this.#bare = bare
  }

  static of(item: Item, terms: ReadonlyMap<string, Term>): RelaxedItem {
    const use = typeof item === 'string' ? { term: item } : item
    const range = 'carbons' in use ? use.carbons : undefined
    const bare = !('further' in use) || use.further === undefined || use.further === 'none'
    return shared({ min: range?.min ?? 0, max: range?.max ?? Infinity }, terms.get(use.term)?.is ?? [], bare)
  }

  /** The same with anything more on it. */
  static loosely(item: Item, terms: ReadonlyMap<string, Term>): RelaxedItem {
    const use = typeof item === 'string' ? { term: item } : item
    return shared({ min: 0, max: Infinity }, terms.get(use.term)?.is ?? [], false)
  }

  static make(carbons: { min: number; max: number }, shapes: readonly Shape[], bare: boolean): RelaxedItem {
    return new RelaxedItem(carbons, shapes.map(relaxShape), bare)
  }

  /** @param side a branch, see `branchAt` */
  fitsBranch(graph: FastGraph, side: number): boolean {
    if (this.#answersFor !== graph.generation) {
      this.#answers.fill(unasked, 0, graph.bonds * 2)
      this.#answersFor = graph.generation
    }
    const known = this.#answers[side]!
    if (known !== unasked) return known === 1
    const found = this.fits(graph, asPiece(graph, side))
    this.#answers[side] = found ? 1 : 0
    return found
  }

  fits(graph: FastGraph, piece: Piece): boolean {
    return piece.carbons >= this.#carbons.min && piece.carbons <= this.#carbons.max && this.#shapes.some((shape) => shapeFits(graph, piece, shape, this.#bare))
  }
}

const known = new Map<string, RelaxedItem>()

/** Equal items share their answers, whichever rule asks. */
function shared(carbons: { min: number; max: number }, shapes: readonly Shape[], bare: boolean): RelaxedItem {
  const key = JSON.stringify([carbons.min, String(carbons.max), shapes, bare])
  const found = known.get(key) ?? RelaxedItem.make(carbons, shapes, bare)
  known.set(key, found)
  return found
}

function shapeFits(graph: FastGraph, piece: Piece, { shape, root, every, some, none, core, is }: RelaxedShape, bare: boolean): boolean {
  if (piece.to.length !== (shape.ends ?? 1)) return false
  const order = shape.bond ?? 'single'
  if (order !== 'any' && !piece.bonds.every((bond) => testBond(graph, bond, { is: 'order', order: order === 'single' ? 1 : 2 }) !== 0)) return false
  if (root && !piece.to.every((atom) => isSet(matchMask(graph, root), atom))) return false
  if (every.length > 0 && !every.includes(null) && !isCovered(graph, piece, every as readonly Pattern[])) return false
  if (!some.every((pattern) => pattern === null || overlaps(piece, matchMask(graph, pattern)))) return false
  if (none.some((pattern) => pattern !== null && overlaps(piece, sureMask(graph, pattern)))) return false
  if (shape.ring && !piece.to.every((atom) => graph.ringAtom[atom] === 1 && (shape.ring!.aromatic !== true || graph.aromatic[atom] !== 0))) return false
  if (shape.ring && piece.to.length === 1) {
    const ring = loneRing(graph, piece)
    if (ring && !ringFits(graph, ring, shape.ring)) return false
    if (ring && bare && !core && (shape.further ?? 'none') === 'none' && ring.length !== piece.size) return false
  }
  const inPiece = (embedding: Uint8Array) => embedding.every((atom) => isIn(piece, atom))
  if (is.length > 0 && !is.some((pattern) => pattern === null || mayMatch(graph, pattern, (e) => inPiece(e) && piece.to.every((atom) => e.includes(atom))))) return false
  if (!core) return true
  const whole = bare && !shape.ring && (shape.further ?? 'none') === 'none'
  if (whole && core.atoms.length !== piece.size) return false
  return piece.to.some((atom) => anyMayMatch(graph, core, atom, inPiece))
}

function isSet(mask: Int32Array, atom: number): boolean {
  return ((mask[atom >>> 5]! >>> (atom & 31)) & 1) === 1
}

function overlaps({ masks, begin }: Piece, mask: Int32Array): boolean {
  for (let word = 0; word < mask.length; word++) if ((masks[begin + word]! & mask[word]!) !== 0) return true
  return false
}

/** Whether each atom of a piece passes one of the patterns. */
function isCovered(graph: FastGraph, { masks, begin }: Piece, patterns: readonly Pattern[]): boolean {
  const words = (graph.atoms + 31) >>> 5
  for (let word = 0; word < words; word++) {
    let left = masks[begin + word]!
    for (let i = 0; left !== 0 && i < patterns.length; i++) left &= ~matchMask(graph, patterns[i]!)[word]!
    if (left !== 0) return false
  }
  return true
}

const ringAtoms = new Uint8Array(capacity)
const inRing = new Uint8Array(capacity)

/** The ring at the attached atom where it is by itself; null where it is fused, spiro or bridged, and the engine must say what counts as one. */
function loneRing({ degree, neighbour, via, ringBond, atoms }: FastGraph, piece: Piece): Uint8Array | null {
  inRing.fill(0, 0, atoms)
  ringAtoms[0] = piece.to[0]!
  inRing[piece.to[0]!] = 1
  let size = 1
  for (let next = 0; next < size; next++) {
    const atom = ringAtoms[next]!
    let bonds = 0
    for (let k = atom * maxNeighbours, end = k + degree[atom]!; k < end; k++) {
      const other = neighbour[k]!
      if (ringBond[via[k]!] === 0 || !isIn(piece, other)) continue
      bonds++
      if (inRing[other] === 1) continue
      inRing[other] = 1
      ringAtoms[size++] = other
    }
    if (bonds !== 2) return null
  }
  return ringAtoms.subarray(0, size)
}

function ringFits(graph: FastGraph, ring: Uint8Array, wanted: NonNullable<Shape['ring']>): boolean {
  let hetero = 0
  for (const atom of ring) {
    if (graph.z[atom] !== 6) hetero++
    if (wanted.aromatic === true && graph.aromatic[atom] === 0) return false
  }
  if ((wanted.rings?.min ?? 0) > 1 || (wanted.sizes && !wanted.sizes.includes(ring.length))) return false
  return hetero >= (wanted.heteroatoms?.min ?? 0) && hetero <= (wanted.heteroatoms?.max ?? Infinity)
}

function relaxShape(shape: Shape): RelaxedShape {
  const read = (list: readonly string[] | undefined) => (list ?? []).map(patternOf)
  return {
    shape,
    root: shape.root === undefined ? null : patternOf(shape.root),
    every: read(shape.every),
    some: read(shape.some),
    none: read(shape.none),
    core: shape.core === undefined ? null : patternOf(shape.core),
    is: read(shape.ring?.is),
  }
}
