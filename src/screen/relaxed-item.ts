import type { Item, Shape, Term } from '../law/index.js'
import { asPiece, isIn, type Piece } from './branches.js'
import { capacity, maxNeighbours, type FastGraph } from './fast-graph.js'
import { patternOf, type Pattern } from './pattern.js'
import { anyMayMatch, matchMask, mayMatch, sureMask } from './relaxed-match.js'
import { bondAnswerOf, numberedBond } from './test-codes.js'

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
    if (piece.carbons < this.#carbons.min || piece.carbons > this.#carbons.max) return false
    for (const shape of this.#shapes) if (shapeFits(graph, piece, shape, this.#bare)) return true
    return false
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

const singleBond = numberedBond({ is: 'order', order: 1 })
const doubleBond = numberedBond({ is: 'order', order: 2 })

/** Asked often enough that it makes no closures before the last questions. */
function shapeFits(graph: FastGraph, piece: Piece, relaxed: RelaxedShape, bare: boolean): boolean {
  const { shape, every, core, is } = relaxed
  const { ring } = shape
  if (piece.to.length !== (shape.ends ?? 1) || !bondsFit(graph, piece, shape) || !rootFits(graph, piece, relaxed)) return false
  if (every.length > 0 && !every.includes(null) && !isCovered(graph, piece, every as readonly Pattern[])) return false
  for (const pattern of relaxed.some) if (pattern !== null && !overlaps(piece, matchMask(graph, pattern))) return false
  for (const pattern of relaxed.none) if (pattern !== null && overlaps(piece, sureMask(graph, pattern))) return false
  if (ring) {
    for (const atom of piece.to) if (graph.ringAtom[atom] === 0 || (ring.aromatic === true && graph.aromatic[atom] === 0)) return false
    const lone = piece.to.length === 1 ? loneRing(graph, piece) : null
    if (lone && !ringFits(graph, lone, ring)) return false
    if (lone && bare && !core && (shape.further ?? 'none') === 'none' && lone.length !== piece.size) return false
  }
  if (is.length > 0 && !isOneOf(graph, piece, is)) return false
  if (!core) return true
  const whole = bare && !ring && (shape.further ?? 'none') === 'none'
  if (whole && core.atoms.length !== piece.size) return false
  return hasCore(graph, piece, core)
}

function bondsFit(graph: FastGraph, { bonds }: Piece, { bond = 'single' }: Shape): boolean {
  if (bond === 'any') return true
  for (const own of bonds) if (bondAnswerOf(graph, own, bond === 'single' ? singleBond : doubleBond) === 0) return false
  return true
}

function rootFits(graph: FastGraph, { to }: Piece, { root }: RelaxedShape): boolean {
  if (!root) return true
  const mask = matchMask(graph, root)
  for (const atom of to) if (((mask[atom >>> 5]! >>> (atom & 31)) & 1) === 0) return false
  return true
}

function isOneOf(graph: FastGraph, piece: Piece, patterns: readonly (Pattern | null)[]): boolean {
  return patterns.some((pattern) => pattern === null || mayMatch(graph, pattern, (e) => allIn(piece, e) && piece.to.every((atom) => e.includes(atom))))
}

function hasCore(graph: FastGraph, piece: Piece, core: Pattern): boolean {
  const before = pieceNow
  pieceNow = piece
  let found = false
  for (let i = 0; i < piece.to.length && !found; i++) found = anyMayMatch(graph, core, piece.to[i]!, inPieceNow)
  pieceNow = before
  return found
}

let pieceNow: Piece
const inPieceNow = (embedding: Uint8Array): boolean => allIn(pieceNow, embedding)

function allIn(piece: Piece, embedding: Uint8Array): boolean {
  for (let i = 0; i < embedding.length; i++) if (!isIn(piece, embedding[i]!)) return false
  return true
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
