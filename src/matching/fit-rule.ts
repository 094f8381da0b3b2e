import { massOf } from '../chem/index.js'
import type { Clause, Item, Rule, Site } from '../law/index.js'
import { cut, type Graph, type Piece } from './graph.js'
import type { ClauseHit, Failure, RuleOutcome } from './outcome.js'
import { readScaffold, type ScaffoldText } from './scaffold.js'
import { fitsItem, fitsItems, type GroupHit, type Terms } from './terms.js'

/** How one group at one site is explained: unchanged, or by a clause, on these readings. */
interface Explanation {
  readonly clause: Clause | null
  readonly hits: readonly GroupHit[]
  readonly readings: readonly string[]
}

interface Attempt {
  readonly hits: readonly ClauseHit[]
  readonly readings: readonly string[]
  readonly open: number
}

/** Ways of handing groups to sites that are tried for one embedding before the search gives up undecided. */
const assignmentLimit = 5000

/**
 * Reads one component of a structure against a class rule. The rule fixes the whole molecule:
 * a substituent that no clause allows means that it does not fit.
 */
export function fitRule(graph: Graph, component: readonly number[], rule: Rule, terms: Terms): RuleOutcome {
  const inside = new Set(component)
  let best: Attempt | null = null
  let closest: { failure: Failure; accounted: number } = { failure: { why: 'no scaffold' }, accounted: 0 }
  let bound = false
  const fail = (failure: Failure, accounted: number) => {
    if (accounted > closest.accounted) closest = { failure, accounted }
  }
  for (const scaffold of rule.scaffolds) {
    const { embeddings, cut: tooMany } = graph.match(scaffold.smarts)
    bound ||= tooMany
    const text = readScaffold(scaffold.smarts)
    for (const embedding of embeddings) {
      if (!inside.has(embedding[0]!)) continue
      const search = new Search(graph, component, rule, terms, embedding, text, fail)
      const attempt = search.run()
      bound ||= search.bound
      if (attempt && (!best || better(attempt, best))) best = attempt
      if (best && best.open === 0) break
    }
  }
  if (best && rule.mass && massOf(graph.molecule, component) > rule.mass.max) {
    fail({ why: 'too heavy', mass: massOf(graph.molecule, component), limit: rule.mass.max }, component.length + 1)
    best = null
  }
  if (best && best.open === 0) return { fit: 'fits', clauses: best.hits, readings: best.readings }
  if (best || bound) return { fit: 'open', clauses: best?.hits ?? [], readings: best?.readings ?? [], bound: !best }
  return { fit: 'misses', ...closest }
}

function better(a: Attempt, b: Attempt): boolean {
  return a.open !== b.open ? a.open < b.open : a.hits.length < b.hits.length
}

class Search {
  bound = false
  readonly #pieces: readonly Piece[]
  readonly #kept: ReadonlySet<number>
  readonly #ones: readonly Site[]
  readonly #manies: readonly Site[]
  readonly #explained = new Map<string, Explanation | null>()
  #tried = 0

  constructor(
    readonly graph: Graph,
    readonly component: readonly number[],
    readonly rule: Rule,
    readonly terms: Terms,
    embedding: readonly number[],
    text: ScaffoldText,
    readonly fail: (failure: Failure, accounted: number) => void,
  ) {
    this.#kept = new Set(embedding)
    const at = new Map<number, number>()
    text.names.forEach((name, i) => name !== null && at.set(name, embedding[i]!))
    this.atomsOf = (site) => site.on.map((name) => at.get(name)).filter((a) => a !== undefined)
    this.#pieces = cut(graph.molecule, component, this.#kept)
    this.#ones = rule.sites.filter((site) => site.holds === 'one' && this.atomsOf(site).length > 0)
    this.#manies = rule.sites.filter((site) => site.holds === 'many')
    this.closed = this.#closedBond(text.bonds)
  }

  readonly atomsOf: (site: Site) => number[]
  /** A bond between scaffold atoms that the scaffold does not draw. */
  readonly closed: readonly number[] | null

