import { elementSymbol, massOf } from '../../chem/index.js'
import type { ItemPlan, ShapePlan } from '../../rules/index.js'
import type { ExactItem, ExactRing, ExactShape } from './exact-rule.js'
import { isCovered, isIn, overlap, type GroupHit, type Substituent } from './substituent.js'
import { hydrocarbylSizes, longestChain } from './longest-chain.js'
import { closedRings, ringSystem } from './graph.js'
import type { Graph } from '../subject.js'
import type { MoleculeCache } from './molecule-cache.js'

/** Whether a group satisfies an item, and how; cached with the group. Equal items are one. */
export function hitOf(cache: MoleculeCache, substituent: Substituent, item: ItemPlan): GroupHit | null {
  const known = substituent.hits.get(item)
  if (known !== undefined) return known
  const found = findHit(cache, substituent, item)
  substituent.hits.set(item, found)
  return found
}

function findHit(cache: MoleculeCache, substituent: Substituent, item: ExactItem): GroupHit | null {
  if (!withinBounds(cache, substituent, item)) return null
  for (const excluded of item.except) if (hitOf(cache, substituent, excluded)) return null
  const { reading } = item
  for (const shape of item.shapes) {
    const further = fitsShape(cache, substituent, shape)
    if (!further) continue
    const readings = [...(reading === undefined ? [] : [reading]), ...further.flatMap((hit) => hit.readings)]
    return { atoms: substituent.atoms, readings: [...new Set(readings)], further }
  }
  return null
}

/** The first item that the group satisfies, preferably one that depends on no reading. */
export function firstHit(cache: MoleculeCache, substituent: Substituent, items: readonly ItemPlan[]): GroupHit | null {
  let best: GroupHit | null = null
  for (const item of items) {
    const hit = hitOf(cache, substituent, item)
    if (!hit) continue
    if (hit.readings.length === 0) return hit
    best ??= hit
  }
  return best
}

function withinBounds(cache: MoleculeCache, substituent: Substituent, use: ExactItem): boolean {
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

function chainFits(cache: MoleculeCache, { atoms }: Substituent, chain: NonNullable<ExactItem['chain']>): boolean {
  // No chain is longer than the group.
  if (chain.min === undefined && atoms.length <= (chain.max ?? Infinity)) return true
  return inRange(longestChain(cache, atoms, chain.over?.map((pattern) => cache.first(pattern)) ?? null), chain)
}

function fitsShape(cache: MoleculeCache, substituent: Substituent, shape: ExactShape): readonly GroupHit[] | null {
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
function skeletons(graph: Graph, substituent: Substituent, shape: ExactShape): ReadonlySet<number>[] {
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
function ringsOf(graph: Graph, substituent: Substituent, wanted: ExactRing): ReadonlySet<number>[] {
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
  further: ShapePlan['further'],
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
