import { massOf } from '../../chem/index.js'
import { mostAssignments, mostSearchSteps } from '../../limits.js'
import { isIn, type AtomMask, ascending, type Substituent, type GroupHit } from './substituent.js'
import { explainAt, explainBy, explainByOneOf, fewestOpen, openIn, type Explanation } from './explain.js'
import type { ClauseHit, Failure } from './outcome.js'
import type { MoleculeCache } from './molecule-cache.js'
import { allowedAt, mayHoldFreedOxygen, type ChangesPlan, type DrawnScaffold } from '../../rules/index.js'
import type { ExactClause, ExactRule, ExactScaffold, ExactSite } from './exact-rule.js'
import { inRange } from './group-test.js'

/** A complete explanation of a structure by the rule. */
export interface Attempt {
  readonly hits: readonly ClauseHit[]
  readonly readings: readonly string[]
  /** Number of readings that are open. */
  readonly open: number
}

export function simpler(a: Attempt, b: Attempt): boolean {
  return a.open !== b.open ? a.open < b.open : a.hits.length < b.hits.length
}

/** The simpler attempt; if equal, the first by clause names, then by clause atoms: atom order has no effect. */
export function better(a: Attempt, b: Attempt, cache: MoleculeCache): boolean {
  if (simpler(a, b) || simpler(b, a)) return simpler(a, b)
  const [one, other] = [named(a), named(b)]
  return one < other || (one === other && placed(a, cache) < placed(b, cache))
}

function named({ hits, readings }: Attempt): string {
  return [...hits.map((hit) => hit.id), ...readings].join()
}

function placed({ hits }: Attempt, cache: MoleculeCache): string {
  return hits
    .map(({ atoms }) =>
      atoms
        .map((atom) => cache.ranks[atom]!)
        .sort(ascending)
        .join(' '),
    )
    .join()
}

/** The nearest miss of a rule: the failure at which most atoms were accounted for; if there are several, the first. */
export class Closest {
  failure: Failure = { why: 'no scaffold' }
  accounted = 0

  reach(accounted: number, failure: () => Failure): void {
    if (accounted <= this.accounted) return
    this.accounted = accounted
    this.failure = failure()
  }
}

/**
 * How cleaving ester and ether bonds can change a group: not at all, or it leaves a hydroxy group; or a carbonyl group,
 * which may be that of another scaffold.
 */
export type Change = 'not' | 'to a hydroxy group' | 'in any way'

/** Tries to account for every atom of a component, given one embedding of a scaffold. */
export class Search {
  bound = false
  readonly #drawing: DrawnScaffold
  readonly #changes: ChangesPlan
  readonly #substituents: readonly Substituent[]
  readonly #closed: boolean
  /** The site that each substituent was assigned to; null for those left to sites with any number of groups. */
  readonly #taken: (ExactSite | null)[]
  readonly #bridged = new Map<Substituent, Explanation | null>()
  #tried = 0

  readonly rule: ExactRule
  readonly scaffold: ExactScaffold
  readonly embedding: readonly number[]

  constructor(
    readonly cache: MoleculeCache,
    component: AtomMask,
    readonly size: number,
    { rule, scaffold, embedding }: Pick<Search, 'rule' | 'scaffold' | 'embedding'>,
    readonly closest: Closest,
  ) {
    this.rule = rule
    this.scaffold = scaffold
    this.embedding = embedding
    this.#drawing = scaffold.drawn()
    this.#changes = rule.changes()
    const kept = cache.mask(embedding)
    this.#closed = bondsWithin(cache, embedding, kept) > this.#drawing.bonds
    this.#substituents = cache.groups(component, embedding, kept)
    this.#taken = this.#substituents.map(() => null)
  }

