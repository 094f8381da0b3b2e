import { LawQuestion } from '../answers/index.js'
import type { ReadyReader } from '../chem/index.js'
import type { OpenQuestion } from '../law/index.js'
import { placesAsked, type LawIndex, type Query } from '../matching/index.js'
import type { Depending, QuestionAsked } from '../report/documents.js'

/**
 * Open questions, each with the structures of each set that depend on it on the day.
 * @param seen called with the number of structures judged so far
 */
export async function questionsAsked(
  reader: ReadyReader,
  law: LawIndex,
  query: Query,
  questions: readonly OpenQuestion[],
  sets: readonly { readonly name: string; readonly structures: readonly Depending[] }[],
  seen: (structures: number) => void,
): Promise<QuestionAsked[]> {
  const expected = sets.reduce((sum, { structures }) => sum + structures.length, 0)
  const asked = new LawQuestion(reader, law, { ...query, undated: true }, { engine: true, expected })
  const found = new Map(questions.map(({ id }) => [id, sets.map((): Depending[] => [])]))
  let judged = 0
  for (const [i, { structures }] of sets.entries()) {
    for (const structure of structures) {
      const answer = await asked.answer(structure.smiles, 'none')
      const findings = answer.kind === 'judged' ? answer.judgement.jurisdictions.flatMap((j) => j.findings) : []
      const places = new Set(findings.flatMap(placesAsked))
      for (const { id, places: own } of questions)
        if (own.some((place) => places.has(place.id))) found.get(id)![i]!.push(structure)
      seen(++judged)
    }
  }
  asked.free()
  return questions.map((question) => ({
    ...question,
    depending: found.get(question.id)!.map((structures, i) => [sets[i]!.name, structures] as const),
  }))
}
