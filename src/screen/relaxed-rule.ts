import { massOf, type Molecule } from '../chem/index.js'
import type { Rule, Site, Term } from '../law/index.js'
import type { Terms } from '../matching/index.js'
import { allocate, keep, memory, memoryBytes, memoryWords } from '../engine/kernel.js'
import * as codes from './codes.js'
import { listOf } from '../engine/lists.js'
import { patternOf, type Pattern } from '../engine/smarts/pattern.js'
import { planOf } from '../engine/smarts/encode.js'
import { itemOf, looseItemOf } from './relaxed-item.js'
import { screenKernel } from './kernel.js'

/**
 * A rule in the memory of the kernel, which asks whether the groups that one embedding of a scaffold leaves could
 * each be explained by it. Looser than the rule engine in everything: what this refuses, the engine refuses.
 */
export class RelaxedRule {
  /** Where the kernel finds it. */
  readonly at: number
  /** Groups that must be attached to each pattern atom. */
  readonly groupsAt: readonly number[]
  /** Patterns that the whole substance must have somewhere, besides the scaffold. */
  readonly needed: readonly Pattern[]

  /**
   * @param names map number of each pattern atom
   * @throws {RangeError} for more sites than the kernel has places for
   */
  constructor(rule: Rule, names: readonly (number | null)[], terms: Terms) {
    if (rule.sites.length > codes.mostSites)
      throw new RangeError(`rule ${rule.id} has more than ${codes.mostSites} sites`)
    const { own, takes, present, absent, needed } = wordsOf(rule, terms)
    const anchors = (site: Site) => site.on.map((name) => names.indexOf(name)).filter((i) => i >= 0)
    this.needed = needed
    this.groupsAt = names.map(
      (_, atom) =>
        rule.sites.filter((site) => site.holds === 'one' && site.on.length === 1 && anchors(site)[0] === atom).length,
    )
    this.at = allocate(codes.ruleSize)
    this.#set(codes.siteCountAt, rule.sites.length)
    this.#set(codes.takesAt, takes)
    this.#set(
      codes.sitesAtomAt,
      listOf(
        names.map((_, atom) => listOf(rule.sites.flatMap((site, i) => (anchors(site).includes(atom) ? [i] : [])))),
      ),
    )
    this.#set(
      codes.onesAt,
      listOf(rule.sites.flatMap((site, i) => (site.holds === 'one' && anchors(site).length > 0 ? [i] : []))),
    )
    this.#set(codes.bridgesAt, listOf(bridgesOf(rule, names.length, anchors, own)))
    this.#set(codes.presentAt, present)
    this.#set(codes.absentAt, absent)
    new Float64Array(memory, this.at + codes.massAt, 1)[0] = rule.mass?.max ?? Infinity
    giveWeights()
  }

  #set(place: number, value: number): void {
    memoryWords[(this.at + place) >> 2] = value
  }
}

interface Words {
  readonly own: ReadonlyMap<string, Term>
  readonly needed: readonly Pattern[]
  /** Lists in the memory of the kernel. */
  readonly takes: number
  readonly present: number
  readonly absent: number
}

const known = new WeakMap<Rule, Words & { readonly terms: Terms }>()

/** What the words of a rule come to on every scaffold. */
function wordsOf(rule: Rule, terms: Terms): Words {
  const kept = known.get(rule)
  if (kept?.terms === terms) return kept
  const own = new Map<string, Term>([...terms, ...(rule.terms ?? []).map((t) => [t.id, t] as const)])
  const whole = (wanted: boolean) =>
    (rule.conditions ?? []).filter(({ present }) => present === wanted).flatMap(({ smarts }) => patternOf(smarts) ?? [])
  const needed = whole(true)
  const takes = listOf(rule.sites.map((site) => listOf([...new Set(takenBy(rule, site, own))])))
  const words = {
    terms,
    own,
    needed,
    takes,
    present: listOf(needed.map(planOf)),
    absent: listOf(whole(false).map(planOf)),
  }
  known.set(rule, words)
  return words
}

/** What a site takes: its parent, or what some clause puts there. */
function takenBy(rule: Rule, site: Site, terms: ReadonlyMap<string, Term>): number[] {
  const clauses = rule.clauses.filter((c) => c.change !== 'bridge' && c.sites.includes(site.id))
  const parent = site.parent
  return [
    ...(parent === undefined ? [] : [itemOf(parent, terms)]),
    ...clauses.flatMap((clause) =>
      clause.change === 'substitute' && parent !== undefined
        ? [looseItemOf(parent, terms)]
        : clause.with.map((item) => itemOf(item, terms)),
    ),
  ]
}

/** @param size atoms of the pattern */
function bridgesOf(
  rule: Rule,
  size: number,
  anchors: (site: Site) => number[],
  terms: ReadonlyMap<string, Term>,
): number[] {
  return rule.clauses
    .filter((c) => c.change === 'bridge')
    .map((clause) => {
      const at = allocate(size)
      for (const atom of rule.sites.filter((s) => clause.sites.includes(s.id)).flatMap(anchors))
        memoryBytes[at + atom] = 1
      const words: number[] = []
      words[codes.bridgeAnchorsAt >> 2] = at
      words[codes.bridgeItemsAt >> 2] = listOf(clause.with.map((item) => itemOf(item, terms)))
      return keep(words)
    })
}

let areGiven = false

/** Masses of the elements, Da: the kernel has no list of its own. */
function giveWeights(): void {
  if (areGiven) return
  areGiven = true
  const weights = new Float64Array(memory, screenKernel.weightsAt(), 128)
  for (let z = 1; z < 100; z++) weights[z] = massOf({ atoms: [{ z, hydrogens: 0 }] } as unknown as Molecule, [0])
}
