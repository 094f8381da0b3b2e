import type { Day } from '../day.js'
import type { Entry, List } from '../list.js'
import type { OfficialItem, OfficialText } from './official-text.js'
import type { WrittenFrom } from './written-from.js'

/** What the records and an official text do not agree on. */
export type Difference =
  | { readonly kind: 'missing'; readonly item: OfficialItem }
  | { readonly kind: 'extra'; readonly list: List; readonly entry: Entry }
  /** Found by its name, at another place or under another code than the records give. */
  | { readonly kind: 'moved'; readonly item: OfficialItem; readonly list: List; readonly entry: Entry }
  /** No recorded name is that of the text. A code or CAS number is a substance's own; a place alone does not prove that it is the same. */
  | {
      readonly kind: 'spelling'
      readonly item: OfficialItem
      readonly list: List
      readonly entry: Entry
      readonly by: 'place' | 'code'
    }
  /** Words of a class that are not those the rules were written from. */
  | {
      readonly kind: 'words changed'
      readonly item: OfficialItem
      readonly by: readonly WrittenFrom[]
      readonly sha256: string
    }
  | { readonly kind: 'words not recorded'; readonly item: OfficialItem; readonly sha256: string }
  /** A rule was written from words that the text does not have. */
  | { readonly kind: 'words gone'; readonly of: string; readonly by: WrittenFrom }

/** Words of a class in the text, with their hash and the rules written from them. */
export interface ClassWords {
  readonly item: OfficialItem
  readonly of: string
  readonly sha256: string
  readonly by: readonly WrittenFrom[]
}

/** An official text held against the records in force on its day. */
export interface Reconciliation {
  readonly jurisdiction: string
  readonly text: OfficialText
  readonly asOf: Day
  readonly lists: readonly List[]
  readonly entries: number
  readonly matched: number
  /** Matched entries that are a plant, extract, mixture, preparation, biological or group. */
  readonly notStructures: number
  readonly classItems: number
  readonly classItemsSame: number
  /** Items in parts of the text for which there is no list: not compared. */
  readonly apart: readonly { readonly part: string; readonly items: number }[]
  readonly classWords: readonly ClassWords[]
  /** Ids of rules in force of which no official words are recorded. */
  readonly unworded: readonly string[]
  readonly differences: readonly Difference[]
}

/** False for what is accounted for and only worth a look: another spelling under the same code, an entry that says itself that it is in doubt. */
export function isUnaccounted(difference: Difference): boolean {
  if (difference.kind === 'extra') return !difference.entry.periods.every((p) => p.unconfirmed?.includes('substance'))
  return difference.kind !== 'spelling' || difference.by === 'place'
}

/** How a record names the words it was written from. If several items have one number, the first words identify which. */
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
