import type { AskedRule } from '../answers/index.js'
import type { Rule } from '../law/index.js'
import { tanimoto, type Failure } from '../matching/index.js'
import type { MissedAnalogue } from '../report/impact/index.js'
import type { Prints } from './prints.js'
import type { RecordedItem } from './recorded.js'

/** The least similarity to the parent of an analogue. Substances with a scaffold of the draft are analogues too. */
const alike = 0.4
/** Why a substance without a scaffold of the draft is missed. */
const far = Number.MAX_SAFE_INTEGER

/** Recorded analogues that the draft does not cover, most similar first, each with the reason. */
export async function missedAnalogues(
  prints: Prints,
  judge: AskedRule,
  rule: Rule,
  parent: Uint8Array | null,
  items: readonly RecordedItem[],
): Promise<MissedAnalogue[]> {
  const missed: MissedAnalogue[] = []
  for (const { id, name, smiles, listedIn } of items) {
    const similarity = parent && tanimoto(parent, await prints.of(smiles))
    const resembles = similarity !== null && similarity >= alike
    if (!resembles && !judge.couldHaveScaffold(smiles)) continue
    const near = await judge.nearMiss(smiles)
    const failure = near?.failure ?? null
    const left = near && near.size - near.accounted
    if (!resembles && failure === null) continue
    missed.push({ substance: id, name, smiles, similarity, listedIn, failure, left, clauses: clausesOf(failure, rule) })
  }
  return missed.sort(
    (a, b) =>
      (b.similarity ?? 0) - (a.similarity ?? 0) || (a.left ?? far) - (b.left ?? far) || (a.name < b.name ? -1 : 1),
  )
}

/** The clauses that failed in the closest attempt, or whose sites failed. */
function clausesOf(failure: Failure | null, rule: Rule): string[] {
  if (failure === null) return []
  if ('clause' in failure) return [failure.clause]
  if (!('sites' in failure)) return []
  return rule.clauses.filter((c) => c.sites.some((site) => failure.sites.includes(site))).map((c) => c.id)
}
