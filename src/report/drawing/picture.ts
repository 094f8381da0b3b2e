import type { Drawing } from '../../chem/index.js'
import { html, type Html } from '../markup.js'

/** The atoms of each clause, in clause order. */
export type Marks = readonly (readonly number[])[]

/** By how much the mark of one clause is wider than that of the next on the same atom, as a fraction of the mark. */
const ring = 0.42

/**
 * The drawing with the atoms of each clause marked in its colour. If clauses share an atom, the first has the widest
 * mark, so that all are visible. Colours are attributes, which the page may restyle.
 * @param colours the colour of each mark, if not in order
 */
export function pictureOf(drawing: Drawing, marks: Marks, colours?: readonly number[]): Html {
  const sets = marks.map((atoms) => new Set(atoms))
  const layers = sets.map((atoms, i) => markOf(drawing, atoms, colours?.[i] ?? toneOf(i), sets.slice(i + 1)))
  const { lines, hairs, dashes, shapes } = drawing
  return html`${layers}<g fill="none" stroke="currentColor" stroke-linecap="round" stroke-linejoin="round">
    <path stroke-width="20" d="${lines}"/>
    ${hairs !== '' && html`<path stroke-width="12" d="${hairs}"/>`}
    ${dashes !== '' && html`<path stroke-width="20" stroke-dasharray="40" d="${dashes}"/>`}</g>
    <path fill="currentColor" d="${shapes}"/>`
}

/** Margin around a drawing for the widest mark, in tenths of a pixel. */
function marginOf(marks: Marks): number {
  return 40 + 40 * Math.max(0, marks.length - 1)
}

/** Size of a drawing with its marks, in tenths of a pixel. */
export function sizeOf(drawing: Drawing, marks: Marks): { readonly width: number; readonly height: number } {
  const margin = marginOf(marks)
  return { width: drawing.width + 2 * margin, height: drawing.height + 2 * margin }
}

/** What of the plane a drawing with its marks shows, as an SVG says it. */
export function viewOf(drawing: Drawing, marks: Marks): string {
  const margin = marginOf(marks)
  const { width, height } = sizeOf(drawing, marks)
  return `${-margin} ${-margin} ${width} ${height}`
}

function markOf(
  { atoms, bonds }: Drawing,
  marked: ReadonlySet<number>,
  toneNumber: number,
  after: readonly ReadonlySet<number>[],
): Html {
  const tone = tones[toneNumber]!
  const depth = (atom: number) => after.filter((set) => set.has(atom)).length
  const dots = [...marked]
    .filter((a) => atoms[a] !== undefined)
    .map((a) => {
      const [x, y, rx, ry] = atoms[a]!
      const more = 1 + ring * depth(a)
      return html`<ellipse cx="${x}" cy="${y}" rx="${Math.round(rx * more)}" ry="${Math.round(ry * more)}"/>`
    })
  const bars = bonds.filter(
    ([a, b]) => marked.has(a) && marked.has(b) && atoms[a] !== undefined && atoms[b] !== undefined,
  )
  const widths = new Map<number, string>()
  for (const [a, b] of bars) {
    const width = Math.round(110 * (1 + ring * Math.min(depth(a), depth(b))))
    widths.set(width, `${widths.get(width) ?? ''}M${atoms[a]![0]} ${atoms[a]![1]}L${atoms[b]![0]} ${atoms[b]![1]}`)
  }
  const paths = [...widths].map(
    ([width, d]) => html`<path fill="none" stroke="${tone.fill}" stroke-width="${width}" d="${d}"/>`,
  )
  return html`<g class="tone-${toneNumber}" fill="${tone.fill}">${paths}${dots}</g>`
}

/**
 * Colours of clauses: tints on which black lines stay readable, each with a darker edge. Hues are those of Okabe and
 * Ito (2008), which people with any colour vision can distinguish.
 */
export const tones = [
  { name: 'orange', fill: '#ffd9a3', edge: '#a35f00' },
  { name: 'blue', fill: '#bfe1f6', edge: '#1a6d9e' },
  { name: 'green', fill: '#b5e6cf', edge: '#006b50' },
  { name: 'purple', fill: '#efcde3', edge: '#8f3f72' },
  { name: 'yellow', fill: '#f4ea8e', edge: '#736a00' },
  { name: 'red', fill: '#ffc6b0', edge: '#a83c06' },
  { name: 'indigo', fill: '#cdd6f8', edge: '#2f4fae' },
  { name: 'grey', fill: '#d6d6d6', edge: '#555555' },
] as const

/** The last colour, for what the others are marked on. */
export const background = tones.length - 1

/** The colour of the n-th clause, counted from 0. */
export function toneOf(n: number): number {
  return n % tones.length
}
