import type { Rule } from '../../law/index.js'
import { rulePlanOf, type Terms } from '../../rules/index.js'
import type { Graph } from './graph.js'

/** The position of a rule's scaffold in a structure: its atoms, and those of each site (input indices). */
export interface ScaffoldPlace {
  readonly scaffold: string
  /** Number of embeddings of the scaffold in the structure; this is the first. */
  readonly ways: number
  readonly atoms: readonly number[]
  readonly sites: readonly { readonly id: string; readonly atoms: readonly number[] }[]
}

/** The first embedding of the first scaffold of a rule that the structure contains; null if it contains none. */
export function scaffoldPlaceIn(graph: Graph, rule: Rule, shared: Terms): ScaffoldPlace | null {
  for (const scaffold of rulePlanOf(rule, shared).scaffolds) {
    const { embeddings } = graph.match(scaffold.smarts)
    const [embedding] = embeddings
    if (!embedding) continue
    const sites = [...scaffold.drawn().anchors].map(([{ id }, at]) => ({ id, atoms: at.map((i) => embedding[i]!) }))
    return {
      scaffold: scaffold.id,
      ways: embeddings.length,
      atoms: embedding,
      sites: sites.filter(({ atoms }) => atoms.length > 0),
    }
  }
  return null
}
