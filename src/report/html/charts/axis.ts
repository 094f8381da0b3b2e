import { scaleUtc, type ScaleTime } from 'd3-scale'
import { html, type Html } from '../../markup.js'

export type DayScale = ScaleTime<number, number>

/** Maps days to pixels. */
export function dayScale(from: string, until: string, pixels: readonly [number, number]): DayScale {
  return scaleUtc()
    .domain([timeOf(from), timeOf(until)])
    .range([...pixels])
}

export function timeOf(day: string): Date {
  return new Date(`${day}T00:00:00Z`)
}

/** Lines and years across a chart, from `top` to `bottom`. */
export function yearAxis(x: DayScale, top: number, bottom: number): Html {
  const ticks = x.ticks(8)
  const years = new Set(ticks.map((t) => t.getUTCFullYear())).size === ticks.length
  const label = (t: Date) => (years ? `${t.getUTCFullYear()}` : t.toISOString().slice(0, 7))
  return html`<g>${ticks.map((t) => html`<line class="grid" x1="${x(t).toFixed(1)}" x2="${x(t).toFixed(1)}" y1="${top}" y2="${bottom}"/><text class="faint" x="${x(t).toFixed(1)}" y="${bottom + 15}" text-anchor="middle">${label(t)}</text>`)}</g>`
}

/** A legend entry: a small square in the colour it explains, and its words. */
export function keyHtml(items: readonly (readonly [kind: string, words: string])[]): Html {
  return html`<p class="key">${items.map(([kind, text]) => html`<span><svg aria-hidden="true" width="14" height="14"><rect class="${kind}" width="14" height="14" rx="3"/></svg> ${text}</span>`)}</p>`
}

/** A name cut to fit beside a chart; the table next to the chart has it whole. */
export function labelOf(name: string, most: number): string {
  return name.length > most ? `${name.slice(0, most - 1)}\u2026` : name
}
