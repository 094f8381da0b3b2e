import type { LawQuestion } from '../../answers/index.js'
import type { GivenIdentifiers, Resolver } from '../../identifiers/index.js'
import { reported, type IsFile } from '../output/what-to-try.js'

/**
 * Judges one input given by structure, name or number, with its names; `input` is the identifier that decided, `text`
 * the structure that was judged, null if there is none.
 */
export async function oneAnswer(given: GivenIdentifiers, resolver: Resolver, question: LawQuestion, isFile: IsFile) {
  const { meaning, input, warnings } = await resolver.resolve(given)
  const answer = await question.about(meaning, resolver.names, 'all')
  return {
    answer: reported(answer, meaning, input, resolver.law, question.query, isFile),
    lookup: meaning.kind === 'unreadable' ? null : meaning.lookup,
    warnings,
    input,
    text: meaning.kind === 'structure' ? meaning.text : null,
  }
}
