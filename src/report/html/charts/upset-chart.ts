import { scaleLinear } from 'd3-scale'
import type { OthersImpact } from '../../draft-report.js'
import { chartHtml, chartWords, labelOf, lineSvg, rectSvg, textSvg } from './timeline-chart.js'
import { html, type Html } from '../../markup.js'

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
    const bar = rectSvg('ink', x(i) - 8, y(count).toFixed(1), 16, (base - y(count)).toFixed(1))
    const dot = (r: number) =>
      html`<circle class="${filled.includes(r) ? 'ink' : 'blank'}" cx="${x(i)}" cy="${line(r)}" r="${size.dot}"/>`
    const join = first !== last && lineSvg('join', x(i), x(i), line(first), line(last))
    const label = textSvg(x(i), (y(count) - 4).toFixed(1), count, 'middle')
    return html`<g>${bar}${label}${rows.map((_, r) => dot(r))}${join}</g>`
  }
  const band = (r: number) => r % 2 === 0 && rectSvg('band', 0, line(r) - size.row / 2, width, size.row)
  const names = rows.map((row, r) => [band(r), textSvg(size.left - 10, line(r) + 4, labelOf(row.label, 44), 'end')])
  const body = html`${names}
${shown.map(column)}`
  return chartHtml(chartWords.upsetAlt(shown.length, rows.length), width, height, body, 'chart upset')
}
