import { UnreadableStructure, type Reader } from '../chem/index.js'
import { namedBy, type Meaning } from '../identifiers/index.js'
import { historyOf, historyOfNamed, type JurisdictionHistory, type LawIndex, type Query } from '../matching/index.js'
import { failureProblem } from '../report/index.js'

/** The history of what an input means, or why it has none. */
export function timeline(
  meant: Meaning,
  reader: Reader,
  law: LawIndex,
  query: Omit<Query, 'asOf'>,
): JurisdictionHistory[] | UnreadableStructure {
  if (meant.kind === 'unreadable') return new UnreadableStructure(failureProblem(meant.failure))
  if (meant.kind === 'recorded') return historyOfNamed(meant.lookup.substance, law, query)
  try {
    return reader.read(meant.text, (structure) => historyOf(structure, law, query, namedBy(meant.lookup)))
  } catch (error) {
    if (error instanceof UnreadableStructure) return error
    throw error
  }
}
