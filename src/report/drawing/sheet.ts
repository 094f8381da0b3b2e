import type { Drawing } from '../../chem/index.js'
import { html, type Html } from '../markup.js'
import { wrap } from '../text/wrap.js'
import { lettersOf } from './letters.js'
import { marginOf, pictureOf, type Marks } from './picture.js'
import { toneOf, tones } from './tones.js'

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

/** Figures under one heading. */
export interface FigureGroup {
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
