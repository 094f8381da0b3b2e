import type { Clause, Item, Rule, Site } from '../law/index.js'
import type { Graph, Piece } from './graph.js'
import { fitsItem, fitsItems, type GroupHit, type Terms } from './terms.js'

/** How one group is explained: unchanged, or by a clause, on these readings. */
export interface Explanation {
  readonly clause: Clause | null
  readonly hits: readonly GroupHit[]
  readonly readings: readonly string[]
}

/** Explains single groups by the clauses of a rule; each answer is worked out once. */
export class Explainer {
  readonly #known = new Map<string, Explanation | null>()

  constructor(
    readonly graph: Graph,
    readonly rule: Rule,
    readonly terms: Terms,
    readonly anchors: (site: Site) => readonly number[],
  ) {}

  /** A group at one of these sites: the explanation that leans on the fewest open readings. */
  best(piece: Piece, sites: readonly Site[]): Explanation | null {
    return this.#fewestOpen(sites.map((site) => this.#remembered(`${site.id} ${piece.atoms[0]}`, () => this.#atSite(piece, site))))
  }

  /** A group that hangs on the scaffold by several bonds. */
  bridge(piece: Piece): Explanation | null {
    return this.#remembered(`bridge ${piece.atoms[0]}`, () => this.#fewestOpen(this.rule.clauses.filter((c) => c.change === 'bridge' && this.#spans(piece, c)).map((c) => this.#byItems(piece, c))))
  }

  /** Whether some clause lets a group hang by these bonds. */
  mayBridge(piece: Piece): boolean {
    return this.rule.clauses.some((c) => c.change === 'bridge' && this.#spans(piece, c))
  }

  openIn(readings: readonly string[]): number {
    return readings.filter((id) => this.rule.readings.find((r) => r.id === id)?.choice !== 'covers').length
  }

  #remembered(key: string, find: () => Explanation | null): Explanation | null {
    const known = this.#known.get(key)
    if (known !== undefined) return known
    const found = find()
    this.#known.set(key, found)
    return found
  }

  #fewestOpen(found: readonly (Explanation | null)[]): Explanation | null {
    return found.filter((e) => e !== null).sort((a, b) => this.openIn(a.readings) - this.openIn(b.readings))[0] ?? null
  }

  #atSite(piece: Piece, site: Site): Explanation | null {
    if (site.parent !== undefined && fitsItem(this.graph, this.terms, piece, site.parent)) return { clause: null, hits: [], readings: [] }
    const clauses = this.rule.clauses.filter((c) => c.change !== 'bridge' && c.sites.includes(site.id))
    return this.#fewestOpen(clauses.map((clause) => this.#byClause(piece, site, clause)))
  }

  #byClause(piece: Piece, site: Site, clause: Clause): Explanation | null {
    if (clause.change !== 'substitute' || site.parent === undefined) return this.#byItems(piece, clause)
    const hit = fitsItem(this.graph, this.terms, piece, site.parent, this.#allowed(clause))
    return hit && { clause, hits: hit.further, readings: hit.readings }
  }

  #byItems(piece: Piece, clause: Clause): Explanation | null {
    const hit = fitsItems(this.graph, this.terms, piece, this.#allowed(clause))
    return hit && { clause, hits: [hit], readings: hit.readings }
  }

  #allowed(clause: Clause): Item[] {
    return clause.with.filter((item) => typeof item === 'string' || !this.rule.readings.some((r) => r.id === item.reading && r.choice === 'does not cover'))
  }

  /** Whether the ends of the group lie where the clause lets it hang. */
  #spans(piece: Piece, clause: Clause): boolean {
    const sites = this.rule.sites.filter((s) => clause.sites.includes(s.id)).map((s) => new Set(this.anchors(s)))
    const ends = [...new Set(piece.attachments.map((a) => a.from))]
    if (!ends.every((atom) => sites.some((site) => site.has(atom)))) return false
    const bonded = (a: number, b: number) => this.graph.molecule.neighbours[a]!.some((n) => n.atom === b)
    switch (clause.between ?? 'any atoms') {
      case 'one atom':
        return ends.length === 1
      case 'neighbours':
        return ends.length === 2 && bonded(ends[0]!, ends[1]!)
      case 'different sites':
        return !sites.some((site) => ends.every((atom) => site.has(atom)))
      case 'any atoms':
        return true
    }
  }
}
