import { scaleLinear } from 'd3-scale'
import { area, curveStepAfter } from 'd3-shape'
import type { CoverageStep } from '../../../matching/index.js'
import { html, type Html } from '../../markup.js'
import { chartHtml, chartWords, dayScale, keyHtml, timeOf, yearAxis, yearBefore } from './timeline-chart.js'

/** How many structures are listed and in a class over time, in one scenario of law. */
interface StepSeries {
  readonly name: string
  readonly steps: readonly CoverageStep[]
}

export interface StepChart {
  readonly series: readonly StepSeries[]
  /** Structures in all. */
  readonly total: number
  /** Days that are marked, with a word for each. */
  readonly marks: readonly (readonly [day: string, text: string])[]
  readonly until: string
  /** First days of the records of each jurisdiction asked. */
  readonly recordsFrom: readonly (readonly [code: string, day: string])[]
}

const size = { width: 760, height: 206, left: 44, right: 16, top: 38, bottom: 24, mark: 16, after: 24 }

/** One chart for each scenario, with the same scales: listed below, what only a class reaches on top of it. */
export function stepChartHtml(chart: StepChart): Html {
  const first =
    chart.series
      .flatMap((s) => s.steps.map((step) => step.day))
      .filter((day) => day > '1000')
      .sort()[0] ?? chart.until
  const from = yearBefore(first)
  return html`${keyHtml([
    ['v-listed', 'listed'],
    ['v-class', 'class'],
  ])}${chart.series.map((s) => panel(s, chart, from))}<p class="faint">${chartWords.begin(chart.recordsFrom)}</p>`
}

function panel({ name, steps }: StepSeries, { total, marks, until }: StepChart, from: string): Html {
  // Room after the last day, on which the law may change too.
  const end = size.width - size.right
  const x = dayScale(from, until, [size.left, end - size.after])
  const y = scaleLinear()
    .domain([0, total])
    .nice()
    .range([size.height - size.bottom, size.top])
  const known = steps.filter((s) => s.day <= until).map((s) => (s.day < from ? { ...s, day: from } : s))
  const points = [
    { day: from, listed: 0, class: 0 },
    ...known,
    ...(known.length > 0 && known.at(-1)!.day < until ? [{ ...known.at(-1)!, day: until }] : []),
  ]
  const at = (s: CoverageStep) => round(x(timeOf(s.day)))
  const shape = (low: (s: CoverageStep) => number, high: (s: CoverageStep) => number) =>
    area<readonly [x: number, step: CoverageStep]>()
      .x(([x]) => x)
      .y0(([, s]) => round(y(low(s))))
      .y1(([, s]) => round(y(high(s))))
      .curve(curveStepAfter)([...points.map((s) => [at(s), s] as const), [end, points.at(-1)!] as const]) ?? ''
  const last = points.at(-1)!
  const lines = y.ticks(4).filter(Number.isInteger)
  const body = html`${lines.map((n) => html`<line class="grid" x1="${size.left}" x2="${size.width - size.right}" y1="${round(y(n))}" y2="${round(y(n))}"/><text class="faint" x="${size.left - 6}" y="${round(y(n)) + 4}" text-anchor="end">${n}</text>`)}
<path class="v-listed" d="${shape(
    () => 0,
    (s) => s.listed,
  )}"/><path class="v-class" d="${shape(
    (s) => s.listed,
    (s) => s.listed + s.class,
  )}"/>
${yearAxis(x, size.top, size.height - size.bottom)}
${marks
  .filter(([day]) => day >= from)
  .map(([day, text], i) => {
    const at = round(x(timeOf(day)))
    // Each on a line of its own: two days may be close together.
    return html`<line class="rule" x1="${at}" x2="${at}" y1="${size.top - 4 - i * size.mark}" y2="${size.height - size.bottom}"/><text x="${at > size.width * 0.7 ? at - 4 : at + 4}" y="${size.top - 6 - i * size.mark}" text-anchor="${at > size.width * 0.7 ? 'end' : 'start'}">${text}</text>`
  })}`
  return html`<figure><figcaption><b>${name}</b>: ${chartWords.last(last.listed, last.class, total, until)}</figcaption>
${chartHtml(chartWords.stepsAlt(name, last.listed, last.class, total, until), size.width, size.height, body)}</figure>`
}

function round(n: number): number {
  return Math.round(n * 10) / 10
}
