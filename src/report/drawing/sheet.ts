import type { Drawing } from '../../chem/index.js'
import { html, type Html } from '../markup.js'
import { charactersIn, Column, svgFile } from './column.js'
import { sizeOf, type Marks } from './picture.js'
import { append } from '../../remembered.js'

/** A drawing with a caption, coloured marks, and a legend. */
export interface Figure {
  readonly name: string
  readonly lines: readonly string[]
  readonly drawing: Drawing
  readonly marks: Marks
  /** The colour of each mark, if not in order. */
  readonly colours?: readonly number[]
  /** What is written next to the atoms of each mark and in its place of the legend; '' is nothing. */
  readonly letters?: readonly string[]
  /** One per mark; may be empty if the caption explains it. */
  readonly legend: readonly string[]
}

interface FigureGroup {
  readonly title: string
  readonly figures: readonly Figure[]
}

const px = { line: 18, text: 13, gap: 14, column: 400 }
const columns = 2
const lineLength = charactersIn(px.column)

/** An SVG file with figures under their headings, two in a row. */
export function sheetSvg(title: string, groups: readonly FigureGroup[]): string {
  const width = columns * px.column + (columns + 1) * px.gap
  const parts: Html[] = []
  let y = px.gap
  for (const { title: heading, figures } of groups) {
    parts.push(html`<text x="${px.gap}" y="${y + px.text}" font-weight="bold" font-size="15">${heading}</text>`)
    y += px.line + px.gap / 2
    for (let first = 0; first < figures.length; first += columns) {
      const row = figures
        .slice(first, first + columns)
        .map((figure, i) => figureAt(figure, px.gap + i * (px.column + px.gap), y))
      parts.push(...row.map((column) => html`${column.rows}`))
      y = Math.max(...row.map((column) => column.y)) + px.gap
    }
  }
  return svgFile(title, width, y, parts)
}

function figureAt(
  { name, lines, drawing, marks, colours, letters = [], legend }: Figure,
  x: number,
  top: number,
): Column {
  const column = new Column(top, lineLength)
  column.text(name, x, true)
  for (const line of lines) column.text(line, x)
  const own = sizeOf(drawing, marks)
  // Large structures are scaled down, so that two fit next to each other.
  const scale = Math.min(0.1, px.column / own.width)
  const size = { width: Math.round(own.width * scale), height: Math.round(own.height * scale) }
  const place = { x: x + Math.round((px.column - size.width) / 2), ...size }
  column.drawing(drawing, marks, place, colours, letters.length === 0 ? null : lettersOf(drawing, marks, letters))
  column.y += 4
  for (const [n, words] of legend.entries()) column.legend(colours?.[n] ?? n, words, x, letters[n], lineLength - 4)
  return column
}

/** The letter of the n-th site, counted from 0, so that sites can be told apart without their colours. */
export const letterOf = (n: number): string => String.fromCharCode(65 + n)

const size = 140
/** From the mark of an atom to the middle of its letter. */
const gap = 90

/** Letters next to the atoms of each mark, in the widest angle between bonds; an atom of two marks has both. */
function lettersOf({ atoms, bonds }: Drawing, marks: Marks, letters: readonly string[]): Html {
  const texts = new Map<number, string[]>()
  for (const [i, marked] of marks.entries())
    for (const atom of letters[i] === '' ? [] : marked) append(texts, atom, letters[i]!)
  return html`<g font-size="${size}" font-weight="bold" text-anchor="middle" fill="currentColor">${[...texts].map(
    ([atom, own]) => {
      if (atoms[atom] === undefined) return null
      const [x, y, rx, ry] = atoms[atom]
      const ends = bonds.flatMap(([a, b]) => (a === atom ? [b] : b === atom ? [a] : []))
      const angle = widest(
        ends.flatMap((end) => (atoms[end] ? [Math.atan2(atoms[end][1] - y, atoms[end][0] - x)] : [])),
      )
      const away = [x + (rx + gap) * Math.cos(angle), y + (ry + gap) * Math.sin(angle) + size / 3].map(Math.round)
      return html`<text x="${away[0]!}" y="${away[1]!}">${own.join()}</text>`
    },
  )}</g>`
}

/** The middle of the widest gap between angles, in radians. */
function widest(angles: readonly number[]): number {
  const sorted = [...angles].sort((a, b) => a - b)
  const gaps = sorted.map((from, i) => (sorted[i + 1] ?? sorted[0]! + 2 * Math.PI) - from)
  const most = Math.max(0, ...gaps)
  return sorted.length === 0 ? 0 : sorted[gaps.indexOf(most)]! + most / 2
}
