import type { Reader } from '../chem/index.js'
import type { Edition } from '../law/index.js'
import type { ClauseUse, CoveredStructure } from '../report/impact/index.js'
import { answersOf } from './draft-judge.js'
import { draftLaw, draftQuery, type Draft } from './draft.js'
import { withoutClause } from './variants.js'

/** For each clause how many of the structures that the draft covers come under it, and which would be lost without it. */
export async function clauseUse(
  reader: Reader,
  edition: Edition,
  draft: Draft,
  asOf: string,
  covered: readonly CoveredStructure[],
): Promise<ClauseUse[]> {
  const { clauses } = draft.rule
  const laws = clauses.map(({ id }) => {
    const variant = { ...draft, rule: withoutClause(draft.rule, id) }
    return { law: draftLaw(edition, variant), query: draftQuery(variant, asOf), rule: draft.rule.id }
  })
  const only = new Map<string, string[]>(clauses.map(({ id }) => [id, []]))
  for (const { name, smiles, clauses: by } of covered) {
    // What a clause is not used for stays covered without it.
    const used = clauses.flatMap(({ id }, i) => (by.some((hit) => hit.id === id) ? [i] : []))
    if (used.length === 0) continue
    await reader.ready()
    const answers = answersOf(
      reader,
      smiles,
      used.map((i) => laws[i]!),
    )
    used.forEach((i, k) => {
      if (answers[k]!.fit === 'not covered') only.get(clauses[i]!.id)!.push(name)
    })
  }
  return clauses.map(({ id, cite, reads }) => ({
    id,
    cite,
    reads,
    under: covered.filter((s) => s.clauses.some((hit) => hit.id === id)).length,
    alone: covered.filter((s) => s.clauses.length === 1 && s.clauses[0]!.id === id).length,
    onlyBy: only.get(id)!,
  }))
}
