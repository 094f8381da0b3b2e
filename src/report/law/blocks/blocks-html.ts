import { Html, html, link, listHtml } from '../../markup.js'

/** Where the pages of records are. */
interface RecordLinks {
  /** The address of the record whose id is the text, or stands in brackets at its end; null if there is none. */
  readonly of: (text: string, isSubstance: boolean) => string | null
  readonly href: (address: string) => string
}

/** Columns of tables that name a substance by its id. */
const substanceColumns: ReadonlySet<string> = new Set(['Record', 'Substance'])

/** Blocks as HTML. @param picture SVG that the program drew, in place of a picture file */
export function blocksHtml(blocks: readonly Block[], links: RecordLinks, picture: Html | null): Html {
  let level = 0
  const placed = blocks.map((block) => {
    if (block.kind !== 'heading') return block
    // Screen readers move between headings: no level is skipped if a page has no sections between.
    level = Math.min(block.level, level + 1)
    return { ...block, level: level as 1 | 2 | 3 }
  })
  return html`${placed.map((block) => html`${blockHtml(block, links, picture)}\n`)}`
}

function blockHtml(block: Block, links: RecordLinks, picture: Html | null): Html {
  switch (block.kind) {
    case 'heading':
      return block.level === 1
        ? html`<h2>${block.text}</h2>`
        : block.level === 2
          ? html`<h3>${block.text}</h3>`
          : html`<h4>${block.text}</h4>`
    case 'text':
      return html`<p>${linked(block.text, links)}</p>`
    case 'items':
      return listHtml(block.items.map((item) => linked(item, links)))
    case 'picture':
      return picture ? html`<figure>${picture}<figcaption>${block.text}</figcaption></figure>` : html``
    case 'links':
      return listHtml(
        block.links.map(({ text: own, to, about }) => {
          const named = `${own} (${to.replace(/^.*\/|\.md$/g, '')})`
          return html`${linked(named, links)}: ${about}`
        }),
      )
    case 'table':
      return tableHtml(block, links)
  }
}

function tableHtml({ head, rows }: Extract<Block, { kind: 'table' }>, links: RecordLinks): Html {
  const heads = head.map((cell) => (cell === '' ? html`<td></td>` : html`<th scope="col">${cell}</th>`))
  const body = rows.map((row) => {
    const cells = row.map((cell, i) => linked(cell, links, substanceColumns.has(head[i] ?? '')))
    return html`<tr>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>`
  })
  return html`<div class="scroll" tabindex="0" role="group"><table><thead><tr>${heads}</tr></thead>
    <tbody>${body}</tbody></table></div>`
}

/** A text with a link to the record that it names, or to the addresses that it quotes. */
function linked(text: string, links: RecordLinks, isSubstance = false): Html {
  const address = links.of(text, isSubstance)
  if (address !== null) return html`<a href="${links.href(address)}">${text}</a>`
  const parts = text.split(/(https?:\/\/[^\s"'<>\\]*[^\s"'<>\\;,.)])/)
  return html`${parts.map((part, i) => (i % 2 === 1 ? link(part, part) : part))}`
}

/** The picture of a class for embedding in a page, without the parts that make it a separate file. */
export function inlinePicture(svg: string): Html {
  return new Html(svg.replace(/^<\?xml[^>]*>\s*/, ''))
}

export function toMarkdown(blocks: readonly Block[]): string {
  return `${blocks.map(blockOf).join('\n\n')}\n`
}

function blockOf(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.level)} ${escaped(block.text)}`
    case 'text':
      return escaped(block.text)
    case 'items':
      return block.items.map((item) => `- ${escaped(item)}`).join('\n')
    case 'picture':
      return `![${escaped(block.text)}](${block.file})`
    case 'links':
      return block.links.map((l) => `- [${escaped(l.text)}](${l.to}): ${escaped(l.about)}`).join('\n')
    case 'table':
      return [row(block.head), row(block.head.map(() => '---')), ...block.rows.map(row)].join('\n')
  }
}

function row(cells: readonly string[]): string {
  return `| ${cells.map((cell) => escaped(cell).replaceAll('|', '\\|')).join(' | ')} |`
}

/** Chemical names and patterns are full of characters that Markdown reads as emphasis, tags or links. */
function escaped(value: string): string {
  return value.replace(/[\\*_<>[\]`]/g, (c) => `\\${c}`).replace(/\s*\n\s*/g, ' ')
}

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
export const table = (head: readonly string[], rows: readonly (readonly (string | number)[])[]): Block[] =>
  rows.length > 0 ? [{ kind: 'table', head, rows: rows.map((cells) => cells.map(String)) }] : []
/** A section with its heading, omitted if empty. */
export const section = (title: string, blocks: readonly Block[], level: 1 | 2 | 3 = 2): Block[] =>
  blocks.length > 0 ? [heading(title, level), ...blocks] : []

/** A separate page, with a description. */
interface Link {
  readonly text: string
  readonly to: string
  readonly about: string
}

export const links = (values: readonly Link[]): Block[] => (values.length > 0 ? [{ kind: 'links', links: values }] : [])
