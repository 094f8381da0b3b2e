import type { Entry, List } from '../../law/index.js'
import type { OfficialItem, OfficialText } from './official-text.js'
import type { WrittenFrom } from './written-from.js'

/** A difference between the records and an official text. */
export type Difference =
  | { readonly kind: 'missing'; readonly item: OfficialItem }
  | { readonly kind: 'extra'; readonly list: List; readonly entry: Entry }
  /** Found by its name, but at another place or under another code than recorded. */
  | { readonly kind: 'moved'; readonly item: OfficialItem; readonly list: List; readonly entry: Entry }
  /** No recorded name matches. A code or CAS number identifies a substance; a place alone does not. */
  | {
      readonly kind: 'spelling'
      readonly item: OfficialItem
      readonly list: List
      readonly entry: Entry
      readonly by: 'place' | 'code'
    }
  /** Class words that differ from those on which the rules are based. */
  | {
      readonly kind: 'words changed'
      readonly item: OfficialItem
      readonly by: readonly WrittenFrom[]
      readonly sha256: string
    }
  | { readonly kind: 'words not recorded'; readonly item: OfficialItem; readonly sha256: string }
  /** A rule is based on words that are not in the text. */
  | { readonly kind: 'words gone'; readonly of: string; readonly by: WrittenFrom }

/** False for an explained difference, only worth a look: another spelling of a code, or an entry marked doubtful. */
export function isUnaccounted(difference: Difference): boolean {
  if (difference.kind === 'extra') return !difference.entry.periods.every((p) => p.unconfirmed?.includes('substance'))
  return difference.kind !== 'spelling' || difference.by === 'place'
}

/**
 * How a record refers to the words it is based on. If several items have one number, the first words identify which.
 */
export function refOf(text: Pick<OfficialText, 'id' | 'items'>, item: OfficialItem): string {
  const shared =
    item.path === '' ||
    text.items.some((other) => other !== item && other.part === item.part && other.path === item.path)
  return [
    text.id,
    item.part,
    item.path,
    shared
      ? item.words
          .split(/[,(|]/)[0]!
          .replace(/[.;:]+$/, '')
          .trim()
      : '',
  ]
    .filter((part) => part !== null && part !== '')
    .join(' ')
}
