import { massOf } from '../chem/index.js'
import type { Clause, Rule, Site } from '../law/index.js'
import { Explainer, type Explanation } from './explain.js'
import { cut, type Graph, type Piece } from './graph.js'
import type { ClauseHit, Failure } from './outcome.js'
import type { ScaffoldText } from './scaffold.js'
import { inRange, type GroupHit, type Terms } from './terms.js'

/** One complete way of explaining a structure by the rule. */
export interface Attempt {
  readonly hits: readonly ClauseHit[]
  readonly readings: readonly string[]
  /** How many of the readings are open. */
  readonly open: number
}

export function better(a: Attempt, b: Attempt): boolean {
  return a.open !== b.open ? a.open < b.open : a.hits.length < b.hits.length
}

/** Ways of handing groups to sites that are tried for one embedding before the search gives up undecided. */
const assignmentLimit = 5000

/** Tries to account for every atom of a component, given one embedding of a scaffold. */
export class Search {
  bound = false
  readonly #kept: ReadonlySet<number>
  readonly #pieces: readonly Piece[]
  readonly #ones: readonly Site[]
  readonly #manies: readonly Site[]
  readonly #explainer: Explainer
  readonly #closed: boolean
  #tried = 0

  constructor(
    readonly graph: Graph,
    readonly component: readonly number[],
    readonly rule: Rule,
    terms: Terms,
    embedding: readonly number[],
    text: ScaffoldText,
    readonly atLeast: number,
    /** Clauses met by the scaffold itself. */
    readonly meets: readonly string[],
    readonly fail: (failure: Failure, accounted: number) => void,
  ) {
    this.#kept = new Set(embedding)
    const at = new Map<number, number>()
    text.names.forEach((name, i) => name !== null && at.set(name, embedding[i]!))
    this.#anchors = (site) => site.on.map((name) => at.get(name)).filter((a) => a !== undefined)
    this.#pieces = cut(graph.molecule, component, this.#kept)
    this.#ones = rule.sites.filter((site) => site.holds === 'one' && this.#anchors(site).length > 0)
    this.#manies = rule.sites.filter((site) => site.holds === 'many')
    this.#explainer = new Explainer(graph, rule, terms, this.#anchors)
    this.#closed = graph.molecule.bonds.filter(({ a, b }) => this.#kept.has(a) && this.#kept.has(b)).length > text.bonds
  }

  readonly #anchors: (site: Site) => readonly number[]

