import { massAsBase } from '../../chem/index.js'
import { specialClauses, type Rule } from '../../law/index.js'
import { isIn, type AtomMask, ascending } from './substituent.js'
import type { Graph } from '../subject.js'
import type { ExactRule, ExactWords } from './exact-rule.js'
import type { Failure, RuleOutcome } from './outcome.js'
import { MoleculeCache } from './molecule-cache.js'
import { better, Closest, Search, simpler, type Attempt } from './rule-search.js'
import { rulePlanOf, type Terms } from '../../rules/index.js'

/**
 * Matches one component of a structure against a class rule. The rule describes the whole molecule: if a substituent is
 * not allowed by any clause, the rule does not fit.
 * @param only the only patterns, of scaffolds and of open questions, that could match, if known; near misses are then
 *   reported for these alone
 */
export function fitRule(
  graph: Graph,
  component: readonly number[],
  rule: Rule,
  shared: Terms,
  only: ReadonlySet<string> | null = null,
): RuleOutcome {
  const plan = rulePlanOf(rule, shared)
  const at = { graph, component, only }
  const outcome = fitScaffolds(at, plan)
  const words: ExactWords | undefined = plan.open_words
  return words && (outcome.fit === 'misses' || (words.choice === 'covers' && outcome.fit === 'open'))
    ? reachedByWords(at, words, outcome)
    : outcome
}

interface Place {
  readonly graph: Graph
  readonly component: readonly number[]
  readonly only: ReadonlySet<string> | null
}

function fitScaffolds(at: Place, rule: ExactRule): RuleOutcome {
  const { graph, component, only } = at
  const closest = new Closest()
  let inside: AtomMask | null = null
  let best: Attempt | null = null
  let bound = false
  for (const scaffold of rule.scaffolds) {
    if (best && best.open === 0) break
    if (only && !only.has(scaffold.smarts)) continue
    const { embeddings, cut: tooMany } = graph.match(scaffold.smarts)
    bound ||= tooMany
    if (embeddings.length === 0) continue
    const cache = MoleculeCache.of(graph)
    inside ??= cache.mask(component)
    let found: Attempt | null = null
    const { alike } = scaffold.drawn()
    const tried = new Set<string>()
    for (const embedding of embeddings) {
      if (!isIn(inside, embedding[0]!)) continue
      if (embeddings.length > 1 && tried.size === tried.add(keyOf(embedding, alike)).size) continue
      const search = new Search(cache, inside, component.length, { rule, scaffold, embedding }, closest)
      const attempt = search.run()
      bound ||= search.bound
      if (attempt && (!found || better(attempt, found, cache))) found = attempt
    }
    if (found && (!best || simpler(found, best))) best = found
  }
  if (best) {
    const failure = wholeFailure(at, rule)
    if (failure) {
      closest.reach(component.length + 1, () => failure)
      best = null
    }
  }
  if (best && best.open === 0) return { fit: 'fits', clauses: best.hits, readings: best.readings }
  if (best) return { fit: 'open', because: 'readings', clauses: best.hits, readings: best.readings }
  if (bound) return { fit: 'open', because: 'bound', clauses: [], readings: [] }
  return { fit: 'misses', failure: closest.failure, accounted: closest.accounted }
}

/** Equal for embeddings with equivalent atoms on the same atoms (a ring turned), of which the second adds nothing. */
function keyOf(embedding: readonly number[], alike: readonly number[]): string {
  const places = embedding.map((atom, i) => atom * embedding.length + alike[i]!)
  return places.sort(ascending).join()
}

/** Checks the limits that the rule sets for the whole substance. */
function wholeFailure(at: Place, rule: ExactRule): Failure | null {
  for (const { id, reads, smarts, present } of rule.conditions ?? []) {
    const atoms = embeddingIn(at, smarts)
    if ((atoms !== null) !== present) return { why: 'condition', condition: id, reads, atoms: atoms ?? [] }
  }
  if (!rule.mass) return null
  const mass = massAsBase(at.graph.molecule, at.component)
  return mass > rule.mass.max ? { why: 'too heavy', mass, limit: rule.mass.max } : null
}

function reachedByWords(at: Place, words: ExactWords, missed: RuleOutcome): RuleOutcome {
  for (const { smarts, reads } of words.reaches) {
    const atoms = at.only && !at.only.has(smarts) ? null : embeddingIn(at, smarts)
    if (!atoms) continue
    if (words.unless?.some((other) => embeddingIn(at, other.smarts))) return missed
    const clauses = [{ id: specialClauses.openWords, atoms: [...atoms].sort(ascending), reads }]
    return words.choice === 'covers'
      ? { fit: 'fits', clauses, readings: [] }
      : { fit: 'open', because: 'open words', clauses, readings: [] }
  }
  return missed
}

function embeddingIn({ graph, component }: Place, smarts: string): readonly number[] | null {
  return graph.match(smarts).embeddings.find((embedding) => component.includes(embedding[0]!)) ?? null
}
