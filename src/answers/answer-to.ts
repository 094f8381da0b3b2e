import { looksLikeName, namedBy, type Failure, type ResolvedInput, type Resolver } from '../identifiers/index.js'
import { judgeNamed, type Assessment, type Identify, type Judgement } from '../matching/index.js'
import type { Asked, Look } from './asked.js'

export type MeaningAnswer =
  | Assessment
  /** A recorded substance without a structure: a plant, a preparation. */
  | { readonly kind: 'judged'; readonly structure: null; readonly judgement: Judgement }
  | { readonly kind: 'no substance'; readonly failure: Failure }

/**
 * The answer for what an input means: a structure, or a recorded substance.
 * @param look how far its structure was looked at before
 */
export async function answerTo(
  meaning: ResolvedInput,
  { law, names }: Pick<Resolver, 'law' | 'names'>,
  asked: Asked,
  identify: Identify,
  look?: Look,
): Promise<MeaningAnswer> {
  if (meaning.kind === 'unreadable') return { kind: 'no substance', failure: meaning.failure }
  if (meaning.kind === 'recorded')
    return { kind: 'judged', structure: null, judgement: judgeNamed(meaning.lookup.substance, law, asked.query) }
  const { text, lookup, orName } = meaning
  const answer = await asked.answer(text, identify, namedBy(lookup), look)
  return answer.kind === 'unreadable' && orName && looksLikeName(text)
    ? { kind: 'no substance', failure: { code: 'unknown-name', given: text.trim(), similar: names.like(text) } }
    : answer
}
