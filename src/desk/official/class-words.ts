import type { OfficialItem, OfficialText } from './official-text.js'
import { refOf, type Difference } from './reconciliation.js'
import { comparableName, type Sha256 } from './candidates.js'
import type { WrittenFrom } from './written-from.js'

/** Class words in a text, with their hash and the rules based on them, compared with the hashes of those. */
export function classWordsOf(
  text: OfficialText,
  items: readonly OfficialItem[],
  sources: readonly WrittenFrom[],
  sha256: Sha256,
) {
  const words = items
    .map((item) => {
      const of = refOf(text, item)
      return {
        item,
        of,
        sha256: sha256(comparableName(item.words)),
        by: sources.filter((s) => s.words.some((w) => w.of === of)),
      }
    })
    .filter(({ item, by }) => text.id !== null && (by.length > 0 || item.hasClassWords))
  const differences = words.flatMap((own): Difference[] => {
    if (own.by.length === 0) return [{ kind: 'words not recorded', item: own.item, sha256: own.sha256 }]
    const others = own.by.filter((s) => !s.words.some((w) => w.of === own.of && w.sha256 === own.sha256))
    return others.length === 0 ? [] : [{ kind: 'words changed', item: own.item, by: others, sha256: own.sha256 }]
  })
  const present = new Set(items.map((item) => refOf(text, item)))
  const gone =
    text.id === null
      ? []
      : sources.flatMap((by) =>
          [...new Set(by.words.map((w) => w.of))]
            .filter((of) => of.startsWith(`${text.id} `) && !present.has(of))
            .map((of): Difference => ({ kind: 'words gone', of, by })),
        )
  return { words, same: words.length - differences.length, differences: [...differences, ...gone] }
}
