import type { Html } from '../markup.js'
import type { ShownVerdict } from '../shown-verdict.js'

export type Badge = ShownVerdict | 'proposed'

/** Text that stands out, has a verdict's colour, or leads to an address. */
export interface Span {
  readonly text: string
  readonly as?: 'strong' | 'faint' | Badge
  readonly to?: string | null
  /** What stands for it on a terminal where it is too long. */
  readonly short?: string
  /** In a brief table, another column gives way to it. */
  readonly isWhole?: boolean
}

export type Words = string | Span | readonly (string | Span)[]
/** Numbers are aligned right, and written with separators. */
export type Cell = Words | number

/**
 * All that a report says, in nine kinds of block: made once by one function for each kind of answer or record, and
 * written as text for a terminal, Markdown or HTML. What needs a tenth kind is drawn as a figure.
 */
export type Block =
  | { readonly kind: 'heading'; readonly text: string; readonly level: 1 | 2 | 3 }
  /** The heading of an answer. */
  | { readonly kind: 'verdict'; readonly name: string; readonly verdict: Badge; readonly text: string }
  | { readonly kind: 'text'; readonly text: Words }
  /** Short texts that belong together, one a line. */
  | { readonly kind: 'lines'; readonly lines: readonly Words[] }
  | { readonly kind: 'items'; readonly items: readonly Words[] }
  | { readonly kind: 'picture'; readonly file: string; readonly text: string }
  | { readonly kind: 'links'; readonly links: readonly Link[] }
  | Table
  /** What only a page shows: a drawing or chart. */
  | { readonly kind: 'figure'; readonly html: Html }

export interface Table {
  readonly kind: 'table'
  /** Empty for a table whose first column says what the second is. */
  readonly head: readonly string[]
  readonly rows: readonly (readonly Cell[])[]
  /** On a terminal each row takes one line: the last columns are cut where they are too long. */
  readonly isBrief?: boolean
}

/** A separate page, with a description. */
interface Link {
  readonly text: string
  readonly to: string
  readonly about: string
}

export const heading = (text: string, level: 1 | 2 | 3 = 2): Block => ({ kind: 'heading', text, level })
export const verdict = (name: string, of: Badge, text: string): Block => ({ kind: 'verdict', name, verdict: of, text })
export const picture = (file: string, text: string): Block => ({ kind: 'picture', file, text })
export const figure = (html: Html): Block => ({ kind: 'figure', html })
export const text = (value: Words): Block => ({ kind: 'text', text: value })
/** Empty if there are none, as of the following. */
export const lines = (values: readonly Words[]): Block[] =>
  values.length > 0 ? [{ kind: 'lines', lines: values }] : []
export const items = (values: readonly Words[]): Block[] =>
  values.length > 0 ? [{ kind: 'items', items: values }] : []
export const links = (values: readonly Link[]): Block[] => (values.length > 0 ? [{ kind: 'links', links: values }] : [])
/** A table of texts. */
export const table = (head: readonly string[], rows: readonly (readonly (string | number)[])[]): Block[] =>
  cells(
    head,
    rows.map((row) => row.map(String)),
  )
export const cells = (head: readonly string[], rows: Table['rows'], isBrief = false): Block[] =>
  rows.length > 0 ? [{ kind: 'table', head, rows, ...(isBrief ? { isBrief } : {}) }] : []
/** A section with its heading, omitted if empty. */
export const section = (title: string, blocks: readonly Block[], level: 1 | 2 | 3 = 2): Block[] =>
  blocks.length > 0 ? [heading(title, level), ...blocks] : []

export const strong = (value: string): Span => ({ text: value, as: 'strong' })
export const faint = (value: string): Span => ({ text: value, as: 'faint' })

export function spansOf(words: Words): readonly Span[] {
  const all = typeof words === 'string' || 'text' in words ? [words] : words
  return all.map((one) => (typeof one === 'string' ? { text: one } : one))
}

/** Words without their looks. */
export function plainText(words: Cell): string {
  if (typeof words === 'number') return words.toLocaleString('en-US')
  return typeof words === 'string'
    ? words
    : spansOf(words)
        .map((span) => span.text)
        .join('')
}
