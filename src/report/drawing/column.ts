import type { Drawing } from '../../chem/index.js'
import { html, type Html } from '../markup.js'
import { wrap } from '../text/wrap.js'
import { pictureOf, toneOf, tones, viewOf, type Marks } from './picture.js'

const px = { text: 13, line: 18, perCharacter: 6.9 }

/** How many characters fit into so many pixels. */
export function charactersIn(pixels: number): number {
  return Math.floor(pixels / px.perCharacter)
}

/** Text, drawings and legends of an SVG file, one below the other. */
export class Column {
  readonly rows: Html[] = []

  constructor(
    public y: number,
    /** Characters in a line. */
    readonly most: number,
  ) {}

  text(text: string, x: number, isStrong = false, most = this.most): void {
    for (const line of wrap(text, most)) {
      this.rows.push(
        html`<text x="${x}" y="${this.y + px.text}"${isStrong ? html` font-weight="bold"` : null}>${line}</text>`,
      )
      this.y += px.line
    }
  }

  /** @param place left edge and size */
  drawing(
    drawing: Drawing,
    marks: Marks,
    { x, width, height }: { readonly x: number; readonly width: number; readonly height: number },
    colours?: readonly number[],
    letters: Html | null = null,
  ): void {
    const view = viewOf(drawing, marks)
    this.rows.push(
      html`<svg x="${x}" y="${this.y}" width="${width}" height="${height}" viewBox="${view}" color="#000">
        ${pictureOf(drawing, marks, colours)}${letters}</svg>`,
    )
    this.y += height
  }

  /** What the n-th mark means, behind its colour. */
  legend(n: number, words: string, x: number, letter = '', most = this.most): void {
    const { fill, edge } = tones[toneOf(n)]!
    this.rows.push(
      html`<rect x="${x}" y="${this.y + 2}" width="14" height="14" rx="3" fill="${fill}" stroke="${edge}"/>`,
    )
    if (letter !== '')
      this.rows.push(
        html`<text x="${x + 7}" y="${this.y + px.text}" font-size="11" font-weight="bold" text-anchor="middle">
          ${letter}</text>`,
      )
    this.text(words, x + 24, false, most)
  }
}

export function svgFile(title: string, width: number, height: number, rows: readonly Html[]): string {
  return html`<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" font-family="Arial, Helvetica, sans-serif" font-size="${px.text}" fill="#000"><title>${title}</title><rect width="100%" height="100%" fill="#fff"/>
${rows.map((row) => html`${row}\n`)}</svg>
`.text
}
