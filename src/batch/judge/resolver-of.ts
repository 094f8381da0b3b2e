import type { Reader } from '../../chem/index.js'
import { Resolver } from '../../identifiers/index.js'
import type { Edition } from '../../law/index.js'
import { inchiReader } from './inchi-reader.js'
import { indexedLaw } from './indexed-law.js'

/** A resolver for the law of an edition. @param start starts the reader when the first input needs it */
export function resolverOf(edition: Edition, start: () => Promise<Reader>): Resolver {
  let reader: Promise<Reader> | null = null
  const ready = async () => {
    const started = await (reader ??= start())
    await started.ready()
    return started
  }
  return new Resolver(indexedLaw(edition), ready, inchiReader())
}
