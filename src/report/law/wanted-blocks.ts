import type { Jurisdiction, WantedDocument } from '../../law/index.js'
import { cells, heading, text, type Block, type Span } from '../document/model.js'

/** The page of documents that were not to be had, those that would decide most first in each law. */
export function wantedBlocks(laws: readonly Jurisdiction[]): Block[] {
  const named = laws.filter(({ wanted }) => wanted)
  return [
    heading('Documents wanted', 1),
    text(
      'Each of these documents exists and could not be had when the law was recorded. Whoever has one decides the ' +
        'structures that are counted: CONTRIBUTING.md says how to send it in. A structure can count for several.',
    ),
    ...named.flatMap(({ name, code, wanted = [] }) => [
      heading(`${name} (${code})`),
      ...cells(
        ['Document', 'Structures', 'Questions that it settles'],
        [...wanted]
          .sort((a, b) => b.structures - a.structures)
          .map((own) => [documentOf(own), own.structures, own.settles.join(', ')]),
      ),
    ]),
  ]
}

const documentOf = ({ document, address }: WantedDocument): Span => ({ text: document, to: address ?? null })
