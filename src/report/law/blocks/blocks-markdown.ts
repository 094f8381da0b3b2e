import type { Block } from './blocks.js'

/** Blocks as Markdown, with one final newline. */
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
