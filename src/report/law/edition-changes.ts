import type { EditionChange, EditionChanges } from '../../law/edition/edition-changes.js'
import { editionName, type EditionRef } from '../edition-name.js'
import { heading, items, section, table, text, type Block } from './blocks/blocks.js'

const titles = {
  added: 'Added',
  changed: 'Changed',
  removed: 'Removed',
} satisfies Record<EditionChange['what'], string>

/** What changed between two editions, in words. */
export function editionChangeBlocks(before: EditionRef, after: EditionRef, found: EditionChanges): Block[] {
  const { changes, reviewed } = found
  return [
    heading(`From edition ${editionName(before)} to ${editionName(after)}`, 1),
    ...(changes.length === 0 && reviewed.length === 0 ? [text('The records are the same.')] : []),
    ...section(
      'Reviewed',
      items(
        reviewed.map(({ jurisdiction, from, to }) => {
          if (from === null) return `${jurisdiction}: new, up to ${to}`
          return to === null ? `${jurisdiction}: no longer recorded` : `${jurisdiction}: up to ${to}, before ${from}`
        }),
      ),
    ),
    ...(['added', 'changed', 'removed'] as const).flatMap((what) =>
      section(
        titles[what],
        table(
          ['Law', 'Record', 'Id', 'Name'],
          changes.filter((c) => c.what === what).map((c) => [c.jurisdiction ?? '', c.kind, c.id, c.name]),
        ),
      ),
    ),
  ]
}
