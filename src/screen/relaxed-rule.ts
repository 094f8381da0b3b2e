import { massOf, type Molecule } from '../chem/index.js'
import type { Clause, Item, Rule, Shape, Site, Term } from '../law/index.js'
import type { Terms } from '../matching/index.js'
import { capacity, maxNeighbours, type FastGraph } from './fast-graph.js'
import { readPattern, type Pattern } from './pattern.js'
import { anyMayMatch, mayMatch, mayMatchAt, surelyHas, surelyMatches } from './relaxed-match.js'
import { aromatic, testBond } from './relaxed-tests.js'

interface RelaxedShape {
  readonly shape: Shape
  readonly root: Pattern | null
  readonly every: readonly (Pattern | null)[]
  readonly some: readonly (Pattern | null)[]
  readonly none: readonly (Pattern | null)[]
  readonly core: Pattern | null
  readonly is: readonly (Pattern | null)[]
}

interface RelaxedItem {
  readonly carbons: { readonly min: number; readonly max: number }
  readonly shapes: readonly RelaxedShape[]
  /** True where nothing else may hang on the shape. */
  readonly bare: boolean
}

interface RelaxedSite {
  readonly one: boolean
  readonly anchors: readonly number[]
  readonly parent: RelaxedItem | null
  readonly clauses: readonly (readonly RelaxedItem[])[]
}

interface Piece {
  readonly atoms: readonly number[]
  readonly inside: Uint8Array
  readonly from: readonly number[]
  readonly to: readonly number[]
  readonly bonds: readonly number[]
}

/**
 * Whether the groups that one embedding of a scaffold leaves could each be explained by the rule.
 * Looser than the rule engine in everything: what this refuses, the engine refuses.
 */
export class RelaxedRule {
  readonly #sites: readonly RelaxedSite[]
  readonly #bridges: readonly { readonly anchors: ReadonlySet<number>; readonly items: readonly RelaxedItem[] }[]

  readonly #mass: number
  readonly #conditions: readonly { readonly pattern: Pattern | null; readonly present: boolean }[]

  /** @param names map number of each pattern atom */
  constructor(rule: Rule, names: readonly (number | null)[], terms: Terms) {
    this.#mass = rule.mass?.max ?? Infinity
    this.#conditions = (rule.conditions ?? []).map(({ smarts, present }) => ({ pattern: patternOf(smarts), present }))
    const own = new Map<string, Term>([...terms, ...(rule.terms ?? []).map((t) => [t.id, t] as const)])
    const items = (clause: Clause) => clause.with.map((item) => relaxItem(item, own))
    const anchors = (site: Site) => site.on.map((name) => names.indexOf(name)).filter((i) => i >= 0)
    this.#sites = rule.sites.map((site) => ({
      one: site.holds === 'one',
      anchors: anchors(site),
      parent: site.parent === undefined ? null : relaxItem(site.parent, own),
      clauses: rule.clauses.filter((c) => c.change !== 'bridge' && c.sites.includes(site.id)).map((clause) => (clause.change === 'substitute' && site.parent !== undefined ? [loosened(relaxItem(site.parent, own))] : items(clause))),
    }))
    this.#bridges = rule.clauses
      .filter((c) => c.change === 'bridge')
      .map((clause) => ({ anchors: new Set(rule.sites.filter((s) => clause.sites.includes(s.id)).flatMap(anchors)), items: items(clause) }))
  }

  couldFit(graph: FastGraph, embedding: Uint8Array): boolean {
    return this.#wholeCouldFit(graph, graph.component[embedding[0]!]!) && this.#explains(graph, embedding, null)
  }

  /**
   * Whether the rule could fit what is left when some links are undone.
   * @param links 1 for oxygens of links: what a group with one of them becomes is not worked out
   */
  couldFitUndone(graph: FastGraph, embedding: Uint8Array, links: Uint8Array): boolean {
    return this.#explains(graph, embedding, links)
  }

  #explains(graph: FastGraph, embedding: Uint8Array, links: Uint8Array | null): boolean {
    const pieces = cut(graph, embedding)
    const place = (atom: number) => embedding.indexOf(atom)
    const held = new Uint8Array(this.#sites.length)
    for (const piece of pieces) {
      const open = links !== null && (piece.atoms.some((a) => links[a] === 1) || piece.from.some((a) => links[a] === 1))
      if (piece.from.length > 1) {
        if (!open && !this.#bridges.some((b) => piece.from.every((atom) => b.anchors.has(place(atom))) && b.items.some((item) => itemFits(graph, piece, item)))) return false
        continue
      }
      const at = place(piece.from[0]!)
      let explained = open
      this.#sites.forEach((site, i) => {
        if (!site.anchors.includes(at)) return
        if (!open && !((site.parent && itemFits(graph, piece, site.parent)) || site.clauses.some((with_) => with_.some((item) => itemFits(graph, piece, item))))) return
        explained = true
        held[i] = 1
      })
      if (!explained) return false
    }
    return this.#sites.every((site, i) => !site.one || site.anchors.length === 0 || held[i] === 1)
  }

  /** The limits that a rule sets to the whole substance. */
  #wholeCouldFit(graph: FastGraph, component: number): boolean {
    if (this.#mass < Infinity && massIn(graph, component) > this.#mass + rounding) return false
    return this.#conditions.every(({ pattern, present }) => pattern === null || (present ? mayMatch(graph, pattern) : !surelyHas(graph, pattern, component)))
  }
}

