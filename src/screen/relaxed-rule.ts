import { massOf, type Molecule } from '../chem/index.js'
import {
  allowedAt,
  everyFieldRead,
  mayHoldFreedOxygen,
  type ChangesPlan,
  type ClausePlan,
  type DrawnScaffold,
  type ItemPlan,
  type RulePlan,
  type ScaffoldPlan,
  type SitePlan,
  type ShapePlan,
} from '../rules/index.js'
import {
  Addresses,
  memory,
  memoryBytes,
  memoryWords,
  patternArena,
  patternOf,
  type Pattern,
  planOf,
} from '../engine/index.js'
import * as codes from './screen-layout.js'
import { screenKernel } from './screen-kernel.js'
import { remembered } from '../remembered.js'

/** A rule as the screen uses it: looser than the rule engine in every respect. What it rejects, the engine rejects. */
export interface RelaxedRule {
  readonly scaffolds: readonly RelaxedScaffold[]
  /** Patterns that the whole substance must contain somewhere, in addition to a scaffold. */
  readonly needed: readonly Pattern[]
  /** Patterns of structures affected by an open question. */
  readonly reached: readonly string[]
}

interface RelaxedScaffold {
  readonly smarts: string
  readonly beforeCleaving: string
  /** For each atom of the pattern, the number of groups that must be attached to it; null if none can be. */
  readonly groupsAt: readonly (number | null)[]
  /** Address in the kernel of what may be attached; 0 for anything. */
  readonly at: number
}

const known = new Addresses<RulePlan, RelaxedRule>(patternArena)
const listOf = (entries: readonly number[]) => patternArena.list(entries)

export function relaxedRule(plan: RulePlan): RelaxedRule {
  return known.get(plan) ?? known.set(plan, relaxed(plan))
}

function relaxed(plan: RulePlan): RelaxedRule {
  const { scaffolds, changes, conditions, open_words, mass, ...looser } = plan
  // Ignored: how many clauses must be met, and on which readings; the form in which it is read, because patterns are
  // searched for in every form.
  const { at_least: _, readings: _readings, names_tautomers: _tautomers, ...left } = looser
  everyFieldRead(left)
  const needed = patternsOf(conditions, true)
  const whole = [listOf(needed.map(planOf)), listOf(patternsOf(conditions, false).map(planOf))] as const
  const own = changes()
  const taken = own.sites.map(takenBy)
  const takes = listOf(taken.map((items) => listOf([...new Set(items.map(relaxedItem))])))
  const freed = listOf(taken.map((items) => Number(mayHoldFreedOxygen(items))))
  return {
    needed,
    reached: open_words ? reachedBy(open_words) : [],
    scaffolds: scaffolds.map((scaffold) =>
      relaxedScaffold(scaffold, own, [takes, freed], whole, mass?.max ?? Infinity),
    ),
  }
}

function reachedBy(words: NonNullable<RulePlan['open_words']>): string[] {
  // What excludes a structure from the open question, and how it is answered, is left to the rule engine.
  const { question: _, yes: _yes, same_as: _same, fact: _fact, basis: _basis, cite: _cite, ...reached } = words
  const { reaches, unless: _unless, choice: _choice, ...left } = reached
  everyFieldRead(left)
  return reaches.map(({ smarts }) => smarts)
}

function patternsOf(conditions: RulePlan['conditions'], wanted: boolean): Pattern[] {
  return (conditions ?? []).flatMap(({ id: _, reads: _words, cite: _cite, smarts, present, ...left }) => {
    everyFieldRead(left)
    return present === wanted ? (patternOf(smarts) ?? []) : []
  })
}

function relaxedScaffold(
  plan: ScaffoldPlan,
  changes: ChangesPlan,
  [takes, freed]: readonly [number, number],
  [present, absent]: readonly [number, number],
  mostMass: number,
): RelaxedScaffold {
  const { id: _, reads: _words, smarts, beforeCleaving, drawn, ...looser } = plan
  const { at_least: _least, meets: _meets, reading: _reading, ...left } = looser
  everyFieldRead(left)
  // The bonds of the pattern are those of the condition.
  const { anchors, sitesAt, ones, bonds: _bonds, maniesAt: _manies, alike: _alike, ...leftOfDrawn } = drawn()
  everyFieldRead(leftOfDrawn)
  const { sites, clauses: _clauses, bridges, ...leftOfChanges } = changes
  everyFieldRead(leftOfChanges)
  const numbers = (some: readonly SitePlan[]) => listOf(some.map((site) => sites.indexOf(site)))
  const at = patternArena.allocate(codes.ruleSize)
  const set = (place: number, value: number) => (memoryWords[(at + place) >> 2] = value)
  set(codes.siteCountAt, sites.length)
  set(codes.takesAt, takes)
  set(codes.freedAt, freed)
  set(codes.sitesAtomAt, listOf(sitesAt.map(numbers)))
  set(codes.onesAt, numbers(ones))
  set(codes.bridgesAt, listOf(bridges.map((clause) => bridgeOf(clause, anchors, sitesAt.length))))
  set(codes.presentAt, present)
  set(codes.absentAt, absent)
  new Float64Array(memory, at + codes.massAt, 1)[0] = mostMass
  return {
    smarts,
    beforeCleaving: beforeCleaving(),
    groupsAt: sitesAt.map((here) =>
      here.length === 0 ? null : here.filter((site) => ones.includes(site) && anchors.get(site)!.length === 1).length,
    ),
    // Of a rule with more sites than the kernel supports, any scaffold counts.
    at: sites.length > codes.mostSites ? 0 : at,
  }
}

function takenBy(plan: SitePlan): ItemPlan[] {
  // Its atoms, and whether it must hold a group, are checked for each scaffold.
  const { id: _, reads: _words, on: _atoms, holds: _holds, parent: _parent, clauses, ...left } = plan
  everyFieldRead(left)
  for (const { clause: _clause, substituted: _substituted, ...leftOfWay } of clauses) everyFieldRead(leftOfWay)
  return allowedAt(plan)
}

/** Address of a bridge in the kernel; the groups of other clauses are checked site by site. */
function bridgeOf(plan: ClausePlan, anchors: DrawnScaffold['anchors'], size: number): number {
  const { id: _, index: _index, cite: _cite, reads: _words, change: _change, sites, allows, ...looser } = plan
  const {
    between: _between,
    at_least: _least,
    at_most: _most,
    counts: _counts,
    needs: _needs,
    total: _total,
    ...left
  } = looser
  everyFieldRead(left)
  const at = patternArena.allocate(size)
  for (const site of sites) for (const atom of anchors.get(site)!) memoryBytes[at + atom] = 1
  const words: number[] = []
  words[codes.bridgeAnchorsAt >> 2] = at
  words[codes.bridgeItemsAt >> 2] = listOf(allows.map(relaxedItem))
  words[codes.bridgeFreedAt >> 2] = Number(mayHoldFreedOxygen(allows))
  return patternArena.keep(words)
}

/** Masses of the elements, Da: the kernel has no table of its own. */
const weights = new Float64Array(memory, screenKernel.weightsAt(), 128)
for (let z = 1; z < 100; z++) weights[z] = massOf({ atoms: [{ z, hydrogens: 0 }] } as unknown as Molecule, [0])

const relaxedItems = new Addresses<ItemPlan['term'], Map<string, number>>(patternArena)

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
  const own = relaxedItems.get(term) ?? relaxedItems.set(term, new Map())
  const wholes = shapes.map(isWhole)
  const key = `${carbons?.min} ${carbons?.max} ${wholes.join()}`
  return remembered(own, key, () => itemAt(carbons ?? {}, shapes))
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
