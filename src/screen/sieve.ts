import type { Condition } from './conditions.js'
import { countsLength, planOf, type Arena, memoryWords, type FastGraph, type Environments } from '../engine/index.js'
import * as codes from './screen-layout.js'
import * as layout from './tables.js'
import { screenKernel } from './screen-kernel.js'

/** Groups of four environments for which all conditions are checked at once; the most needed come first. */
const mostEnvironmentGroups = 16
/** Several counts are checked together as long as they have no more combinations of values than this. */
const mostValues = 32

interface CountGroup {
  readonly features: readonly number[]
  /** Number of values of each: from 0 to the most that any condition needs. */
  readonly values: readonly number[]
  /** Row where its answers begin. */
  readonly begin: number
}

/**
 * Finds the conditions whose counts and environments a molecule has. All conditions are checked at once, as bits of a
 * few words: one word operation decides for many of them whether they accept a count as low as this, or the absence of
 * an environment. The kernel runs the check; its tables are made here.
 */
export class Sieve {
  readonly at: number
  readonly #conditions: readonly Condition[]

  constructor(conditions: readonly Condition[], environments: Environments, arena: Arena) {
    this.at = arena.allocate(layout.sieveSize)
    this.#conditions = conditions
    const required = conditions.map(({ patterns }) =>
      wordsOf(new Set(patterns.flatMap((pattern) => environments.required(pattern)))),
    )
    const rowBytes = Math.ceil(conditions.length / (layout.sieveStep * 8)) * layout.sieveStep
    const rows = (count: number, has: (row: number, condition: number) => boolean) => {
      const bits = new Int32Array((count * rowBytes) >> 2)
      for (let row = 0; row < count; row++)
        for (let i = 0; i < conditions.length; i++)
          if (has(row, i)) bits[row * (rowBytes >> 2) + (i >>> 5)]! |= 1 << (i & 31)
      return arena.keep(bits)
    }
    const groups = groupsOf(conditions)
    const counted = groups.flatMap(({ features, values }) =>
      Array.from({ length: product(values) }, (_, row) => ({ features, counts: countsOfRow(values, row) })),
    )
    const environmentGroups = Math.min(mostEnvironmentGroups, environments.words * 8)
    this.#set(layout.conditionsAt, conditions.length)
    this.#set(layout.sieveRowAt, rowBytes)
    this.#set(
      layout.groupsAt,
      arena.keep(
        groups.flatMap(({ features, values, begin }) => [
          begin,
          features.length,
          ...features.flatMap((feature, i) => [feature, values[i]!]),
        ]),
      ),
    )
    this.#set(layout.groupCountAt, groups.length)
    this.#set(
      layout.countedAt,
      rows(counted.length, (row, i) =>
        counted[row]!.features.every(
          (feature, k) => conditions[i]!.counts.required[feature]! <= counted[row]!.counts[k]!,
        ),
      ),
    )
    this.#set(
      layout.environmentRowsAt,
      rows(environmentGroups * 16, (row, i) => hasNeeded(row, required[i]!)),
    )
    this.#set(layout.environmentGroupsAt, environmentGroups)
    this.#set(layout.aliveAt, arena.allocate(rowBytes))
    this.#set(layout.sieveEnvironmentsAt, environments.now.byteOffset)
    this.#set(layout.needsAt, arena.keep(required.flat(2)))
    this.#set(
      layout.conditionsFromAt,
      arena.keep(conditions.map((condition) => conditionAt(condition, environments, arena))),
    )
    this.#set(
      layout.needsFromAt,
      arena.keep([0, ...required].map((_, i) => required.slice(0, i).reduce((sum, own) => sum + own.length, 0))),
    )
  }

  #set(at: number, value: number): void {
    memoryWords[(this.at + at) >> 2] = value
  }

  /** Passes the conditions that the molecule may meet to `accept` until it returns true; returns that, or null. */
  first(graph: FastGraph, accept: (condition: Condition) => boolean): Condition | null {
    return this.#first(graph.at, 0, accept)
  }

  /**
   * Passes on the conditions that what remains of the drawn molecule may meet when ester and ether bonds are cleaved,
   * until `accept` returns true. Wider than the full path: any substituent of a scaffold that contains such a bond
   * could become anything.
   * @param freedMarks address in kernel memory of the marks of the atoms that this frees
   */
  firstCleaved(graph: FastGraph, freedMarks: number, accept: (condition: Condition) => boolean): Condition | null {
    return this.#first(graph.at, freedMarks, accept)
  }

  #first(graph: number, freedMarks: number, accept: (condition: Condition) => boolean): Condition | null {
    for (
      let place = screenKernel.nextMet(this.at, 0, graph, freedMarks);
      place >= 0;
      place = screenKernel.nextMet(this.at, place + 1, graph, freedMarks)
    ) {
      const condition = this.#conditions[place]!
      if (accept(condition)) return condition
    }
    return null
  }
}

/** 0 if the pattern could not be parsed. */
function conditionAt(
  { pattern, patterns, bonds, allowed }: Condition,
  environments: Environments,
  arena: Arena,
): number {
  if (!pattern) return 0
  // The first of its patterns is its own, apart from the room required at some atoms.
  const ofAtoms = environments.ofAtoms(patterns[0]!)
  const words: number[] = []
  words[codes.conditionPatternAt >> 2] = planOf(pattern)
  words[codes.conditionBondsAt >> 2] = bonds
  words[codes.conditionRuleAt >> 2] = allowed
  words[codes.conditionEnvironmentsAt >> 2] = ofAtoms ? arena.keep(ofAtoms) : 0
  return arena.keep(words)
}

/** The environments of a set, by the words that contain their bits. */
function wordsOf(environments: ReadonlySet<number>): (readonly [word: number, bits: number])[] {
  const bits = new Map<number, number>()
  for (const environment of environments)
    bits.set(environment >>> 5, (bits.get(environment >>> 5) ?? 0) | (1 << (environment & 31)))
  return [...bits]
}

/** Whether a row, four bits for a group of environments and above them its number, has those that are needed of it. */
function hasNeeded(row: number, needed: ReturnType<typeof wordsOf>): boolean {
  const [, bits = 0] = needed.find(([word]) => word === row >>> 7) ?? []
  return ((bits >>> ((row >>> 2) & 28)) & 15 & ~row) === 0
}

function product(values: readonly number[]): number {
  return values.reduce((all, n) => all * n, 1)
}

/** All counts that some condition needs, in groups. */
function groupsOf(conditions: readonly Condition[]): CountGroup[] {
  const groups: { features: number[]; values: number[]; begin: number }[] = []
  let begin = 0
  for (let feature = 0; feature < countsLength; feature++) {
    const values = Math.max(...conditions.map((c) => c.counts.required[feature]!)) + 1
    if (!(values > 1)) continue
    const last = groups.at(-1)
    if (last && product(last.values) * values <= mostValues) {
      last.features.push(feature)
      last.values.push(values)
      continue
    }
    begin += last ? product(last.values) : 0
    groups.push({ features: [feature], values: [values], begin })
  }
  return groups
}

/** The counts that a row of a group represents. */
function countsOfRow(values: readonly number[], row: number): number[] {
  return values.map((n, i) => Math.floor(row / product(values.slice(i + 1))) % n)
}