/** Mass of a component with its hydrogens, Da. */
function massIn(graph: FastGraph, component: number): number {
  let mass = 0
  for (let a = 0; a < graph.atoms; a++) if (graph.component[a] === component) mass += weightOf(graph.z[a]!) + graph.hydrogens[a]! * weightOf(1)
  return mass
}

const weights: number[] = []

function weightOf(z: number): number {
  return (weights[z] ??= massOf({ atoms: [{ z, hydrogens: 0 }] } as unknown as Molecule, [0]))
}

/** Differences in the order of adding up are far below this, Da. */
const rounding = 0.01

const kept = new Uint8Array(capacity)
const taken = new Uint8Array(capacity)

function cut(graph: FastGraph, embedding: Uint8Array): Piece[] {
  kept.fill(0, 0, graph.atoms)
  taken.fill(0, 0, graph.atoms)
  for (const atom of embedding) kept[atom] = taken[atom] = 1
  const component = graph.component[embedding[0]!]
  const pieces: Piece[] = []
  for (let start = 0; start < graph.atoms; start++) {
    if (taken[start] === 1 || graph.component[start] !== component) continue
    const piece = { atoms: [start], inside: new Uint8Array(graph.atoms), from: [] as number[], to: [] as number[], bonds: [] as number[] }
    taken[start] = piece.inside[start] = 1
    for (let next = 0; next < piece.atoms.length; next++) {
      const atom = piece.atoms[next]!
      for (let k = 0; k < graph.degree[atom]!; k++) {
        const other = graph.neighbour[atom * maxNeighbours + k]!
        if (kept[other] === 1) {
          piece.from.push(other)
          piece.to.push(atom)
          piece.bonds.push(graph.via[atom * maxNeighbours + k]!)
        } else if (taken[other] === 0) {
          taken[other] = piece.inside[other] = 1
          piece.atoms.push(other)
        }
      }
    }
    pieces.push(piece)
  }
  return pieces
}

function itemFits(graph: FastGraph, piece: Piece, item: RelaxedItem): boolean {
  const carbons = piece.atoms.reduce((n, a) => n + (graph.z[a] === 6 ? 1 : 0), 0)
  return carbons >= item.carbons.min && carbons <= item.carbons.max && item.shapes.some((shape) => shapeFits(graph, piece, shape, item.bare))
}

function shapeFits(graph: FastGraph, piece: Piece, { shape, root, every, some, none, core, is }: RelaxedShape, bare: boolean): boolean {
  if (piece.to.length !== (shape.ends ?? 1)) return false
  const order = shape.bond ?? 'single'
  if (order !== 'any' && !piece.bonds.every((bond) => testBond(graph, bond, { is: 'order', order: order === 'single' ? 1 : 2 }) !== 0)) return false
  if (root && !piece.to.every((atom) => mayMatchAt(graph, root, atom))) return false
  if (every.length > 0 && !every.includes(null) && !piece.atoms.every((atom) => every.some((pattern) => mayMatchAt(graph, pattern!, atom)))) return false
  if (!some.every((pattern) => pattern === null || piece.atoms.some((atom) => mayMatchAt(graph, pattern, atom)))) return false
  if (none.some((pattern) => pattern !== null && piece.atoms.some((atom) => surelyMatches(graph, pattern, atom)))) return false
  if (shape.ring && !piece.to.every((atom) => graph.ringAtom[atom] === 1 && (shape.ring!.aromatic !== true || aromatic(graph, atom) !== 0))) return false
  if (shape.ring && piece.to.length === 1) {
    const ring = loneRing(graph, piece)
    if (ring && !ringFits(graph, ring, shape.ring)) return false
    if (ring && bare && !core && (shape.further ?? 'none') === 'none' && ring.length !== piece.atoms.length) return false
  }
  const inPiece = (embedding: Uint8Array) => embedding.every((atom) => piece.inside[atom] === 1)
  if (is.length > 0 && !is.some((pattern) => pattern === null || mayMatch(graph, pattern, (e) => inPiece(e) && piece.to.every((atom) => e.includes(atom))))) return false
  if (!core) return true
  const whole = bare && !shape.ring && (shape.further ?? 'none') === 'none'
  if (whole && core.atoms.length !== piece.atoms.length) return false
  return piece.to.some((atom) => anyMayMatch(graph, core, atom, inPiece))
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
      if (ringBond[via[k]!] === 0 || piece.inside[other] === 0) continue
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
    if (wanted.aromatic === true && aromatic(graph, atom) === 0) return false
  }
  if ((wanted.rings?.min ?? 0) > 1 || (wanted.sizes && !wanted.sizes.includes(ring.length))) return false
  return hetero >= (wanted.heteroatoms?.min ?? 0) && hetero <= (wanted.heteroatoms?.max ?? Infinity)
}

function relaxItem(item: Item, terms: ReadonlyMap<string, Term>): RelaxedItem {
  const use = typeof item === 'string' ? { term: item } : item
  const term = terms.get(use.term)
  const range = 'carbons' in use ? use.carbons : undefined
  return {
    carbons: { min: range?.min ?? 0, max: range?.max ?? Infinity },
    shapes: (term?.is ?? []).map(relaxShape),
    bare: !('further' in use) || use.further === undefined || use.further === 'none',
  }
}

/** The parent's group with anything more on it. */
function loosened(item: RelaxedItem): RelaxedItem {
  return { ...item, carbons: { min: 0, max: Infinity }, bare: false }
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

const patterns = new Map<string, Pattern | null>()

function patternOf(smarts: string): Pattern | null {
  const known = patterns.get(smarts)
  if (known !== undefined) return known
  const found = readPattern(smarts)
  patterns.set(smarts, found)
  return found
}

