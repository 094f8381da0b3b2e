import { palette, type Palette, type TextStyle } from '../text/batch-text.js'
import { columnsOf, indented, widthOf, wrap } from '../text/wrap.js'
import { plainText, spansOf, strong, type Block, type Cell, type Table, type Words } from './model.js'

/** Blocks as text in the style of a terminal. */
export function styledText(blocks: readonly Block[], { width, colour }: TextStyle): string {
  return toText(blocks, widthOf(width), palette(colour))
}

/** Blocks as text of this width, with one final newline. */
export function toText(blocks: readonly Block[], width = 100, colours = palette(false)): string {
  const shown = blocks.filter(({ kind }) => kind !== 'figure')
  const parts = shown.map((block, i) => {
    const isJoined = titles.includes(shown[i - 1]?.kind) || (block.kind === 'items' && shown[i - 1]?.kind === 'lines')
    return (i > 0 && (titles.includes(block.kind) || !isJoined) ? '\n' : '') + blockOf(block, width, colours)
  })
  return `${parts.join('\n')}\n`
}

const titles: readonly unknown[] = ['heading', 'verdict'] satisfies Block['kind'][]

function blockOf(block: Block, width: number, colours: Palette): string {
  switch (block.kind) {
    case 'heading':
      return block.level === 1
        ? `${colours.strong(block.text)}\n${'='.repeat(Math.min(columnsOf(block.text), width))}`
        : styled(strong(block.text), width, colours).join('\n')
    case 'verdict':
      return verdictLines(block, width, colours).join('\n')
    case 'text':
      return styled(block.text, width, colours).join('\n')
    case 'lines':
      return block.lines.flatMap((line) => styled(line, width, colours, '', '  ')).join('\n')
    case 'items':
      return block.items.flatMap((item) => styled(item, width, colours, '  - ', '    ')).join('\n')
    case 'links':
      return block.links
        .flatMap((l) => indented(flat(`${l.text} (${l.to}): ${l.about}`), width, '  - ', '    '))
        .join('\n')
    case 'picture':
      return `${block.text} (${block.file})`
    case 'figure':
      return ''
    case 'table':
      return tableLines(block, width, colours).join('\n')
  }
}

/** Input and verdict on one line if they fit, so that a search for either shows both. */
function verdictLines(block: Extract<Block, { kind: 'verdict' }>, width: number, colours: Palette): string[] {
  const { name, text } = block
  const [word = ''] = /^\S+(?: recorded)?/.exec(text) ?? []
  const tinted = (line: string) => colours.verdict[block.verdict](word) + line.slice(word.length)
  if (columnsOf(`${name}: ${text}`) <= width) return [`${colours.strong(name)}: ${tinted(text)}`]
  const [first, ...rest] = wrap(text, width)
  return [...wrap(`${name}:`, width).map((line) => colours.strong(line)), tinted(first!), ...rest]
}

/** Words in lines; of what takes several lines, only one span has its looks. */
function styled(words: Words, width: number, colours: Palette, first = '', rest = first): string[] {
  const spans = spansOf(words)
  if (spans.length > 1 && columnsOf(first + plainText(words)) <= width)
    return [first + spans.map((span) => looksOf(span, colours)(flat(span.text))).join('')]
  const looks = looksOf(words, colours)
  return indented(flat(plainText(words)), width, first, rest).map((line) => looks(line))
}

function looksOf(words: Cell, colours: Palette): (text: string) => string {
  const [span, ...others] = typeof words === 'number' ? [] : spansOf(words)
  const as = others.length > 0 ? undefined : span?.as
  if (as === undefined) return (text) => text
  return as === 'strong' || as === 'faint' ? colours[as] : colours.verdict[as]
}

const gap = '  '
/** A name is cut to this before a citation is. */
const shortName = 21
const shortCite = 28
/** No column is made narrower than this. */
const narrowest = 8

/** Columns as wide as their content; if that is too wide, the widest ones shrink: of a brief table the last two. */
function tableLines({ head, rows, isBrief }: Table, width: number, colours: Palette): string[] {
  const all: Table['rows'] = head.length > 0 ? [head.map((title) => ({ text: title, as: 'faint' })), ...rows] : rows
  const longest = (of: (cell: Cell) => string) =>
    all[0]!.map((_, i) => Math.max(...all.map((row) => columnsOf(of(row[i] ?? '')))))
  const widths = longest(isBrief ? shortOf : (cell) => flat(plainText(cell)))
  const room = Math.max(width - gap.length * (widths.length - (isBrief ? 1 : 0)), widths.length * narrowest)
  const least = longest((cell) => (typeof cell !== 'number' && spansOf(cell)[0]?.isWhole ? plainText(cell) : ''))
  const sum = () => widths.reduce((a, b) => a + b, 0)
  while (sum() > room) {
    // Of the last two the first, a name, gives way before the citation.
    const [name = 0, cite = 0] = widths.slice(-2)
    const isWhole = cite <= least.at(-1)! && name > narrowest
    const first =
      isWhole || (cite <= shortCite && name > shortName)
        ? widths.slice(-2, -1)
        : widths.slice(cite > shortCite ? -1 : -2)
    const shrinking = isBrief ? first : widths
    widths[widths.lastIndexOf(Math.max(...shrinking))]!--
  }
  // Where there is room, the last column grows first.
  if (isBrief)
    for (const [i, whole] of [...longest((cell) => flat(plainText(cell))).entries()].reverse())
      widths[i]! += Math.max(0, Math.min(whole - widths[i]!, room - sum()))
  return all.flatMap((row) => {
    const cells = widths.map((own, i) => {
      const text = flat(plainText(row[i] ?? ''))
      const isNumber = typeof row[i] === 'number'
      const lines = isBrief ? [columnsOf(text) <= own ? text : cut(shortOf(row[i] ?? ''), own)] : wrap(text, own)
      const looks = looksOf(row[i] ?? '', colours)
      return lines.map((line) => {
        const space = ' '.repeat(Math.max(0, own - columnsOf(line)))
        return isNumber ? space + looks(line) : looks(line) + space
      })
    })
    const height = Math.max(...cells.map((lines) => lines.length))
    return Array.from({ length: height }, (_, at) => {
      const line = cells.map((lines, i) => lines[at] ?? ' '.repeat(widths[i]!)).join(gap)
      return `${isBrief ? '' : gap}${line}`.trimEnd()
    })
  })
}

/** What stands for a cell that is too long. */
function shortOf(cell: Cell): string {
  const [span] = typeof cell === 'number' ? [] : spansOf(cell)
  return flat(span?.short ?? plainText(cell))
}

/** A text that ends in dots where it is too wide. */
function cut(text: string, width: number): string {
  if (columnsOf(text) <= width) return text
  let columns = 0
  let end = 0
  for (const c of text) {
    columns += columnsOf(c)
    if (columns > width - 3) break
    end += c.length
  }
  return `${text.slice(0, end).trimEnd()}...`
}

/** White space of a record, such as an end of line, is that of running text. */
function flat(text: string): string {
  return text.replace(/\s+/g, ' ')
}
