import { scaleLinear } from 'd3-scale'
import { curveStepAfter, line } from 'd3-shape'
import type { TimeImpact } from '../../draft-report.js'
import { html, type Html } from '../../markup.js'
import { chartHtml, chartWords, dayScale, lineSvg, textSvg, timeOf, yearAxis } from './timeline-chart.js'

const size = { width: 720, height: 240, left: 44, right: 20, top: 14, bottom: 24 }
type Step = TimeImpact['steps'][number]

/** Substances over the years: known, listed, and covered by the draft before any list. Lines differ without colour. */
export function aheadChartHtml({ steps, since, until }: TimeImpact): Html {
  const x = dayScale(since, until, [size.left, size.width - size.right])
  const last = steps.at(-1) ?? { day: until, known: 0, listed: 0, ahead: 0 }
  const y = scaleLinear()
    .domain([0, Math.max(1, ...steps.map((s) => s.known))])
    .nice()
    .range([size.height - size.bottom, size.top])
  const points: readonly Step[] = [{ day: since, known: 0, listed: 0, ahead: 0 }, ...steps, { ...last, day: until }]
  const path = (of: (s: Step) => number) =>
    line<Step>()
      .x((s) => Number(x(timeOf(s.day < since ? since : s.day)).toFixed(1)))
      .y((s) => Number(y(of(s)).toFixed(1)))
      .curve(curveStepAfter)([...points]) ?? ''
  const lines: [kind: string, text: string, of: (s: Step) => number][] = [
    ['known', chartWords.known, (s) => s.known],
    ['listed', chartWords.listed, (s) => s.listed],
    ['ahead', chartWords.ahead, (s) => s.ahead],
  ]
  const grid = y
    .ticks(5)
    .filter(Number.isInteger)
    .map((n) => {
      const at = y(n).toFixed(1)
      const label = textSvg(size.left - 6, (y(n) + 4).toFixed(1), n, 'end', 'faint')
      return [lineSvg('grid', size.left, size.width - size.right, at, at), label]
    })
  const body = html`${grid}
${yearAxis(x, size.top, size.height - size.bottom)}
${lines.map(([kind, , of]) => html`<path class="line-${kind}" d="${path(of)}"/>`)}`
  const key = lines.map(
    ([kind, text]) =>
      html`<span><svg aria-hidden="true" width="34" height="10">
        <path class="line-${kind}" d="M0 5H34"/></svg> ${text}</span>`,
  )
  return html`<p class="key">${key}</p>
${chartHtml(chartWords.aheadAlt(last.known, last.listed, last.ahead, until), size.width, size.height, body)}`
}
