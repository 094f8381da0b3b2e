import { answerTo, type Asked } from '../../answers/index.js'
import type { GivenIdentifiers, Lookup, Resolver, Warning } from '../../identifiers/index.js'
import type { Answer } from '../../report/index.js'
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

/** Judges one input given by structure, name or number, with its names. */
export async function oneAnswer(
  given: GivenIdentifiers,
  resolver: Resolver,
  asked: Asked,
  isFile: IsFile,
): Promise<Answered> {
  const { meaning, input, warnings } = await resolver.resolve(given)
  const answer = await answerTo(meaning, resolver, asked, 'all')
  return {
    answer: reported(answer, meaning, input, resolver.law, asked.query, isFile),
    lookup: meaning.kind === 'unreadable' ? null : meaning.lookup,
    warnings,
    input,
    text: meaning.kind === 'structure' ? meaning.text : null,
  }
}
