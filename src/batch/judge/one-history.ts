import { UnreadableStructure } from '../../chem/index.js'
import { namedBy, type ResolvedInput, type Resolver } from '../../identifiers/index.js'
import { historyOf, historyOfNamed, type JurisdictionHistory, type Query } from '../../matching/index.js'
import { failureProblem } from '../../report/index.js'
import type { Reading } from '../../screen/index.js'

/**
 * The history of what an input means, or why it has none.
 * @param reading of its structure, by a screen of all days
 */
export async function historyOfInput(
  input: ResolvedInput,
  resolver: Resolver,
  query: Omit<Query, 'asOf'>,
  reading: Reading | null = null,
): Promise<JurisdictionHistory[] | UnreadableStructure> {
  const { law } = resolver
  if (input.kind === 'unreadable') return new UnreadableStructure(failureProblem(input.failure))
  if (input.kind === 'recorded') return historyOfNamed(input.lookup.substance, law, query)
  const named = namedBy(input.lookup)
  const certain = reading?.certainly((sure) => historyOf(sure, law, query, named, reading))
  if (certain) return certain
  const reader = await resolver.reader()
  try {
    return reader.read(input.text, (structure) => historyOf(structure, law, query, named, reading?.hints()))
  } catch (error) {
    if (error instanceof UnreadableStructure) return error
    throw error
  }
}
