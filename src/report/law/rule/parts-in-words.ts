import type { Written } from '../../../law/index.js'
import { section, table, type Block } from '../blocks/blocks.js'

/** A page with its patterns as written, followed by their parts in words. */
export function withPartsInWords(blocks: readonly Block[], written: Written | undefined): Block[] {
  if (!written) return [...blocks]
  const patterns = written.patterns
    .filter(({ field, smarts, whole }) => smarts !== whole && !field.startsWith('parts['))
    .sort((a, b) => b.whole.length - a.whole.length)
  const short = (text: string) => patterns.reduce((t, { whole, smarts }) => t.replaceAll(whole, () => smarts), text)
  return [
    ...blocks.map((block): Block => {
      if (block.kind === 'text') return { ...block, text: short(block.text) }
      if (block.kind === 'items') return { ...block, items: block.items.map(short) }
      if (block.kind === 'table') return { ...block, rows: block.rows.map((row) => row.map(short)) }
      return block
    }),
    ...section(
      'Named parts of patterns',
      table(
        ['Part', 'Meaning', 'Pattern'],
        written.used.map(({ id, reads, smarts }) => [`{${id}}`, reads, smarts]),
      ),
    ),
  ]
}
