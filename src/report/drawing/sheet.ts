import type { Drawing } from '../../chem/index.js'
import { html, type Html } from '../markup.js'
import { wrap } from '../text/wrap.js'
import { marginOf, pictureOf, type Marks, toneOf, tones } from './picture.js'

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

const px = { text: 13, line: 18, gap: 14, column: 400, perColumn: 6.9 }
const columns = 2
const lineLength = Math.floor(px.column / px.perColumn)

/** An SVG file with figures under their headings, two in a row. */
export function sheetSvg(title: string, groups: readonly FigureGroup[]): string {
  const width = columns * px.column + (columns + 1) * px.gap
  const parts: Html[] = []
  let y = px.gap
  for (const { title: heading, figures } of groups) {
    parts.push(html`<text x="${px.gap}" y="${y + px.text}" font-weight="bold" font-size="15">${heading}</text>`)
    y += px.line + px.gap / 2
    for (let first = 0; first < figures.length; first += columns) {
      const row = figures.slice(first, first + columns).map((figure, i) => {
        const x = px.gap + i * (px.column + px.gap)
        return figureAt(figure, x, y)
      })
      parts.push(...row.map((figure) => figure.body))
      y += Math.max(...row.map((figure) => figure.height)) + px.gap
    }
  }
  return html`<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${y}" viewBox="0 0 ${width} ${y}" role="img" font-family="Arial, Helvetica, sans-serif" font-size="${px.text}" fill="#000"><title>${title}</title><rect width="100%" height="100%" fill="#fff"/>
${parts.map((part) => html`${part}\n`)}</svg>
`.text
}

function figureAt(
  { name, lines, drawing, marks, colours, letters = [], legend }: Figure,
  x: number,
  top: number,
): { body: Html; height: number } {
  const rows: Html[] = []
  let y = top
  const line = (text: string, from: number, isName = false) => {
    rows.push(html`<text x="${from}" y="${y + px.text}"${isName ? html` font-weight="bold"` : null}>${text}</text>`)
    y += px.line
  }
  for (const text of wrap(name, lineLength)) line(text, x, true)
  for (const text of lines.flatMap((l) => wrap(l, lineLength))) line(text, x)
  const margin = marginOf(marks)
  const own = { width: drawing.width + 2 * margin, height: drawing.height + 2 * margin }
  // Large structures are scaled down, so that two fit next to each other.
  const scale = Math.min(0.1, px.column / own.width)
  const size = { width: Math.round(own.width * scale), height: Math.round(own.height * scale) }
  rows.push(
    html`<svg x="${x + Math.round((px.column - size.width) / 2)}" y="${y}" width="${size.width}" height="${size.height}" viewBox="${-margin} ${-margin} ${own.width} ${own.height}" color="#000">${pictureOf(drawing, marks, colours)}${letters.length === 0 ? null : lettersOf(drawing, marks, letters)}</svg>`,
  )
  y += size.height + 4
  for (const [n, words] of legend.entries()) {
    const { fill, edge } = tones[colours?.[n] ?? toneOf(n)]!
    rows.push(html`<rect x="${x}" y="${y + 2}" width="14" height="14" rx="3" fill="${fill}" stroke="${edge}"/>`)
    if (letters[n])
      rows.push(
        html`<text x="${x + 7}" y="${y + px.text}" font-size="11" font-weight="bold" text-anchor="middle">${letters[n]}</text>`,
      )
    for (const text of wrap(words, lineLength - 4)) line(text, x + 24)
  }
  return { body: html`${rows}`, height: y - top }
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
    for (const atom of letters[i] === '' ? [] : marked) texts.set(atom, [...(texts.get(atom) ?? []), letters[i]!])
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
