import type { Day } from '../../law/index.js'
import { namesIn } from './names-in-line.js'

/**
 * `entry` names a substance; `class` describes several; a `heading` is above entries; `exclusion` names what is
 * excluded; `scope` says how much the list covers (salts, isomers).
 */
type ItemKind = 'entry' | 'class' | 'heading' | 'exclusion' | 'scope'

export interface OfficialItem {
  readonly kind: ItemKind
  /** The list within the text: `Schedule I`, `Anlage II`. */
  readonly part: string
  /** Its number within that list; empty if the law gives none. */
  readonly path: string
  readonly names: readonly string[]
  readonly code: string | null
  readonly cas: string | null
  readonly words: string
  /** True if the words cover more than what they name: derivatives, analogues, anything with a given structure. */
  readonly hasClassWords: boolean
  /** The days on which it is in the list, if a table gives them. */
  /** Whether it comes or goes, in a table of changes; `exact` if that is the first day of the change. */
  readonly change?: { readonly comes: boolean; readonly day: Day; readonly exact: boolean }
  readonly days?: { readonly from: Day | null; readonly until: Day | null }
}

export interface OfficialText {
  /** What the text calls itself: `C-38.8`, `BtMG 1981`, `ukpga/1971/38`; null for a table, which has no name. */
  readonly id: string | null
  readonly format:
    | 'Justice Laws XML'
    | 'gesetze-im-internet XML'
    | 'eCFR XML'
    | 'legislation.gov.uk XML'
    | 'EUR-Lex XML'
    | 'Markdown'
    | 'CSV'
  /** The day of the text, as stated in it. */
  readonly day: Day | null
  readonly items: readonly OfficialItem[]
  /** Number of repealed items, which are read but not counted. */
  readonly repealed: number
}

/** The file is not an official text of that law, or only a fragment of one. */
export class NotOfficial extends Error {
  override name = 'NotOfficial'
  constructor(
    readonly found: string,
    readonly expected: string,
  ) {
    super(`found ${found}; expected ${expected}`)
  }
}

/** An item that is in some words, or in the cells of a row: an entry with the names in these, but for what is given. */
export function itemOf(part: string, cells: readonly string[], given: Partial<OfficialItem> = {}): OfficialItem {
  return {
    kind: 'entry',
    part,
    path: '',
    names: given.names ?? [...new Set(cells.flatMap(namesIn))],
    code: null,
    cas: null,
    words: cells.join(' | '),
    hasClassWords: false,
    ...given,
  }
}

/** The text in a file, which has items. @param none what was found and expected if there are none */
export function textWith(
  text: Pick<OfficialText, 'id' | 'format' | 'items'> & Partial<OfficialText>,
  ...none: ConstructorParameters<typeof NotOfficial>
): OfficialText {
  if (text.items.length === 0) throw new NotOfficial(...none)
  return { day: null, repealed: 0, ...text }
}

/** The names in the first row of a table, as they are compared with those of known columns. */
export function columnsOf(rows: readonly (readonly string[])[]): string[] {
  return (rows[0] ?? []).map((name) =>
    name
      .replace(/^\ufeff/, '')
      .trim()
      .toLowerCase(),
  )
}

/** A table lacks columns. */
export function withoutColumns(head: readonly string[], needed: string): NotOfficial {
  const given = head.filter((name) => name !== '').join(', ')
  return new NotOfficial(`the columns ${given.slice(0, 200) || '(none)'}`, `CSV with the columns ${needed}`)
}
