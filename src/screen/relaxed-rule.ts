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
} from '../rules/index.js'
import { Addresses } from '../engine/arena.js'
import { memory, memoryBytes, memoryWords } from '../engine/kernel.js'
import * as codes from './screen-layout.js'
import { patternArena } from '../engine/smarts/pattern-arena.js'
import { patternOf, type Pattern } from '../engine/smarts/pattern.js'
import { planOf } from '../engine/smarts/encode.js'
import { relaxedItem } from './relaxed-item.js'
import { screenKernel } from './screen-kernel.js'

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
  readonly withoutHydroxy: string
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
  const { question: _, yes: _yes, same_as: _same, basis: _basis, cite: _cite, ...reached } = words
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
  const { id: _, reads: _words, smarts, withoutHydroxy, drawn, ...looser } = plan
  const { at_least: _least, meets: _meets, reading: _reading, ...left } = looser
  everyFieldRead(left)
  // The bonds of the pattern are those of the condition.
  const { anchors, sitesAt, bonds: _bonds, ...leftOfDrawn } = drawn()
  everyFieldRead(leftOfDrawn)
  const { sites, clauses, ...leftOfChanges } = changes
  everyFieldRead(leftOfChanges)
  const ones = sites.filter((site) => site.holds === 'one' && anchors.get(site)!.length > 0)
  const numbers = (some: readonly SitePlan[]) => listOf(some.map((site) => sites.indexOf(site)))
  const at = patternArena.allocate(codes.ruleSize)
  const set = (place: number, value: number) => (memoryWords[(at + place) >> 2] = value)
  set(codes.siteCountAt, sites.length)
  set(codes.takesAt, takes)
  set(codes.freedAt, freed)
  set(codes.sitesAtomAt, listOf(sitesAt.map(numbers)))
  set(codes.onesAt, numbers(ones))
  set(codes.bridgesAt, listOf(clauses.flatMap((clause) => bridgeOf(clause, anchors, sitesAt.length) ?? [])))
  set(codes.presentAt, present)
  set(codes.absentAt, absent)
  new Float64Array(memory, at + codes.massAt, 1)[0] = mostMass
  return {
    smarts,
    withoutHydroxy: withoutHydroxy(),
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

/** Address of a bridge in the kernel; null for any other clause, whose groups are checked site by site. */
function bridgeOf(plan: ClausePlan, anchors: DrawnScaffold['anchors'], size: number): number | null {
  const { id: _, cite: _cite, reads: _words, change, sites, allows, ...looser } = plan
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
  if (change !== 'bridge') return null
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