  run(): Attempt | null {
    const size = this.#kept.size
    if (this.closed) {
      this.fail({ why: 'ring closed on the scaffold', sites: [], atoms: this.closed }, size)
      return null
    }
    const bridge = this.#pieces.find((piece) => piece.attachments.length !== 1)
    if (bridge) {
      const sites = [...new Set(bridge.attachments.flatMap((a) => this.#sitesAt(a.from)).map((s) => s.id))]
      this.fail({ why: 'ring closed on the scaffold', sites, atoms: bridge.atoms }, this.component.length - bridge.atoms.length)
      return null
    }
    return this.#assign(0, new Map())
  }

  /** Gives each `one` site a group, then the rest to `many` sites; the best complete explanation. */
  #assign(index: number, taken: ReadonlyMap<Piece, Site>): Attempt | null {
    if (++this.#tried > assignmentLimit) {
      this.bound = true
      return null
    }
    const site = this.#ones[index]
    if (!site) return this.#complete(taken)
    const anchors = this.atomsOf(site)
    const choices = this.#pieces.filter((piece) => !taken.has(piece) && anchors.includes(piece.attachments[0]!.from))
    if (choices.length === 0) {
      this.fail({ why: 'nothing at site', sites: [site.id], atoms: anchors }, this.#kept.size)
      return null
    }
    let best: Attempt | null = null
    for (const piece of choices) {
      const attempt = this.#assign(index + 1, new Map([...taken, [piece, site]]))
      if (attempt && (!best || better(attempt, best))) best = attempt
    }
    return best
  }

  #complete(taken: ReadonlyMap<Piece, Site>): Attempt | null {
    const explanations: Explanation[] = []
    let accounted = this.#kept.size
    let refused: { piece: Piece; sites: string[] } | null = null
    for (const piece of this.#pieces) {
      const sites = taken.has(piece) ? [taken.get(piece)!] : this.#manies.filter((s) => this.atomsOf(s).includes(piece.attachments[0]!.from))
      const found = sites.map((site) => this.#explain(piece, site)).filter((e) => e !== null)
      const chosen = found.sort((a, b) => this.#openIn(a.readings) - this.#openIn(b.readings))[0]
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

  #count(explanations: readonly Explanation[], accounted: number): Attempt | null {
    const hits: ClauseHit[] = []
    const readings = [...new Set(explanations.flatMap((e) => e.readings))]
    for (const clause of this.rule.clauses) {
      const groups = explanations.filter((e) => e.clause === clause).flatMap((e) => e.hits)
      if (groups.length === 0) continue
      const atoms = [...new Set(groups.flatMap((g) => g.atoms))].sort((a, b) => a - b)
      if (clause.at_most !== undefined && groups.length > clause.at_most) {
        this.fail({ why: 'too many changes', clause: clause.id, atoms }, accounted)
        return null
      }
      hits.push({ id: clause.id, atoms })
    }
    if (hits.length < this.rule.at_least) {
      this.fail({ why: 'parent unchanged', sites: [], atoms: [] }, accounted + 1)
      return null
    }
    return { hits, readings, open: this.#openIn(readings) }
  }

  /** The best explanation of a group at a site: unchanged, else the clause that leans on the fewest open readings. */
  #explain(piece: Piece, site: Site): Explanation | null {
    const key = `${site.id} ${piece.atoms[0]}`
    const known = this.#explained.get(key)
    if (known !== undefined) return known
    const found = this.#findExplanation(piece, site)
    this.#explained.set(key, found)
    return found
  }

  #findExplanation(piece: Piece, site: Site): Explanation | null {
    if (site.parent !== undefined && fitsItem(this.graph, this.terms, piece, site.parent)) return { clause: null, hits: [], readings: [] }
    const found: Explanation[] = []
    for (const clause of this.rule.clauses) {
      if (!clause.sites.includes(site.id)) continue
      const explanation = this.#byClause(piece, site, clause)
      if (explanation) found.push(explanation)
    }
    return found.sort((a, b) => this.#openIn(a.readings) - this.#openIn(b.readings))[0] ?? null
  }

  #byClause(piece: Piece, site: Site, clause: Clause): Explanation | null {
    const items = clause.with.filter((item) => !this.#ruledOut(item))
    if (clause.change === 'substitute' && site.parent !== undefined) {
      const hit = fitsItem(this.graph, this.terms, piece, site.parent, items)
      return hit && { clause, hits: hit.further, readings: hit.readings }
    }
    const hit = fitsItems(this.graph, this.terms, piece, items)
    return hit && { clause, hits: [hit], readings: hit.readings }
  }

  #ruledOut(item: Item): boolean {
    return typeof item !== 'string' && this.rule.readings.some((r) => r.id === item.reading && r.choice === 'does not cover')
  }

  #openIn(readings: readonly string[]): number {
    return readings.filter((id) => this.rule.readings.find((r) => r.id === id)?.choice !== 'covers').length
  }

  #sitesAt(atom: number): Site[] {
    return this.rule.sites.filter((site) => this.atomsOf(site).includes(atom))
  }

  #closedBond(drawn: number): number[] | null {
    const found = this.graph.molecule.bonds.filter(({ a, b }) => this.#kept.has(a) && this.#kept.has(b))
    return found.length > drawn ? [...this.#kept] : null
  }
}
