import { elementSymbol, massOf } from '../../chem/index.js'
import { everyFieldRead, type ItemPlan, type ShapePlan } from '../../rules/index.js'
import { isCovered, isIn, overlap, type GroupHit, type Substituent } from './substituent.js'
import { hydrocarbylSizes, longestChain } from './longest-chain.js'
import { closedRings, ringSystem } from './graph.js'
import type { Graph } from '../subject.js'
import type { MoleculeCache } from './molecule-cache.js'

const made = new WeakMap<ItemPlan, GroupTest>()

/** The exact predicate for an item. Equal items share one predicate, whose answer is cached with the group. */
export class GroupTest {
  #ready: ReadyItem | null = null

  private constructor(readonly item: ItemPlan) {}

  static of(item: ItemPlan): GroupTest {
    let test = made.get(item)
    if (!test) made.set(item, (test = new GroupTest(item)))
    return test
  }

  get hasReading(): boolean {
    return this.item.reading !== undefined
  }

  hit(cache: MoleculeCache, substituent: Substituent): GroupHit | null {
    const known = substituent.hits.get(this)
    if (known !== undefined) return known
    const found = this.#find(cache, substituent)
    substituent.hits.set(this, found)
    return found
  }

  #find(cache: MoleculeCache, substituent: Substituent): GroupHit | null {
    const { bounds, shapes, except, readings } = (this.#ready ??= readyItem(this.item))
    if (!withinBounds(cache, substituent, bounds)) return null
    for (const excluded of except) if (excluded.hit(cache, substituent)) return null
    for (const shape of shapes) {
      const further = fitsShape(cache, substituent, shape)
      if (!further) continue
      return {
        atoms: substituent.atoms,
        readings: [...new Set([...readings, ...further.flatMap((hit) => hit.readings)])],
        further,
      }
    }
    return null
  }
}

interface ReadyItem {
  readonly bounds: Bounds
  readonly shapes: readonly ShapeTest[]
  readonly except: readonly GroupTest[]
  readonly readings: readonly string[]
}

type Bounds = Pick<ItemPlan, 'carbons' | 'chain' | 'mass' | 'hydrocarbyl'>

/** Built on first use: a term may refer to itself further out. */
function readyItem(item: ItemPlan): ReadyItem {
  const { term, shapes, except, reading, ...bounds } = item
  const { carbons: _, chain: _chain, mass: _mass, hydrocarbyl: _hydrocarbyl, ...left } = bounds
  everyFieldRead(left)
  const { id: _id, ...leftOfTerm } = term
  everyFieldRead(leftOfTerm)
  return {
    bounds,
    shapes: shapes.map(readyShape),
    except: except.map((excluded) => GroupTest.of(excluded)),
    readings: reading === undefined ? [] : [reading],
  }
}

interface ShapeTest {
  readonly ends: number
  readonly bond: NonNullable<ShapePlan['bond']>
  readonly at: string | undefined
  readonly root: string | undefined
  readonly every: readonly string[] | undefined
  readonly some: readonly string[]
  readonly none: readonly string[]
  readonly core: string | undefined
  readonly ring: RingTest | undefined
  readonly further: 'any' | 'none' | readonly GroupTest[]
}

type RingTest = NonNullable<ShapePlan['ring']>

function readyShape(plan: ShapePlan): ShapeTest {
  const { ends, bond, at, root, every, some, none, core, ring, further, ...left } = plan
  everyFieldRead(left)
  if (ring) {
    const { is: _, rings: _rings, sizes: _sizes, aromatic: _aromatic, ...others } = ring
    const { heteroatoms: _atoms, heteroelements: _elements, ...leftOfRing } = others
    everyFieldRead(leftOfRing)
  }
  return {
    ends: ends ?? 1,
    bond: bond ?? 'single',
    at,
    root,
    every,
    some: some ?? [],
    none: none ?? [],
    core,
    ring,
    further: typeof further === 'string' ? further : testsOf(further),
  }
}

/** Items in the order in which they are tried: those without a reading before those with one. */
export function testsOf(items: readonly ItemPlan[]): readonly GroupTest[] {
  const tests = items.map((item) => GroupTest.of(item))
  return [...tests.filter((test) => !test.hasReading), ...tests.filter((test) => test.hasReading)]
}

/** The first item that the group satisfies, preferably one that depends on no reading. */
export function firstHit(cache: MoleculeCache, substituent: Substituent, tests: readonly GroupTest[]): GroupHit | null {
  let best: GroupHit | null = null
  for (const test of tests) {
    const hit = test.hit(cache, substituent)
    if (!hit) continue
    if (hit.readings.length === 0) return hit
    best ??= hit
  }
  return best
}

