import type { Reader } from '../../chem/index.js'
import {
  answerTo as answerToMeaning,
  namedBy,
  Resolver,
  type GivenIdentifiers,
  type Lookup,
  type Warning,
} from '../../identifiers/index.js'
import type { LawIndex, Query } from '../../matching/index.js'
import { failureProblem, type Answer } from '../../report/index.js'
import type { SureAnswers } from '../../screen/index.js'
import { inchiReader } from './inchi-reader.js'
import { withGaps, withNameHint, type IsFile } from '../output/what-to-try.js'

export interface Answered {
  readonly answer: Answer
  readonly lookup: Lookup | null
  readonly warnings: readonly Warning[]
  /** The identifier that decided. */
  readonly input: string
  /** The structure that was judged; null if there is none. */
  readonly text: string | null
}

/** Resolves inputs by the names in one law. `start` gives the reader, which is made ready before each use. */
export function resolverFor(law: LawIndex, start: () => Promise<Reader>): Resolver {
  const ready = async () => {
    const reader = await start()
    await reader.ready()
    return reader
  }
  return new Resolver(law, ready, inchiReader())
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
  const lookup = meaning.kind === 'unreadable' ? null : meaning.lookup
  const found = { lookup, warnings, input, text: meaning.kind === 'structure' ? meaning.text : null }
  const { law } = resolver
  if (answer.kind === 'no substance') {
    const problem = withGaps(failureProblem(answer.failure), input, law, query, isFile)
    return { ...found, answer: { kind: 'unreadable', problem }, lookup: null }
  }
  if (answer.kind === 'judged' || lookup || input.trim() === '' || !given.lookUp) return { ...found, answer }
  return { ...found, answer: { kind: 'unreadable', problem: withNameHint(answer.problem, input, law, query, isFile) } }
}
