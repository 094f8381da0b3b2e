import type { Resolver, ResolvedInput } from '../../identifiers/index.js'
import type { BatchRecord } from '../input/batch-record.js'
import { recordsOf } from './chunk-work.js'
import type { Chunk } from '../input/chunk.js'
import { titleOf } from './record-judge.js'

/** A name that no record has, and recorded names with a similar spelling, the most similar first. */
export interface SuggestedName {
  readonly record: BatchRecord
  readonly given: string
  readonly similar: readonly string[]
}

/** The names in a file that are not known; nothing is judged. */
export async function* suggestedNames(
  chunks: AsyncIterable<Chunk>,
  resolver: Resolver,
  mixed: boolean,
): AsyncGenerator<SuggestedName> {
  for await (const chunk of chunks)
    for (const record of recordsOf({ chunk, index: 1 })) {
      if (record.problem) continue
      const given = { ...record.identifiers, structure: record.text, title: titleOf(record), mixed }
      const { meaning } = await resolver.resolve(given)
      for (const unknown of unknownIn(meaning, resolver)) yield { record, ...unknown }
    }
}

function unknownIn(meaning: ResolvedInput, resolver: Resolver): Omit<SuggestedName, 'record'>[] {
  if (meaning.kind === 'set') return meaning.members.flatMap((member) => unknownIn(member.meaning, resolver))
  const failure =
    meaning.kind === 'unreadable'
      ? meaning.failure
      : meaning.kind === 'structure' && meaning.orName
        ? resolver.names.unknown(meaning.text)
        : null
  const own = failure?.code === 'member' ? failure.why : failure
  return own?.code === 'unknown-name' ? [{ given: own.given, similar: own.similar }] : []
}