  run(): Attempt | null {
    const { embedding, closest } = this
    if (this.#closed) {
      closest.reach(embedding.length, () => ({ why: 'ring closed on the scaffold', sites: [], atoms: [...embedding] }))
      return null
    }
    for (const substituent of this.#substituents) {
      if (substituent.attachments.length === 1 || this.#bridge(substituent)) continue
      closest.reach(this.size - substituent.atoms.length, () => {
        const attached = substituent.attachments.flatMap((a) => this.#sitesAt(a.from))
        // In the order of the rule, whatever that of the atoms.
        const sites = [...this.#drawing.anchors.keys()].filter((site) => attached.includes(site)).map(idOf)
        return { why: 'ring closed on the scaffold', sites, atoms: substituent.atoms }
      })
      return null
    }
    return this.#assign(0)
  }

  /**
   * What must become of the substituents if bonds are cleaved until the rule fits, however the rest is assigned: those
   * that it refuses as drawn, and those that cannot change. Null if it cannot fit: one is attached in a way that no
   * clause allows, or nothing could be at a site that must hold a group.
   */
  whenCleaved(
    changeOf: (substituent: Substituent) => Change,
  ): { readonly refused: readonly Substituent[]; readonly fixed: readonly Substituent[] } | null {
    if (this.#closed || this.#substituents.some((substituent) => !this.#isPlaced(substituent))) return null
    const changes = new Map(this.#substituents.map((substituent) => [substituent, changeOf(substituent)]))
    const empty = this.#drawing.ones.some(
      (site) =>
        !this.#substituents.some((substituent) => this.#couldFill(site, substituent, changes.get(substituent)!)),
    )
    if (empty) return null
    return {
      fixed: this.#substituents.filter((substituent) => !this.#mayChange(substituent, changes.get(substituent)!)),
      refused: this.#substituents.filter(
        (substituent) =>
          !(substituent.attachments.length > 1
            ? this.#bridge(substituent)
            : this.#best(substituent, this.#sitesAt(substituent.attachments[0]!.from))),
      ),
    }
  }

  /** Whether some clause allows a group to be attached like this. */
  #isPlaced(substituent: Substituent): boolean {
    const { attachments } = substituent
    return attachments.length > 1
      ? this.#changes.bridges.some((clause) => this.#spans(substituent, clause))
      : this.#sitesAt(attachments[0]!.from).length > 0 || this.#onOxygen(substituent)
  }

  /** A group may leave an oxygen of the scaffold, or lose a part and keep an oxygen that is allowed there. */
  #mayChange(substituent: Substituent, change: Change): boolean {
    if (change !== 'to a hydroxy group') return change === 'in any way'
    const { attachments } = substituent
    return attachments.length > 1
      ? this.#changes.bridges.some((clause) => mayHoldFreedOxygen(clause.allows) && this.#spans(substituent, clause))
      : this.#onOxygen(substituent) || this.#sitesAt(attachments[0]!.from).some(holdsFreed)
  }

  #couldFill(site: ExactSite, substituent: Substituent, change: Change): boolean {
    if (!hangsOn(substituent, this.#anchors(site))) return false
    if (change === 'in any way' || this.#best(substituent, [site])) return true
    return change === 'to a hydroxy group' && (holdsFreed(site) || this.#onOxygen(substituent))
  }

  /** Assigns a group to each `one` site, then the rest to `many` sites; returns the best complete explanation. */
  #assign(index: number): Attempt | null {
    if (++this.#tried > mostAssignments || ++this.cache.steps > mostSearchSteps) {
      this.bound = true
      return null
    }
    const site = this.#drawing.ones[index]
    if (!site) return this.#complete()
    const anchors = this.#anchors(site)
    let best: Attempt | null = null
    let any = false
    for (let i = 0; i < this.#substituents.length; i++) {
      if (this.#taken[i] !== null || !hangsOn(this.#substituents[i]!, anchors)) continue
      any = true
      this.#taken[i] = site
      const attempt = this.#assign(index + 1)
      this.#taken[i] = null
      if (attempt && (!best || better(attempt, best, this.cache))) best = attempt
    }
    if (!any)
      this.closest.reach(this.embedding.length, () => ({
        why: 'nothing at site',
        sites: this.#emptyAmong(site, anchors),
        atoms: anchors,
      }))
    return best
  }

  /** Sites on the same atom compete for its groups: the empty site is the one that none of those groups could fill. */
  #emptyAmong(site: ExactSite, anchors: readonly number[]): string[] {
    const here = this.#substituents.filter((substituent) => hangsOn(substituent, anchors))
    const rivals = this.#drawing.ones.filter((other) => this.#anchors(other).some((a) => anchors.includes(a)))
    const unfilled = rivals.filter((other) => !here.some((substituent) => this.#best(substituent, [other])))
    return (unfilled.length > 0 ? unfilled : [site]).map(idOf)
  }

  #complete(): Attempt | null {
    const explanations: Explanation[] = []
    let accounted = this.embedding.length
    let refused = -1
    for (let i = 0; i < this.#substituents.length; i++) {
      const substituent = this.#substituents[i]!
      const chosen =
        substituent.attachments.length > 1 ? this.#bridge(substituent) : this.#best(substituent, this.#sitesFor(i))
      if (chosen) {
        explanations.push(chosen)
        accounted += substituent.atoms.length
      } else if (refused < 0) refused = i
    }
    if (refused >= 0) {
      this.closest.reach(accounted, () => ({
        why: 'group not allowed',
        sites: this.#sitesFor(refused).map(idOf),
        atoms: this.#substituents[refused]!.atoms,
      }))
      return null
    }
    return this.#count(explanations, accounted) ?? this.#withNeeded(explanations, accounted)
  }

  /** If a clause needs another, its group may itself be one that the other allows, if only on an open reading. */
  #withNeeded(explanations: readonly Explanation[], accounted: number): Attempt | null {
    let best: Attempt | null = null
    for (const [i, { clause }] of explanations.entries()) {
      const needs = clause?.needs
      const other =
        needs && this.#substituents[i]!.attachments.length === 1
          ? explainByOneOf(this.cache, this.rule, this.#substituents[i]!, this.#sitesFor(i), needs)
          : null
      const attempt = other && this.#count(explanations.with(i, other), accounted)
      if (attempt && (!best || better(attempt, best, this.cache))) best = attempt
    }
    return best
  }

  #sitesFor(index: number): readonly ExactSite[] {
    const taker = this.#taken[index]
    return taker
      ? [taker]
      : this.#drawing.maniesAt[this.embedding.indexOf(this.#substituents[index]!.attachments[0]!.from)]!
  }

  /** Checks whether changes that are each allowed are also allowed together. */
  #count(explanations: readonly Explanation[], accounted: number): Attempt | null {
    const { clauses } = this.#changes
    const groups: readonly GroupHit[][] = clauses.map(() => [])
    for (const { clause, hits } of explanations) if (clause) groups[clause.index]!.push(...hits)
    for (const clause of clauses) {
      const failure = this.#limit(clause, groups)
      if (!failure) continue
      this.closest.reach(accounted, () => failure)
      return null
    }
    const met = clauses.filter((clause) => this.#isMet(clause, groups))
    if (met.filter(({ counts }) => counts !== false).length < this.scaffold.at_least) {
      this.closest.reach(accounted + 1, () => ({ why: 'parent unchanged', sites: [], atoms: [] }))
      return null
    }
    // In the order of the rule, because the order of the groups depends on the drawing.
    const own = this.scaffold.reading
    const used = new Set([...(own === undefined ? [] : [own]), ...explanations.flatMap((e) => e.readings)])
    const readings = used.size < 2 ? [...used] : [...this.rule.readings.keys()].filter((id) => used.has(id))
    return {
      hits: met.map(({ id, index }) => ({
        id,
        atoms: groups[index]!.length > 0 ? atomsOf(groups[index]!) : [...this.embedding].sort(ascending),
      })),
      readings,
      open: openIn(this.rule, readings),
    }
  }

  #limit(
    { id, index, at_least = 0, at_most = Infinity, needs, total }: ExactClause,
    groups: readonly (readonly GroupHit[])[],
  ): Failure | null {
    const under = groups[index]!
    if (under.length < at_least) return { why: 'too few changes', clause: id, atoms: atomsOf(under) }
    if (under.length > at_most) return { why: 'too many changes', clause: id, atoms: atomsOf(under) }
    if (under.length === 0 || (!needs && !total)) return null
    const atoms = atomsOf(under)
    const isMet = (other: string) =>
      this.#changes.clauses.some((clause) => clause.id === other && this.#isMet(clause, groups))
    if (needs && !needs.some(isMet)) return { why: 'other clause needed', clause: id, needs, atoms }
    const { carbons, mass } = total ?? {}
    const { molecule } = this.cache
    const tooLarge =
      (carbons && !inRange(atoms.filter((a) => molecule.atoms[a]!.z === 6).length, carbons)) ||
      (mass && massOf(molecule, atoms) > mass.max)
    return tooLarge ? { why: 'too large together', clause: id, atoms } : null
  }

  #isMet({ id, index }: ExactClause, groups: readonly (readonly GroupHit[])[]): boolean {
    return groups[index]!.length > 0 || this.scaffold.meets.includes(id)
  }

  #best(substituent: Substituent, sites: readonly ExactSite[]): Explanation | null {
    return explainAt(this.cache, this.rule, substituent, sites)
  }

  /** A group attached to the scaffold by several bonds. */
  #bridge(substituent: Substituent): Explanation | null {
    let found = this.#bridged.get(substituent)
    if (found === undefined)
      this.#bridged.set(
        substituent,
        (found = fewestOpen(this.rule, this.#changes.bridges, (clause) =>
          this.#spans(substituent, clause) ? explainBy(this.cache, substituent, clause) : null,
        )),
      )
    return found
  }

  /** Whether the group is attached where the clause allows it. */
  #spans({ attachments }: Substituent, { between, sites }: ExactClause): boolean {
    const ends = [...new Set(attachments.map((a) => a.from))]
    const on = (site: ExactSite, atom: number) => this.#sitesAt(atom).includes(site)
    if (!ends.every((atom) => sites.some((site) => on(site, atom)))) return false
    const bonded = (a: number, b: number) => this.cache.molecule.neighbours[a]!.some((n) => n.atom === b)
    switch (between) {
      case 'one atom':
        return ends.length === 1
      case 'neighbours':
        return ends.length === 2 && bonded(ends[0]!, ends[1]!)
      case 'different sites':
        return !sites.some((site) => ends.every((atom) => on(site, atom)))
      case 'any atoms':
        return true
    }
  }

  #onOxygen(substituent: Substituent): boolean {
    return this.cache.molecule.atoms[substituent.attachments[0]!.from]!.z === 8
  }

  #anchors(site: ExactSite): number[] {
    return this.#drawing.anchors.get(site)!.map((i) => this.embedding[i]!)
  }

  #sitesAt(atom: number): readonly ExactSite[] {
    return this.#drawing.sitesAt[this.embedding.indexOf(atom)]!
  }
}

function hangsOn({ attachments }: Substituent, anchors: readonly number[]): boolean {
  return attachments.length === 1 && anchors.includes(attachments[0]!.from)
}

/** Bonds between the atoms of an embedding. */
function bondsWithin({ molecule }: MoleculeCache, embedding: readonly number[], kept: AtomMask): number {
  let ends = 0
  for (const a of embedding) for (const { atom } of molecule.neighbours[a]!) if (isIn(kept, atom)) ends++
  return ends / 2
}

/** Whether a site may hold a group from which an ester or ether bond has been cleaved. */
function holdsFreed(site: ExactSite): boolean {
  return mayHoldFreedOxygen(allowedAt(site))
}

function idOf({ id }: ExactSite): string {
  return id
}

function atomsOf(hits: readonly GroupHit[]): number[] {
  return hits.length === 1 ? [...hits[0]!.atoms] : [...new Set(hits.flatMap((hit) => hit.atoms))].sort(ascending)
}
