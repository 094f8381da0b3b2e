/** A page as plain blocks: built once per kind of record, then written as text for a terminal or as Markdown. */
export type Block =
  | { readonly kind: 'heading'; readonly text: string; readonly level: 1 | 2 | 3 }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'items'; readonly items: readonly string[] }
  | { readonly kind: 'picture'; readonly file: string; readonly text: string }
  | { readonly kind: 'links'; readonly links: readonly Link[] }
  | { readonly kind: 'table'; readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] }

export const heading = (text: string, level: 1 | 2 | 3 = 2): Block => ({ kind: 'heading', text, level })
export const picture = (file: string, text: string): Block => ({ kind: 'picture', file, text })
export const text = (value: string): Block => ({ kind: 'text', text: value })
/** Empty if there are no values. */
export const items = (values: readonly string[]): Block[] =>
  values.length > 0 ? [{ kind: 'items', items: values }] : []
export const table = (head: readonly string[], rows: readonly (readonly string[])[]): Block[] =>
  rows.length > 0 ? [{ kind: 'table', head, rows }] : []
/** A section with its heading, omitted if empty. */
export const section = (title: string, blocks: readonly Block[], level: 1 | 2 | 3 = 2): Block[] =>
  blocks.length > 0 ? [heading(title, level), ...blocks] : []

/** A separate page, with a description. */
export interface Link {
  readonly text: string
  readonly to: string
  readonly about: string
}

export const links = (values: readonly Link[]): Block[] => (values.length > 0 ? [{ kind: 'links', links: values }] : [])
