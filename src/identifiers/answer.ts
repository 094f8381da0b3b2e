import type { Reader } from '../chem/index.js'
import {
  assess,
  judgeNamed,
  type Assessment,
  type AssessOptions,
  type Judgement,
  type Query,
} from '../matching/index.js'
import type { Failure } from './failure.js'
import { looksLikeName } from './looks-like.js'
import type { Lookup } from './lookup.js'
import type { ResolvedInput, Resolver } from './resolver.js'

export type MeaningAnswer =
  | Assessment
  /** A recorded substance without a structure: a plant, a preparation. */
  | { readonly kind: 'judged'; readonly structure: null; readonly judgement: Judgement }
  | { readonly kind: 'no substance'; readonly failure: Failure }

/** The substance, if given by what the law calls it: a name, number or code. InChI and InChIKey stand for a drawing. */
export function namedBy(lookup: Lookup | null): string | null {
  return lookup !== null && lookup.by !== 'inchikey' && lookup.by !== 'inchi' ? lookup.substance : null
}

/** Judges the meaning found for an input. Await `reader.ready()` before each call. */
export function answerTo(
  meaning: ResolvedInput,
  { law, names }: Resolver,
  reader: Reader,
  query: Query,
  options: AssessOptions = { identify: 'all' },
): MeaningAnswer {
  if (meaning.kind === 'unreadable') return { kind: 'no substance', failure: meaning.failure }
  if (meaning.kind === 'recorded')
    return { kind: 'judged', structure: null, judgement: judgeNamed(meaning.lookup.substance, law, query) }
  const named = namedBy(meaning.lookup)
  const answer = assess(reader, law, meaning.text, query, { ...options, ...(named === null ? {} : { named }) })
  return answer.kind === 'unreadable' && meaning.orName && looksLikeName(meaning.text)
    ? {
        kind: 'no substance',
        failure: { code: 'unknown-name', given: meaning.text.trim(), similar: names.like(meaning.text) },
      }
    : answer
}
