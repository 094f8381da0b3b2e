import type { Reader } from '../chem/index.js'
import type { Edition } from '../law/index.js'
import { assess, indexLaw } from '../matching/index.js'
import type { CoveredStructure } from '../report/impact/index.js'

/** The same structures, each with whether a list of drugs of the jurisdiction names it on the day. */
export async function withListed(
  reader: Reader,
  edition: Edition,
  code: string,
  asOf: string,
  covered: readonly CoveredStructure[],
): Promise<CoveredStructure[]> {
  const jurisdictions = edition.jurisdictions
    .filter((j) => j.jurisdiction.code === code)
    .map((j) => ({ ...j, jurisdiction: { ...j.jurisdiction, gaps: [] }, rules: [] }))
  const law = indexLaw({ ...edition, jurisdictions })
  const found: CoveredStructure[] = []
  for (const structure of covered) {
    await reader.ready()
    const answer = assess(reader, law, structure.smiles, { asOf }, { identify: 'none' })
    const listed =
      answer.kind === 'judged' &&
      answer.judgement.jurisdictions.some((j) =>
        j.findings.some((f) => f.kind === 'listed' && f.control === 'drug' && f.counts === 'listed'),
      )
    found.push({ ...structure, listed })
  }
  return found
}
