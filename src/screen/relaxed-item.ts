import { everyFieldRead, type ItemPlan, type ShapePlan } from '../rules/index.js'
import { Addresses } from '../engine/arena.js'
import { memoryWords } from '../engine/kernel.js'
import * as codes from './screen-layout.js'
import { patternArena } from '../engine/smarts/pattern-arena.js'
import { patternOf } from '../engine/smarts/pattern.js'
import { planOf } from '../engine/smarts/encode.js'

const known = new Addresses<ItemPlan['term'], Map<string, number>>(patternArena)

/**
 * Address in the kernel of a relaxed version of a term as a rule uses it: what it rejects is certainly no such group.
 * Uses with the same relaxed version share its answers, across rules.
 */
export function relaxedItem(item: ItemPlan): number {
  const { term, carbons, shapes, ...looser } = item
  const { chain: _, mass: _mass, hydrocarbyl: _hydrocarbyl, except: _except, reading: _reading, ...left } = looser
  everyFieldRead(left)
  const { id: _id, ...leftOfTerm } = term
  everyFieldRead(leftOfTerm)
  const own = known.get(term) ?? known.set(term, new Map())
  const wholes = shapes.map(isWhole)
  const key = `${carbons?.min} ${carbons?.max} ${wholes.join()}`
  const found = own.get(key) ?? itemAt(carbons ?? {}, shapes)
  own.set(key, found)
  return found
}

function itemAt({ min, max }: NonNullable<ItemPlan['carbons']>, shapes: readonly ShapePlan[]): number {
  const at = patternArena.allocate(codes.itemSize)
  memoryWords[(at + codes.leastCarbonsAt) >> 2] = min ?? 0
  memoryWords[(at + codes.mostCarbonsAt) >> 2] = upTo(max)
  memoryWords[(at + codes.shapesAt) >> 2] = patternArena.list(shapes.map(shapeAt))
  return at
}

function upTo(most: number | undefined): number {
  return Math.min(most ?? Infinity, 0x7fffffff)
}

/** Whether nothing more may be attached. If something may, the rule engine decides what. */
function isWhole({ further }: ShapePlan): boolean {
  return further === 'none'
}

const endBonds = { any: codes.anyBonds, single: codes.singleBonds, double: codes.doubleBonds } as const

function shapeAt(shape: ShapePlan): number {
  const { ends, bond, at: _at, root, every, some, none, core, ring, further: _, ...left } = shape
  everyFieldRead(left)
  const words: number[] = []
  words[codes.endsAt >> 2] = ends ?? 1
  words[codes.endBondsAt >> 2] = endBonds[bond ?? 'single']
  words[codes.rootAt >> 2] = planOrNone(root)
  words[codes.everyAt >> 2] = patternArena.list(allOrNone(every))
  words[codes.someAt >> 2] = patternArena.list(plansOf(some).filter((at) => at !== 0))
  words[codes.noneAt >> 2] = patternArena.list(plansOf(none).filter((at) => at !== 0))
  words[codes.coreAt >> 2] = planOrNone(core)
  words[codes.shapeFlagsAt >> 2] = isWhole(shape) ? codes.isWhole : 0
  words[codes.ringSizesAt >> 2] = 0
  words[codes.leastHeteroAt >> 2] = 0
  words[codes.mostHeteroAt >> 2] = upTo(undefined)
  words[codes.isAt >> 2] = patternArena.list(allOrNone(ring?.is))
  if (ring) setRing(words, ring)
  return patternArena.keep(words)
}

function setRing(words: number[], ring: NonNullable<ShapePlan['ring']>): void {
  const { is: _, rings, sizes: wanted, aromatic, heteroatoms, heteroelements: _elements, ...left } = ring
  everyFieldRead(left)
  const sizes = wanted?.every((size) => size < 32) ? wanted : []
  words[codes.shapeFlagsAt >> 2]! |=
    codes.hasRing |
    (aromatic === true ? codes.isAromatic : 0) |
    ((rings?.min ?? 0) > 1 ? codes.hasRings : 0) |
    (sizes.length > 0 ? codes.hasSizes : 0)
  words[codes.ringSizesAt >> 2] = sizes.reduce((bits, size) => bits | (1 << size), 0)
  words[codes.leastHeteroAt >> 2] = heteroatoms?.min ?? 0
  words[codes.mostHeteroAt >> 2] = upTo(heteroatoms?.max)
}

/** 0 if there is no pattern, or none that can be parsed: it may match anything. */
function planOrNone(smarts: string | undefined): number {
  const pattern = smarts === undefined ? null : patternOf(smarts)
  return pattern ? planOf(pattern) : 0
}

function plansOf(list: readonly string[] | undefined): number[] {
  return (list ?? []).map(planOrNone)
}

/** Patterns of which one must match; empty, so that nothing is checked, if one cannot be parsed. */
function allOrNone(list: readonly string[] | undefined): number[] {
  const plans = plansOf(list)
  return plans.includes(0) ? [] : plans
}
