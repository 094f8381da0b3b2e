import { headsHtml, Html, html, link, listHtml, scrolledTable } from '../markup.js'
import { plainText, spansOf, type Badge, type Block, type Cell, type Table, type Words } from './model.js'

/** Where the pages of records are. */
interface RecordLinks {
  /** The address of the record whose id is the text, or stands in brackets at its end; null if there is none. */
  readonly of: (text: string, isSubstance: boolean) => string | null
  readonly href: (address: string) => string
}

/** Columns of tables that name a substance by its id. */
const substanceColumns: ReadonlySet<string> = new Set(['Record', 'Substance'])

const noLinks: RecordLinks = { of: () => null, href: (address) => address }

/**
 * Blocks as HTML.
 * @param picture SVG that the program drew, in place of a picture file
 * @param above the level of the heading above them: of a page as a whole, or of their first block
 */
export function blocksHtml(
  blocks: readonly Block[],
  links = noLinks,
  picture: Html | null = null,
  above: 0 | 1 = 0,
): Html {
  let level: number = above
  const placed = blocks.map((block) => {
    if (block.kind !== 'heading') return block
    // Screen readers move between headings: no level is skipped if a page has no sections between.
    level = Math.min(block.level, level + 1)
    return { ...block, level: (level - above) as 1 | 2 | 3 }
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
    case 'verdict':
      return html`<h2>${block.name} ${badge(block.verdict)}</h2><p>${block.text}</p>`
    case 'text':
      return html`<p>${wordsHtml(block.text, links)}</p>`
    case 'lines':
      return html`${block.lines.map((line) => html`<p>${wordsHtml(line, links)}</p>`)}`
    case 'items':
      return listHtml(block.items.map((item) => wordsHtml(item, links)))
    case 'picture':
      return picture ? html`<figure>${picture}<figcaption>${block.text}</figcaption></figure>` : html``
    case 'figure':
      return block.html
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

function tableHtml({ head, rows }: Table, links: RecordLinks): Html {
  const hasNumbers = rows.some((row) => row.some((cell) => typeof cell === 'number'))
  const cellHtml = (cell: Cell, i: number) => {
    if (typeof cell === 'number') return html`<td class="number">${plainText(cell)}</td>`
    const words = wordsHtml(cell, links, substanceColumns.has(head[i] ?? ''))
    return i === 0 && (hasNumbers || head.length === 0) ? html`<th scope="row">${words}</th>` : html`<td>${words}</td>`
  }
  const body = rows.map((row) => html`<tr>${row.map(cellHtml)}</tr>`)
  if (hasNumbers) return scrolledTable('', null, headsHtml(head), body)
  return html`<div class="scroll" tabindex="0" role="group"><table><thead><tr>${headsHtml(head)}</tr></thead>
    <tbody>${body}</tbody></table></div>`
}

function wordsHtml(words: Words, links: RecordLinks, isSubstance = false): Html {
  return html`${spansOf(words).map(({ text, as, to }) => {
    const own = to === undefined ? linked(text, links, isSubstance) : link(to, text)
    if (as === undefined) return own
    return as === 'strong' ? html`<b>${own}</b>` : as === 'faint' ? html`<span class="faint">${own}</span>` : badge(as)
  })}`
}

/** A text with a link to the record that it names, or to the addresses that it quotes. */
function linked(text: string, links: RecordLinks, isSubstance = false): Html {
  const address = links.of(text, isSubstance)
  if (address !== null) return html`<a href="${links.href(address)}">${text}</a>`
  const parts = text.split(/(https?:\/\/[^\s"'<>\\]*[^\s"'<>\\;,.)])/)
  return html`${parts.map((part, i) => (i % 2 === 1 ? link(part, part) : part))}`
}

export function badge(verdict: Badge): Html {
  return html`<span class="badge ${badgeClass(verdict)}">${verdict}</span>`
}

/** Verdicts on sets, and what is not recorded, look like those to which they are nearest. */
export function badgeClass(verdict: Badge): string {
  const nearest: Partial<Record<Badge, Badge>> = {
    controlled: 'class',
    depends: 'undecided',
    'not recorded': 'unreadable',
  }
  return nearest[verdict] ?? verdict
}

/** The picture of a class for embedding in a page, without the parts that make it a separate file. */
export function inlinePicture(svg: string): Html {
  return new Html(svg.replace(/^<\?xml[^>]*>\s*/, ''))
}
