import { scaleLinear } from 'd3-scale'
import type { OthersImpact } from '../../draft-report.js'
import { chartHtml, labelOf } from '../charts/timeline-chart.js'
import { html, type Html } from '../../markup.js'
import { measuredWords as w } from '../measured/draft-html.js'

const size = { left: 280, right: 12, column: 24, row: 22, bars: 130, top: 18, gap: 12, dot: 7 }
/** Columns that still fit a printed page. */
const mostColumns = 16

/**
 * Sets of structures covered by the same rules: a bar for each, and below it a dot for each rule of the set. Source:
 * Lex et al. 2014, doi:10.1109/TVCG.2014.2346248.
 */
export function upsetHtml({ intersections, rules }: OthersImpact, draft: string, name: string): Html {
  const shown = intersections.slice(0, mostColumns)
  const rows = [{ id: draft, label: name }, ...rules.map((r) => ({ id: r.id, label: `${r.code} ${r.title}` }))]
  const width = size.left + shown.length * size.column + size.right
  const base = size.top + size.bars
  const height = base + size.gap + rows.length * size.row
  const y = scaleLinear()
    .domain([0, Math.max(1, ...shown.map((s) => s.count))])
    .range([base, size.top])
  const x = (i: number) => size.left + i * size.column + size.column / 2
  const line = (r: number) => base + size.gap + r * size.row + size.row / 2
  const column = ({ rules: ids, count }: (typeof shown)[number], i: number) => {
    const filled = rows.flatMap((row, r) => (ids.includes(row.id) ? [r] : []))
    const [first, last] = [filled[0] ?? 0, filled.at(-1) ?? 0]
    return html`<g><rect class="ink" x="${x(i) - 8}" y="${y(count).toFixed(1)}" width="16" height="${(base - y(count)).toFixed(1)}"/><text x="${x(i)}" y="${(y(count) - 4).toFixed(1)}" text-anchor="middle">${count}</text>${rows.map((_, r) => html`<circle class="${filled.includes(r) ? 'ink' : 'blank'}" cx="${x(i)}" cy="${line(r)}" r="${size.dot}"/>`)}${first === last ? null : html`<line class="join" x1="${x(i)}" x2="${x(i)}" y1="${line(first)}" y2="${line(last)}"/>`}</g>`
  }
  const body = html`${rows.map((row, r) => html`${r % 2 === 0 ? html`<rect class="band" x="0" y="${line(r) - size.row / 2}" width="${width}" height="${size.row}"/>` : null}<text x="${size.left - 10}" y="${line(r) + 4}" text-anchor="end">${labelOf(row.label, 44)}</text>`)}
${shown.map(column)}`
  return chartHtml(w.upsetAlt(shown.length, rows.length), width, height, body, 'chart upset')
}
