import { scaleLinear } from 'd3-scale'
import type { RacedRow } from '../../comparison.js'
import { compareWords } from '../../words/command-words.js'
import { html, type Html } from '../../markup.js'
import { chartWords } from './chart-words.js'
import { keyHtml, labelOf } from './axis.js'

/** Rows that one chart can show and still be read. */
const raceRows = 60

const size = { width: 760, row: 34, left: 200, right: 60, top: 8, bottom: 24 }

/**
 * Days uncontrolled of each structure, one bar for each scenario, the longest first.
 * @param all how many there are, of which `raced` are the longest
 */
export function raceChartHtml(raced: readonly RacedRow[], all: number, names: readonly [string, string]): Html {
  const races = raced.map(({ id, race }) => ({ id, ...race })).sort((a, b) => b.before - a.before || b.after - a.after)
  const shown = races.slice(0, raceRows)
  const height = size.top + shown.length * size.row + size.bottom
  const x = scaleLinear()
    .domain([0, Math.max(1, ...shown.flatMap((r) => [r.before, r.after]))])
    .nice()
    .range([size.left, size.width - size.right])
  const bar = (kind: 'before' | 'after', days: number, y: number) =>
    html`<rect class="${kind}" x="${size.left}" y="${y}" width="${(x(days) - size.left).toFixed(1)}" height="12"/><text x="${(x(days) + 5).toFixed(1)}" y="${y + 10}">${days}</text>`
  return html`${keyHtml([
    ['before', names[0]],
    ['after', names[1]],
  ])}<div class="scroll"><svg class="chart" role="img" aria-label="${chartWords.raceAlt(shown.length)}" width="${size.width}" height="${height}" viewBox="0 0 ${size.width} ${height}">
${x
  .ticks(6)
  .filter(Number.isInteger)
  .map(
    (n) =>
      html`<line class="grid" x1="${x(n)}" x2="${x(n)}" y1="${size.top}" y2="${height - size.bottom}"/><text class="faint" x="${x(n)}" y="${height - size.bottom + 15}" text-anchor="middle">${n}</text>`,
  )}
${shown.map((r, i) => html`<g><text x="${size.left - 8}" y="${size.top + i * size.row + 20}" text-anchor="end">${labelOf(r.id, 30)}</text>${bar('before', r.before, size.top + i * size.row + 3)}${bar('after', r.after, size.top + i * size.row + 17)}</g>`)}
</svg></div><p class="faint">${compareWords.daysUncontrolled}${all > shown.length ? `: ${chartWords.raceCut(shown.length, all)}` : ''}</p>`
}
