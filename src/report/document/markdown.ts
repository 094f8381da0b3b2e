import { plainText, spansOf, type Block, type Cell, type Words } from './model.js'

export function toMarkdown(blocks: readonly Block[]): string {
  return `${blocks.flatMap(blockOf).join('\n\n')}\n`
}

function blockOf(block: Block): string | string[] {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.level)} ${escaped(block.text)}`
    case 'verdict':
      return [`## ${escaped(block.name)}`, escaped(block.text)]
    case 'text':
      return said(block.text)
    case 'lines':
      return block.lines.map(said)
    case 'items':
      return block.items.map((item) => `- ${said(item)}`).join('\n')
    case 'picture':
      return `![${escaped(block.text)}](${block.file})`
    case 'figure':
      return []
    case 'links':
      return block.links.map((l) => `- [${escaped(l.text)}](${l.to}): ${escaped(l.about)}`).join('\n')
    case 'table': {
      const { rows } = block
      const head = block.head.length > 0 ? block.head : rows[0]!.map(() => '')
      return [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n')
    }
  }
}

function row(cells: readonly Cell[]): string {
  const texts = cells.map((cell) => (typeof cell === 'number' ? plainText(cell) : said(cell)))
  return `| ${texts.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
}

function said(words: Words): string {
  return spansOf(words)
    .map(({ text, as, to }) => {
      const own = as === 'strong' ? `**${escaped(text)}**` : escaped(text)
      return to ? `[${own}](${to})` : own
    })
    .join('')
}

/** Chemical names and patterns are full of characters that Markdown reads as emphasis, tags or links. */
function escaped(value: string): string {
  return value.replace(/[\\*_<>[\]`]/g, (c) => `\\${c}`).replace(/\s*\n\s*/g, ' ')
}
