import { Asked } from '../answers/index.js'
import type { ReadyReader } from '../chem/index.js'
import type { Edition } from '../law/index.js'
import { indexLaw } from '../matching/index.js'
import type { CoveredStructure } from '../report/impact/index.js'

/** Adds to each structure whether a drug list of the jurisdiction names it on that day. */
export async function withListed(
  reader: ReadyReader,
  edition: Edition,
  code: string,
  asOf: string,
  covered: readonly CoveredStructure[],
): Promise<CoveredStructure[]> {
  const jurisdictions = edition.jurisdictions
    .filter((j) => j.jurisdiction.code === code)
    .map((j) => ({ ...j, jurisdiction: { ...j.jurisdiction, gaps: [] }, rules: [] }))
  const asked = new Asked(
    reader,
    indexLaw({ ...edition, jurisdictions }),
    { asOf },
    { engine: true, expected: covered.length },
  )
  const found: CoveredStructure[] = []
  for (const structure of covered) {
    const answer = await asked.answer(structure.smiles, 'none')
    const listed =
      answer.kind === 'judged' &&
      answer.judgement.jurisdictions.some((j) =>
        j.findings.some((f) => f.kind === 'listed' && f.control === 'drug' && f.counts === 'listed'),
      )
    found.push({ ...structure, listed })
  }
  return found
}
