import { massOf, type Molecule } from '../chem/index.js'
import type { Rule, Site, Term } from '../law/index.js'
import type { Terms } from '../matching/index.js'
import { asPiece, branchAt, isIn, ringPieces, type Piece } from './branches.js'
import { capacity, maxNeighbours, type FastGraph } from './fast-graph.js'
import { patternOf, type Pattern } from './pattern.js'
import { RelaxedItem } from './relaxed-item.js'
import { mayMatch, surelyHas } from './relaxed-match.js'

/**
 * Whether the groups that one embedding of a scaffold leaves could each be explained by the rule.
 * Looser than the rule engine in everything: what this refuses, the engine refuses.
 */
export class RelaxedRule {
  /** What each site takes: its parent, or what some clause puts there. */
  readonly #takes: readonly (readonly RelaxedItem[])[]
  /** Sites at each pattern atom. */
  readonly #sitesAt: readonly (readonly number[])[]
  /** Sites that must hold a group. */
  readonly #ones: readonly number[]
  /** Groups that must hang on each pattern atom. */
  readonly groupsAt: readonly number[]
  readonly #bridges: readonly { readonly anchors: ReadonlySet<number>; readonly items: readonly RelaxedItem[] }[]
  readonly #mass: number
  readonly #conditions: readonly { readonly pattern: Pattern | null; readonly present: boolean }[]

  /** @param names map number of each pattern atom */
  constructor(rule: Rule, names: readonly (number | null)[], terms: Terms) {
    this.#mass = rule.mass?.max ?? Infinity
    this.#conditions = (rule.conditions ?? []).map(({ smarts, present }) => ({ pattern: patternOf(smarts), present }))
    const own = new Map<string, Term>([...terms, ...(rule.terms ?? []).map((t) => [t.id, t] as const)])
    const anchors = (site: Site) => site.on.map((name) => names.indexOf(name)).filter((i) => i >= 0)
    this.#takes = rule.sites.map((site) => [...new Set(takenBy(rule, site, own))])
    this.#sitesAt = names.map((_, atom) => rule.sites.flatMap((site, i) => (anchors(site).includes(atom) ? [i] : [])))
    this.#ones = rule.sites.flatMap((site, i) => (site.holds === 'one' && anchors(site).length > 0 ? [i] : []))
    this.groupsAt = names.map((_, atom) => rule.sites.filter((site) => site.holds === 'one' && site.on.length === 1 && anchors(site)[0] === atom).length)
    this.#bridges = rule.clauses
      .filter((c) => c.change === 'bridge')
      .map((clause) => ({ anchors: new Set(rule.sites.filter((s) => clause.sites.includes(s.id)).flatMap(anchors)), items: clause.with.map((item) => RelaxedItem.of(item, own)) }))
  }

  /** @param embedding of a scaffold; `wholeCouldFit` is asked apart, of its component */
  couldFit(graph: FastGraph, embedding: Uint8Array): boolean {
    return this.#explains(graph, embedding, null)
  }

  /**
   * Whether the rule could fit what is left when some links are undone.
   * @param links 1 for oxygens of links: what a group with one of them becomes is not worked out
   */
  couldFitUndone(graph: FastGraph, embedding: Uint8Array, links: Uint8Array): boolean {
    return this.#explains(graph, embedding, links)
  }

  #explains(graph: FastGraph, embedding: Uint8Array, links: Uint8Array | null): boolean {
    kept.fill(0, 0, graph.atoms)
    for (let i = 0; i < embedding.length; i++) kept[embedding[i]!] = 1
    for (let site = 0; site < this.#takes.length; site++) held[site] = 0
    let closesRings = false
    for (let i = 0; i < embedding.length; i++) {
      const atom = embedding[i]!
      for (let k = atom * maxNeighbours, end = k + graph.degree[atom]!; k < end; k++) {
        if (kept[graph.neighbour[k]!] === 1) continue
        const bond = graph.via[k]!
        if (graph.ringBond[bond] === 1) closesRings = true
        else if (!this.#branchFits(graph, this.#sitesAt[i]!, branchAt(graph, atom, bond), links !== null && (links[atom] === 1 || hasLink(graph, asPiece(graph, branchAt(graph, atom, bond)), links)))) return false
      }
    }
    for (let i = 0; i < this.#ones.length; i++) if (held[this.#ones[i]!] === 0) return false
    return !closesRings || this.#bridgesFit(graph, embedding, links)
  }

  /** @param open whether the group may become another when links are undone */
  #branchFits(graph: FastGraph, sites: readonly number[], side: number, open: boolean): boolean {
    let explained = open
    for (let s = 0; s < sites.length; s++) {
      const site = sites[s]!
      const takes = this.#takes[site]!
      for (let i = 0; i < takes.length; i++) {
        if (!takes[i]!.fitsBranch(graph, side)) continue
        held[site] = 1
        explained = true
        break
      }
      if (open) held[site] = 1
    }
    return explained
  }

  #bridgesFit(graph: FastGraph, embedding: Uint8Array, links: Uint8Array | null): boolean {
    if (this.#bridges.length === 0 && links === null) return false
    const open = (piece: Piece & { readonly from: readonly number[] }) => links !== null && (piece.from.some((atom) => links[atom] === 1) || hasLink(graph, piece, links))
    return ringPieces(graph, embedding).every((piece) => open(piece) || this.#bridges.some((b) => piece.from.every((atom) => b.anchors.has(embedding.indexOf(atom))) && b.items.some((item) => item.fits(graph, piece))))
  }

  /** Patterns that the whole substance must have somewhere, beside the scaffold. */
  get needed(): readonly Pattern[] {
    return this.#conditions.flatMap(({ pattern, present }) => (present && pattern ? [pattern] : []))
  }

  /** Whether a component is within the limits that the rule sets to the whole substance. */
  wholeCouldFit(graph: FastGraph, component: number): boolean {
    if (this.#mass < Infinity && massIn(graph, component) > this.#mass + rounding) return false
    return this.#conditions.every(({ pattern, present }) => pattern === null || (present ? mayMatch(graph, pattern) : !surelyHas(graph, pattern, component)))
  }
}

function hasLink(graph: FastGraph, piece: Piece, links: Uint8Array): boolean {
  for (let atom = 0; atom < graph.atoms; atom++) if (links[atom] === 1 && isIn(piece, atom)) return true
  return false
}

const kept = new Uint8Array(capacity)
/** 1 for sites that hold a group. */
const held = new Uint8Array(256)

function takenBy(rule: Rule, site: Site, terms: ReadonlyMap<string, Term>): RelaxedItem[] {
  const clauses = rule.clauses.filter((c) => c.change !== 'bridge' && c.sites.includes(site.id))
  const parent = site.parent
  return [
    ...(parent === undefined ? [] : [RelaxedItem.of(parent, terms)]),
    ...clauses.flatMap((clause) => (clause.change === 'substitute' && parent !== undefined ? [RelaxedItem.loosely(parent, terms)] : clause.with.map((item) => RelaxedItem.of(item, terms)))),
  ]
}

/** Mass of a component with its hydrogens, Da. */
function massIn(graph: FastGraph, component: number): number {
  let mass = 0
  for (let a = 0; a < graph.atoms; a++) if (graph.component[a] === component) mass += weightOf(graph.z[a]!) + graph.hydrogens[a]! * weightOf(1)
  return mass
}

const weights: number[] = []

function weightOf(z: number): number {
  return (weights[z] ??= massOf({ atoms: [{ z, hydrogens: 0 }] } as unknown as Molecule, [0]))
}

/** Differences in the order of adding up are far below this, Da. */
const rounding = 0.01
