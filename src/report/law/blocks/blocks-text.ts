import { sideBySide } from '../../text/brief-lines.js'
import { columnsOf, indented, wrap } from '../../text/wrap.js'
import type { Block } from './blocks-html.js'

/** Blocks as text for a terminal of this width, with one final newline. */
export function toText(blocks: readonly Block[], width = 100): string {
  const parts = blocks.map((block, i) => {
    const before = i === 0 ? '' : block.kind === 'heading' || blocks[i - 1]!.kind !== 'heading' ? '\n' : ''
    return before + blockOf(block, width)
  })
  return `${parts.join('\n')}\n`
}

function blockOf(block: Block, width: number): string {
  switch (block.kind) {
    case 'heading':
      return block.level === 1 ? `${block.text}\n${'='.repeat(Math.min(columnsOf(block.text), width))}` : block.text
    case 'text':
      return wrap(flat(block.text), width).join('\n')
    case 'items':
    case 'links':
      return linesOf(block)
        .flatMap((item) => indented(flat(item), width, '  - ', '    '))
        .join('\n')
    case 'picture':
      return `${block.text} (${block.file})`
    case 'table':
      return tableOf(block.head, block.rows, width)
  }
}

function linesOf(block: Extract<Block, { kind: 'items' | 'links' }>): readonly string[] {
  return block.kind === 'items' ? block.items : block.links.map((l) => `${l.text} (${l.to}): ${l.about}`)
}

/** Columns as wide as their content; if that is too wide, the widest ones shrink. */
function tableOf(head: readonly string[], rows: readonly (readonly string[])[], width: number): string {
  const wide = head.map((title, i) => Math.max(columnsOf(title), ...rows.map((r) => columnsOf(r[i] ?? ''))))
  const room = Math.max(width - 2 - 2 * (head.length - 1), head.length * 8)
  while (wide.reduce((a, b) => a + b, 0) > room) wide[wide.indexOf(Math.max(...wide))]!--
  return [head, ...rows]
    .flatMap((row) =>
      sideBySide(
        row.map((cell, i) => wrap(flat(cell), wide[i]!)),
        wide,
      ),
    )
    .map((line) => `  ${line}`.trimEnd())
    .join('\n')
}

/** White space of a record, such as an end of line, is that of running text. */
function flat(text: string): string {
  return text.replace(/\s+/g, ' ')
}
