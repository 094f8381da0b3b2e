import { Asked } from '../answers/index.js'
import type { ReadyReader } from '../chem/index.js'
import { placesAsked, questionsOfLaw, type LawIndex, type Query } from '../matching/index.js'
import type { QuestionAsked } from '../report/law/index.js'

/** A set of structures, as SMILES. */
export interface NamedSet {
  readonly name: string
  readonly structures: readonly string[]
}

/**
 * The open questions of the jurisdictions asked, each with how many structures of each set depend on it on the day.
 * @param seen called with the number of structures judged so far
 */
export async function questionsAsked(
  reader: ReadyReader,
  law: LawIndex,
  query: Query,
  sets: readonly NamedSet[],
  seen: (structures: number) => void,
): Promise<QuestionAsked[]> {
  const questions = questionsOfLaw(law.edition).filter((q) => query.jurisdictions?.includes(q.jurisdiction) ?? true)
  const expected = sets.reduce((sum, { structures }) => sum + structures.length, 0)
  const asked = new Asked(reader, law, query, { engine: true, expected })
  const counted = new Map<string, Map<string, number>>()
  let judged = 0
  for (const { name, structures } of sets) {
    for (const smiles of structures) {
      const answer = await asked.answer(smiles, 'none')
      const findings = answer.kind === 'judged' ? answer.judgement.jurisdictions.flatMap((j) => j.findings) : []
      const places = new Set(findings.flatMap(placesAsked))
      for (const { id, places: own } of questions) {
        if (!own.some((place) => places.has(place.id))) continue
        const counts = counted.get(id) ?? new Map<string, number>()
        counted.set(id, counts.set(name, (counts.get(name) ?? 0) + 1))
      }
      seen(++judged)
    }
  }
  asked.free()
  return questions.map((question) => ({
    ...question,
    depending: sets.map(({ name }) => [name, counted.get(question.id)?.get(name) ?? 0] as const),
  }))
}
