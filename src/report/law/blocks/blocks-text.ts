import Table from 'cli-table3'
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
      return block.level === 1 ? `${block.text}\n${'='.repeat(Math.min(columns(block.text), width))}` : block.text
    case 'text':
      return wrap(block.text, width, '').join('\n')
    case 'items':
    case 'links':
      return linesOf(block)
        .map((item) =>
          wrap(item, width - 4, '')
            .map((line, i) => `${i === 0 ? '  - ' : '    '}${line}`)
            .join('\n'),
        )
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
  const wide = head.map((title, i) => Math.max(columns(title), ...rows.map((r) => columns(r[i] ?? ''))))
  const room = Math.max(width - 2 - 2 * (head.length - 1), head.length * 8)
  while (wide.reduce((a, b) => a + b, 0) > room) wide[wide.indexOf(Math.max(...wide))]!--
  const table = new Table({
    chars: {
      top: '',
      'top-mid': '',
      'top-left': '',
      'top-right': '',
      bottom: '',
      'bottom-mid': '',
      'bottom-left': '',
      'bottom-right': '',
      left: '  ',
      'left-mid': '',
      mid: '',
      'mid-mid': '',
      right: '',
      'right-mid': '',
      middle: '  ',
    },
    style: { 'padding-left': 0, 'padding-right': 0, head: [], border: [] },
    colWidths: wide,
  })
  for (const r of [head, ...rows]) table.push(r.map((cell, i) => wrap(cell, wide[i]!, '').join('\n')))
  return table
    .toString()
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
}

/** Breaks at spaces; a word longer than the line is split, so that no name is lost. */
function wrap(value: string, width: number, indent: string): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of value.split(/\s+/)) {
    if (line !== '' && columns(line) + 1 + columns(word) <= width) {
      line += ` ${word}`
      continue
    }
    if (line !== '') lines.push(indent + line)
    line = word
    while (columns(line) > width) {
      const cut = fitting(line, width)
      lines.push(indent + line.slice(0, cut))
      line = line.slice(cut)
    }
  }
  return [...lines, indent + line]
}

function fitting(value: string, width: number): number {
  let end = 0
  let used = 0
  for (const c of value) {
    used += columns(c)
    if (used > width) break
    end += c.length
  }
  return Math.max(end, 1)
}

/** Width of a text in terminal columns: Chinese characters take two. */
function columns(value: string): number {
  let n = 0
  for (const c of value)
    n +=
      /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/u.test(
        c,
      )
        ? 2
        : 1
  return n
}