  run(): Attempt | null {
    if (this.#closed) {
      this.fail({ why: 'ring closed on the scaffold', sites: [], atoms: [...this.#kept] }, this.#kept.size)
      return null
    }
    for (const piece of this.#pieces) {
      if (piece.attachments.length === 1 || this.#explainer.bridge(piece)) continue
      const sites = [...new Set(piece.attachments.flatMap((a) => this.#sitesAt(a.from)).map((s) => s.id))]
      this.fail({ why: 'ring closed on the scaffold', sites, atoms: piece.atoms }, this.component.length - piece.atoms.length)
      return null
    }
    return this.#assign(0, new Map())
  }

  /** Groups that no site and no bridge explains, whatever becomes of the others; null where one hangs as no clause lets any group hang. */
  unexplained(): Piece[] | null {
    if (this.#closed || this.#pieces.some((piece) => (piece.attachments.length > 1 ? !this.#explainer.mayBridge(piece) : this.#sitesAt(piece.attachments[0]!.from).length === 0 && !this.#onOxygen(piece)))) return null
    return this.#pieces.filter((piece) => !(piece.attachments.length > 1 ? this.#explainer.bridge(piece) : this.#explainer.best(piece, this.#sitesAt(piece.attachments[0]!.from))))
  }

  /** Gives each `one` site a group, then the rest to `many` sites; the best complete explanation. */
  #assign(index: number, taken: ReadonlyMap<Piece, Site>): Attempt | null {
    if (++this.#tried > assignmentLimit) {
      this.bound = true
      return null
    }
    const site = this.#ones[index]
    if (!site) return this.#complete(taken)
    const anchors = this.#anchors(site)
    const choices = this.#pieces.filter((piece) => piece.attachments.length === 1 && !taken.has(piece) && anchors.includes(piece.attachments[0]!.from))
    if (choices.length === 0) {
      this.fail({ why: 'nothing at site', sites: this.#emptyAmong(site, anchors), atoms: anchors }, this.#kept.size)
      return null
    }
    let best: Attempt | null = null
    for (const piece of choices) {
      const attempt = this.#assign(index + 1, new Map([...taken, [piece, site]]))
      if (attempt && (!best || better(attempt, best))) best = attempt
    }
    return best
  }

  /** Sites on the same atom compete for its groups: the empty one is that which no group there could fill. */
  #emptyAmong(site: Site, anchors: readonly number[]): string[] {
    const here = this.#pieces.filter((piece) => piece.attachments.length === 1 && anchors.includes(piece.attachments[0]!.from))
    const rivals = this.#ones.filter((other) => this.#anchors(other).some((a) => anchors.includes(a)))
    const unfilled = rivals.filter((other) => !here.some((piece) => this.#explainer.best(piece, [other])))
    return (unfilled.length > 0 ? unfilled : [site]).map((s) => s.id)
  }

  #complete(taken: ReadonlyMap<Piece, Site>): Attempt | null {
    const explanations: Explanation[] = []
    let accounted = this.#kept.size
    let refused: { piece: Piece; sites: string[] } | null = null
    for (const piece of this.#pieces) {
      const sites = taken.has(piece) ? [taken.get(piece)!] : this.#manies.filter((s) => this.#anchors(s).includes(piece.attachments[0]!.from))
      const chosen = piece.attachments.length > 1 ? this.#explainer.bridge(piece) : this.#explainer.best(piece, sites)
      if (chosen) {
        explanations.push(chosen)
        accounted += piece.atoms.length
      } else refused ??= { piece, sites: sites.map((s) => s.id) }
    }
    if (refused) {
      this.fail({ why: 'group not allowed', sites: refused.sites, atoms: refused.piece.atoms }, accounted)
      return null
    }
    return this.#count(explanations, accounted)
  }

  /** Whether the changes, each allowed by itself, are allowed together. */
  #count(explanations: readonly Explanation[], accounted: number): Attempt | null {
    const groups = new Map(this.rule.clauses.map((c) => [c.id, explanations.filter((e) => e.clause === c).flatMap((e) => e.hits)]))
    for (const clause of this.rule.clauses) {
      const failure = this.#limit(clause, groups)
      if (!failure) continue
      this.fail(failure, accounted)
      return null
    }
    const met = this.rule.clauses.filter((clause) => this.#isMet(clause.id, groups))
    if (met.filter((clause) => clause.counts !== false).length < this.atLeast) {
      this.fail({ why: 'parent unchanged', sites: [], atoms: [] }, accounted + 1)
      return null
    }
    const readings = [...new Set(explanations.flatMap((e) => e.readings))]
    return { hits: met.map(({ id }) => ({ id, atoms: groups.get(id)!.length > 0 ? atomsOf(groups.get(id)!) : this.#scaffoldAtoms() })), readings, open: this.#explainer.openIn(readings) }
  }

  #limit(clause: Clause, groups: ReadonlyMap<string, readonly GroupHit[]>): Failure | null {
    const under = groups.get(clause.id)!
    const atoms = atomsOf(under)
    if (under.length < (clause.at_least ?? 0)) return { why: 'too few changes', clause: clause.id, atoms }
    if (under.length > (clause.at_most ?? Infinity)) return { why: 'too many changes', clause: clause.id, atoms }
    if (under.length === 0) return null
    if (clause.needs && !clause.needs.some((id) => this.#isMet(id, groups))) return { why: 'other clause needed', clause: clause.id, needs: clause.needs, atoms }
    const { carbons, mass } = clause.total ?? {}
    const tooLarge = (carbons && !inRange(atoms.filter((a) => this.graph.molecule.atoms[a]!.z === 6).length, carbons)) || (mass && massOf(this.graph.molecule, atoms) > mass.max)
    return tooLarge ? { why: 'too large together', clause: clause.id, atoms } : null
  }

  #isMet(id: string, groups: ReadonlyMap<string, readonly GroupHit[]>): boolean {
    return this.meets.includes(id) || groups.get(id)!.length > 0
  }

  #scaffoldAtoms(): number[] {
    return [...this.#kept].sort((a, b) => a - b)
  }

  #onOxygen(piece: Piece): boolean {
    return this.graph.molecule.atoms[piece.attachments[0]!.from]!.z === 8
  }

  #sitesAt(atom: number): Site[] {
    return this.rule.sites.filter((site) => this.#anchors(site).includes(atom))
  }
}

function atomsOf(hits: readonly GroupHit[]): number[] {
  return [...new Set(hits.flatMap((hit) => hit.atoms))].sort((a, b) => a - b)
}
