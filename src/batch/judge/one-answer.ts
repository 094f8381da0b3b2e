import {
  answerTo as answerToMeaning,
  namedBy,
  type Resolver,
  type GivenIdentifiers,
  type Lookup,
  type Warning,
} from '../../identifiers/index.js'
import type { Query } from '../../matching/index.js'
import type { Answer } from '../../report/index.js'
import type { SureAnswers } from '../../screen/index.js'
import { reported, type IsFile } from '../output/what-to-try.js'

export interface Answered {
  readonly answer: Answer
  readonly lookup: Lookup | null
  readonly warnings: readonly Warning[]
  /** The identifier that decided. */
  readonly input: string
  /** The structure that was judged; null if there is none. */
  readonly text: string | null
}

/**
 * Judges one input given by structure, name or number.
 * @param sure answers without RDKit where it can
 */
export async function answerTo(
  given: GivenIdentifiers,
  resolver: Resolver,
  query: Query,
  isFile: IsFile,
  sure: SureAnswers | null = null,
): Promise<Answered> {
  const { meaning, input, warnings } = await resolver.resolve(given)
  const answer =
    (meaning.kind === 'structure' && sure?.answer(meaning.text, query, namedBy(meaning.lookup))) ||
    answerToMeaning(meaning, resolver, await resolver.reader(), query)
  return {
    answer: reported(answer, meaning, input, resolver.law, query, isFile),
    lookup: meaning.kind === 'unreadable' ? null : meaning.lookup,
    warnings,
    input,
    text: meaning.kind === 'structure' ? meaning.text : null,
  }
}
