import type { AskedRule } from '../answers/index.js'
import type { Rule } from '../law/index.js'
import { tanimoto, type Failure } from '../matching/index.js'
import type { MissedAnalogue } from '../report/impact/index.js'
import type { Prints } from './prints.js'
import type { RecordedItem } from './recorded.js'

/** Recorded substances that resemble the parent this much are called its analogues, as are those with a scaffold of the draft. */
const alike = 0.4
/** Of what has no scaffold of the draft. */
const far = Number.MAX_SAFE_INTEGER

/** Analogues of the parent among recorded substances that the draft does not cover, the most alike first, each with why. */
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

/** The clauses by which the closest attempt failed, or at whose sites. */
function clausesOf(failure: Failure | null, rule: Rule): string[] {
  if (failure === null) return []
  if ('clause' in failure) return [failure.clause]
  if (!('sites' in failure)) return []
  return rule.clauses.filter((c) => c.sites.some((site) => failure.sites.includes(site))).map((c) => c.id)
}
