import { scaleLinear } from 'd3-scale'
import { area, curveStepAfter } from 'd3-shape'
import type { CoverageStep } from '../../../matching/index.js'
import { html, type Html } from '../../markup.js'
import {
  chartHtml,
  chartWords,
  dayScale,
  keyHtml,
  lineSvg,
  textSvg,
  timeOf,
  yearAxis,
  yearBefore,
} from './timeline-chart.js'

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
  const bottom = size.height - size.bottom
  const grid = lines.map((n) => {
    const at = round(y(n))
    return [lineSvg('grid', size.left, end, at, at), textSvg(size.left - 6, at + 4, n, 'end', 'faint')]
  })
  const listed = shape(
    () => 0,
    (s) => s.listed,
  )
  const inClass = shape(
    (s) => s.listed,
    (s) => s.listed + s.class,
  )
  const days = marks
    .filter(([day]) => day >= from)
    .map(([day, text], i) => {
      const at = round(x(timeOf(day)))
      // Each on a line of its own: two days may be close together.
      const top = size.top - i * size.mark
      const isLate = at > size.width * 0.7
      const label = textSvg(isLate ? at - 4 : at + 4, top - 6, text, isLate ? 'end' : 'start')
      return [lineSvg('rule', at, at, top - 4, bottom), label]
    })
  const body = html`${grid}
<path class="v-listed" d="${listed}"/><path class="v-class" d="${inClass}"/>
${yearAxis(x, size.top, bottom)}
${days}`
  return html`<figure><figcaption><b>${name}</b>: ${chartWords.last(last.listed, last.class, total, until)}</figcaption>
${chartHtml(chartWords.stepsAlt(name, last.listed, last.class, total, until), size.width, size.height, body)}</figure>`
}

function round(n: number): number {
  return Math.round(n * 10) / 10
}
