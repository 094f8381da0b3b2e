import { AskedRule } from '../answers/index.js'
import type { ReadyReader } from '../chem/index.js'
import type { Edition } from '../law/index.js'
import type { ClauseUse, CoveredStructure } from '../report/impact/index.js'
import type { Draft } from '../matching/index.js'
import { withoutClause } from './variants.js'

/** For each clause, how many covered structures come under it, and which would be lost without it. */
export async function clauseUse(
  reader: ReadyReader,
  edition: Edition,
  draft: Draft,
  asOf: string,
  covered: readonly CoveredStructure[],
): Promise<ClauseUse[]> {
  const use: ClauseUse[] = []
  for (const { id, cite, reads } of draft.rule.clauses) {
    // Structures that do not use the clause stay covered without it.
    const under = covered.filter((s) => s.clauses.some((hit) => hit.id === id))
    const without = new AskedRule(reader, edition, { ...draft, rule: withoutClause(draft.rule, id) }, asOf, {
      engine: true,
      expected: under.length,
    })
    const onlyBy: string[] = []
    for (const { name, smiles } of under) if ((await without.answer(smiles)).fit === 'not covered') onlyBy.push(name)
    const alone = under.filter((s) => s.clauses.length === 1).length
    use.push({ id, cite, reads, under: under.length, alone, onlyBy })
  }
  return use
}