function withinBounds(cache: MoleculeCache, substituent: Substituent, use: Bounds): boolean {
  const { atoms } = cache.molecule
  if (use.carbons && !inRange(substituent.atoms.filter((a) => atoms[a]!.z === 6).length, use.carbons)) return false
  if (use.chain && !chainFits(cache, substituent, use.chain)) return false
  if (use.hydrocarbyl) {
    const { common, others } = hydrocarbylSizes(cache.graph, substituent)
    const sizes = use.hydrocarbyl.counted === 'commonly' ? [common] : [common, ...others]
    if (!sizes.some((n) => inRange(n, use.hydrocarbyl!))) return false
  }
  return use.mass === undefined || massOf(cache.molecule, substituent.atoms) <= use.mass.max
}

function chainFits(cache: MoleculeCache, { atoms }: Substituent, chain: NonNullable<Bounds['chain']>): boolean {
  // No chain is longer than the group.
  if (chain.min === undefined && atoms.length <= (chain.max ?? Infinity)) return true
  return inRange(longestChain(cache, atoms, chain.over?.map((pattern) => cache.first(pattern)) ?? null), chain)
}

function fitsShape(cache: MoleculeCache, substituent: Substituent, shape: ShapeTest): readonly GroupHit[] | null {
  const { attachments, mask } = substituent
  if (attachments.length !== shape.ends) return null
  for (const { bond } of attachments) if (!bondFits(cache.graph, bond, shape.bond)) return null
  if (shape.at !== undefined) {
    const places = cache.first(shape.at)
    for (const { from } of attachments) if (!isIn(places, from)) return null
  }
  if (shape.root !== undefined) {
    const roots = cache.first(shape.root)
    for (const { to } of attachments) if (!isIn(roots, to)) return null
  }
  if (
    shape.every &&
    !isCovered(
      mask,
      shape.every.map((pattern) => cache.first(pattern)),
    )
  )
    return null
  const some = (pattern: string) => overlap(mask, cache.first(pattern))
  if (!shape.some.every(some)) return null
  if (shape.none.some(some)) return null
  if (shape.core === undefined && shape.ring === undefined) return nothing
  for (const skeleton of skeletons(cache.graph, substituent, shape)) {
    const nested = fitsFurther(cache, substituent, skeleton, shape.further)
    if (nested) return nested
  }
  return null
}

const nothing: readonly GroupHit[] = []

/** The atoms that the shape itself accounts for, one set for each way of matching it to the group. */
function skeletons(graph: Graph, substituent: Substituent, shape: ShapeTest): ReadonlySet<number>[] {
  const systems = shape.ring ? ringsOf(graph, substituent, shape.ring) : [new Set<number>()]
  if (shape.core === undefined || systems.length === 0) return systems
  const cores = graph
    .match(shape.core)
    .embeddings.filter(
      (embedding) =>
        substituent.attachments.some(({ to }) => to === embedding[0]) &&
        embedding.every((atom) => isIn(substituent.mask, atom)),
    )
  return cores.flatMap((core) => systems.map((system) => new Set([...core, ...system])))
}

/** The ring system at the attached atom, or the rings that a bridging group closes, if of the required kind. */
function ringsOf(graph: Graph, substituent: Substituent, wanted: RingTest): ReadonlySet<number>[] {
  const { inside, attachments } = substituent
  const { atoms, rings } = (substituent.rings ??=
    attachments.length > 1
      ? closedRings(graph.molecule, inside)
      : ringSystem(graph.molecule, attachments[0]!.to, inside))
  if (rings.length === 0) return []
  if (wanted.rings && !inRange(rings.length, wanted.rings)) return []
  if (wanted.sizes && !rings.every((ring) => wanted.sizes!.includes(ring.length))) return []
  if (wanted.aromatic !== undefined)
    for (const a of atoms) if (graph.molecule.atoms[a]!.aromatic !== wanted.aromatic) return []
  const hetero = [...atoms].filter((a) => graph.molecule.atoms[a]!.z !== 6)
  if (wanted.heteroatoms && !inRange(hetero.length, wanted.heteroatoms)) return []
  if (
    wanted.heteroelements &&
    !hetero.every((a) => wanted.heteroelements!.includes(elementSymbol(graph.molecule.atoms[a]!.z)))
  )
    return []
  if (!wanted.is) return [atoms]
  return wanted.is
    .flatMap((pattern) => graph.match(pattern).embeddings)
    .filter((embedding) => embedding.every((a) => inside.has(a)) && [...atoms].every((a) => embedding.includes(a)))
    .map((embedding) => new Set(embedding))
}

function fitsFurther(
  cache: MoleculeCache,
  substituent: Substituent,
  skeleton: ReadonlySet<number>,
  further: ShapeTest['further'],
): readonly GroupHit[] | null {
  if (further === 'any' || skeleton.size === substituent.atoms.length) return nothing
  if (further === 'none') return null
  const hits: GroupHit[] = []
  for (const group of cache.groups(substituent.mask, [...skeleton])) {
    const hit = firstHit(cache, group, further)
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
