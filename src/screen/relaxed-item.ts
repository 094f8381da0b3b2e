import type { Item, Shape, Term } from '../law/index.js'
import { allocate, keep, memoryWords } from '../engine/kernel.js'
import * as codes from './codes.js'
import { listOf } from '../engine/lists.js'
import { patternOf } from '../engine/smarts/pattern.js'
import { planOf } from '../engine/smarts/encode.js'

interface Carbons {
  readonly min: number
  readonly max: number
}

/** Where the kernel finds a term as a rule uses it, read loosely: what this refuses is certainly no such group. */
export function itemOf(item: Item, terms: ReadonlyMap<string, Term>): number {
  const use = typeof item === 'string' ? { term: item } : item
  const range = 'carbons' in use ? use.carbons : undefined
  const bare = !('further' in use) || use.further === undefined || use.further === 'none'
  return readAs(terms.get(use.term), { min: range?.min ?? 0, max: range?.max ?? Infinity }, bare)
}

/** The same with anything more on it. */
export function looseItemOf(item: Item, terms: ReadonlyMap<string, Term>): number {
  const use = typeof item === 'string' ? { term: item } : item
  return readAs(terms.get(use.term), { min: 0, max: Infinity }, false)
}

const known = new WeakMap<Term, Map<string, number>>()

/** A term read in the same way shares its answers, whichever rule asks. */
function readAs(term: Term | undefined, carbons: Carbons, bare: boolean): number {
  if (!term) return itemAt(carbons, [], bare)
  let own = known.get(term)
  if (!own) known.set(term, (own = new Map()))
  const key = `${carbons.min} ${carbons.max} ${bare}`
  const found = own.get(key) ?? itemAt(carbons, term.is, bare)
  own.set(key, found)
  return found
}

function itemAt({ min, max }: Carbons, shapes: readonly Shape[], bare: boolean): number {
  const at = allocate(codes.itemSize)
  memoryWords[(at + codes.leastCarbonsAt) >> 2] = min
  memoryWords[(at + codes.mostCarbonsAt) >> 2] = upTo(max)
  memoryWords[(at + codes.bareAt) >> 2] = bare ? 1 : 0
  memoryWords[(at + codes.shapesAt) >> 2] = listOf(shapes.map(shapeAt))
  return at
}

function upTo(most: number): number {
  return Math.min(most, 0x7fffffff)
}

const endBonds = { any: codes.anyBonds, single: codes.singleBonds, double: codes.doubleBonds } as const

function shapeAt(shape: Shape): number {
  const { ring } = shape
  const sizes = ring?.sizes?.every((size) => size < 32) ? ring.sizes : []
  const words: number[] = []
  words[codes.endsAt >> 2] = shape.ends ?? 1
  words[codes.endBondsAt >> 2] = endBonds[shape.bond ?? 'single']
  words[codes.rootAt >> 2] = planOrNone(shape.root)
  words[codes.everyAt >> 2] = listOf(allOrNone(shape.every))
  words[codes.someAt >> 2] = listOf(plansOf(shape.some).filter((at) => at !== 0))
  words[codes.noneAt >> 2] = listOf(plansOf(shape.none).filter((at) => at !== 0))
  words[codes.isAt >> 2] = listOf(allOrNone(ring?.is))
  words[codes.coreAt >> 2] = planOrNone(shape.core)
  words[codes.shapeFlagsAt >> 2] =
    (ring ? codes.hasRing : 0) |
    (ring?.aromatic === true ? codes.isAromatic : 0) |
    ((ring?.rings?.min ?? 0) > 1 ? codes.hasRings : 0) |
    (sizes.length > 0 ? codes.hasSizes : 0) |
    ((shape.further ?? 'none') === 'none' ? codes.isWhole : 0)
  words[codes.ringSizesAt >> 2] = sizes.reduce((bits, size) => bits | (1 << size), 0)
  words[codes.leastHeteroAt >> 2] = ring?.heteroatoms?.min ?? 0
  words[codes.mostHeteroAt >> 2] = upTo(ring?.heteroatoms?.max ?? Infinity)
  return keep(words)
}

/** 0 where there is no pattern, or none that can be read: it may match anything. */
function planOrNone(smarts: string | undefined): number {
  const pattern = smarts === undefined ? null : patternOf(smarts)
  return pattern ? planOf(pattern) : 0
}

function plansOf(list: readonly string[] | undefined): number[] {
  return (list ?? []).map(planOrNone)
}

/** Patterns of which one must match: where one cannot be read, nothing is asked. */
function allOrNone(list: readonly string[] | undefined): number[] {
  const plans = plansOf(list)
  return plans.includes(0) ? [] : plans
}
