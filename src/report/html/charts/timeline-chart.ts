import { strongestChapters, type Chapter, type JurisdictionHistory } from '../../../matching/index.js'
import { shownVerdict, verdictOrder } from '../../shown-verdict.js'
import { historyWords, compareWords } from '../../words/command-words.js'
import { html, type Html } from '../../markup.js'
import { scaleLinear, scaleUtc, type ScaleTime } from 'd3-scale'
import type { RacedRow } from '../../comparison.js'

const size = { width: 900, lane: 30, left: 44, right: 16, top: 6, bottom: 24 }

/** A lane of a chart: chapters, each until the next; `reviewed` is the day up to which the law was reviewed. */
interface Lane {
  readonly label: string
  readonly chapters: readonly Pick<Chapter, 'from' | 'verdict' | 'ofSet'>[]
  readonly reviewed?: string
}

/** The history of one structure: a lane for each jurisdiction. */
export function timelineChartHtml(histories: readonly JurisdictionHistory[], name: string, until: string): Html {
  const lanes = histories.map(({ code, chapters, verifiedThrough: reviewed }) => ({ label: code, chapters, reviewed }))
  return html`${lanesHtml(lanes, until, chartWords.timelineAlt(name))}<p class="faint">${chartWords.dashed}</p>`
}

/** Many structures on one axis: a lane for each, in the colour of its strongest verdict in all jurisdictions. */
export function timelinesChartHtml(
  items: readonly { readonly name: string; readonly histories: readonly JurisdictionHistory[] }[],
  until: string,
): Html {
  const lanes = items.slice(0, chartRows).map(({ name, histories }) => ({
    label: labelOf(name, 30),
    chapters: strongestChapters(histories),
  }))
  const cut = items.length > lanes.length ? `: ${chartWords.first(lanes.length, items.length)}` : ''
  return html`${lanesHtml(lanes, until, chartWords.timelinesAlt(lanes.length), bars.left)}
    <p class="faint">${chartWords.strictest}${cut}</p>`
}

/** Lanes on one axis of days, with spans in the colours of their verdicts. */
function lanesHtml(lanes: readonly Lane[], until: string, alt: string, left = size.left): Html {
  const days = lanes.flatMap(({ chapters }) => chapters.flatMap((c) => (c.from === null ? [] : [c.from]))).sort()
  const from = yearBefore(days[0] ?? until)
  const end = [until, ...days].sort().at(-1)!
  const x = dayScale(from, end, [left, size.width - size.right])
  const at = (day: string) => Number(x(timeOf(day)).toFixed(1))
  const height = size.top + lanes.length * size.lane + size.bottom
  const verdicts = verdictOrder.filter((v) => lanes.some(({ chapters }) => chapters.some((c) => c.verdict === v)))
  const lane = ({ label, chapters, reviewed }: Lane, i: number) => {
    const y = size.top + i * size.lane
    const spans = chapters.map((c, place) => {
      const [start, stop] = [at(c.from ?? from), at(chapters[place + 1]?.from ?? end)]
      const title = `${label}, ${c.from ?? historyWords.earliest}: ${shownVerdict(c)}`
      return rectSvg(`v-${c.verdict}`, start, y + 4, Math.max(0.5, stop - start).toFixed(1), size.lane - 8, title)
    })
    const checked =
      reviewed !== undefined &&
      reviewed < end &&
      reviewed > from &&
      lineSvg('rule', at(reviewed), at(reviewed), y + 1, y + size.lane - 1, chartWords.checked(reviewed))
    return html`<g>${textSvg(left - 8, y + 20, label, 'end')}${spans}${checked}</g>`
  }
  const body = html`${yearAxis(x, size.top, height - size.bottom)}${lanes.map(lane)}`
  return html`${keyHtml(verdicts.map((v) => [`v-${v}`, v]))}
    ${chartHtml(alt, size.width, height, body)}`
}

/** Rows that one chart can show and still be read. */
const chartRows = 60

const bars = { width: 760, row: 34, left: 200, right: 60, top: 8, bottom: 24 }

/**
 * Days uncontrolled of each structure, one bar for each scenario, the longest first.
 * @param all how many there are, of which `raced` are the longest
 */
export function raceChartHtml(raced: readonly RacedRow[], all: number, names: readonly [string, string]): Html {
  const races = raced.map(({ id, race }) => ({ id, ...race })).sort((a, b) => b.before - a.before || b.after - a.after)
  const shown = races.slice(0, chartRows)
  const height = bars.top + shown.length * bars.row + bars.bottom
  const x = scaleLinear()
    .domain([0, Math.max(1, ...shown.flatMap((r) => [r.before, r.after]))])
    .nice()
    .range([bars.left, bars.width - bars.right])
  const bar = (kind: 'before' | 'after', days: number, y: number) => [
    rectSvg(kind, bars.left, y, (x(days) - bars.left).toFixed(1), 12),
    textSvg((x(days) + 5).toFixed(1), y + 10, days),
  ]
  const bottom = height - bars.bottom
  const grid = x
    .ticks(6)
    .filter(Number.isInteger)
    .map((n) => [lineSvg('grid', x(n), x(n), bars.top, bottom), textSvg(x(n), bottom + 15, n, 'middle', 'faint')])
  const rows = shown.map((r, i) => {
    const y = bars.top + i * bars.row
    const label = textSvg(bars.left - 8, y + 20, labelOf(r.id, 30), 'end')
    return html`<g>${label}${bar('before', r.before, y + 3)}${bar('after', r.after, y + 17)}</g>`
  })
  const cut = all > shown.length ? `: ${chartWords.raceCut(shown.length, all)}` : ''
  return html`${keyHtml([
    ['before', names[0]],
    ['after', names[1]],
  ])}${chartHtml(chartWords.raceAlt(shown.length), bars.width, height, html`${grid}\n${rows}`)}
    <p class="faint">${compareWords.daysUncontrolled}${cut}</p>`
}

type Place = number | string

export const lineSvg = (kind: string, x1: Place, x2: Place, y1: Place, y2: Place, title = '') =>
  html`<line class="${kind}" x1="${x1}" x2="${x2}" y1="${y1}" y2="${y2}"${ended('line', title)}`

export const rectSvg = (kind: string, x: Place, y: Place, width: Place, height: Place, title = '') =>
  html`<rect class="${kind}" x="${x}" y="${y}" width="${width}" height="${height}"${ended('rect', title)}`

/** The end of an element, with a title if there is one. */
const ended = (tag: string, title: string) => (title === '' ? html`/>` : html`><title>${title}</title></${tag}>`)

/** @param anchor which end of the text is at the place */
export const textSvg = (x: Place, y: Place, text: Place, anchor = '', kind = '') =>
  html`<text${kind && html` class="${kind}"`} x="${x}" y="${y}"${anchor && html` text-anchor="${anchor}"`}>
    ${text}</text>`

/** A chart, which scrolls sideways where it is too wide. */
export function chartHtml(alt: string, width: number, height: number, body: Html, kind = 'chart'): Html {
  const place = html`width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"`
  return html`<div class="scroll"><svg class="${kind}" role="img" aria-label="${alt}" ${place}>
${body}
</svg></div>`
}

/** The first day of the year before. */
export function yearBefore(day: string): string {
  return `${Number(day.slice(0, 4)) - 1}-01-01`
}

type DayScale = ScaleTime<number, number>

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
  const tick = (t: Date) => {
    const at = x(t).toFixed(1)
    return [lineSvg('grid', at, at, top, bottom), textSvg(at, bottom + 15, label(t), 'middle', 'faint')]
  }
  return html`<g>${ticks.map(tick)}</g>`
}

/** A legend entry: a small square in the colour it explains, and its words. */
export function keyHtml(items: readonly (readonly [kind: string, words: string])[]): Html {
  const size = html`width="14" height="14"`
  const entry = ([kind, text]: (typeof items)[number]) =>
    html`<span><svg aria-hidden="true" ${size}><rect class="${kind}" ${size} rx="3"/></svg> ${text}</span>`
  return html`<p class="key">${items.map(entry)}</p>`
}

/** A name cut to fit beside a chart; the table next to the chart has it whole. */
export function labelOf(name: string, most: number): string {
  return name.length > most ? `${name.slice(0, most - 1)}\u2026` : name
}

/** Words of the plots; the tables next to them have the same numbers. */
export const chartWords = {
  upsetAlt: (sets: number, rules: number) =>
    `UpSet plot: ${sets} sets of structures, each covered by the same of ${rules} rules. A column is one ` +
    'set; filled dots say which rules cover it, the bar above how many structures it has. The table ' +
    'below has the numbers.',
  aheadAlt: (known: number, listed: number, ahead: number, until: string) =>
    'Step chart over the years of substances that the draft covers: known, on a list, and covered by the ' +
    `draft before any list. On ${until}: ${known} known, ${listed} listed, ${ahead} covered by the draft ` +
    'alone. The table below has the days of each substance.',
  known: 'known (solid line)',
  listed: 'on a list (dashed line)',
  ahead: 'covered by the draft, on no list yet (dotted line)',
  last: (listed: number, inClass: number, total: number, until: string) =>
    `${listed} listed and ${inClass} in a class alone, of ${total}, on ${until}`,
  stepsAlt: (name: string, listed: number, inClass: number, total: number, until: string) =>
    `Step chart of the structures listed and in a class over the years, ${name}; at its end, ${until}: ` +
    `${listed} listed, ${inClass} in a class alone, of ${total}`,
  raceAlt: (n: number) =>
    `Bar chart of days uncontrolled of ${n} structures under both; the table below has the numbers`,
  raceCut: (shown: number, all: number) => `the ${shown} longest of ${all}`,
  timelineAlt: (name: string) => `Time line of ${name} in each jurisdiction; the table below has the days`,
  timelinesAlt: (n: number) => `Time lines of ${n} structures on one axis; the tables below have the days`,
  strictest: 'the strictest verdict of all these laws; each law is below',
  first: (shown: number, all: number) => `the first ${shown} of ${all}`,
  dashed: 'dashed: law reviewed up to this day',
  begin: (codes: readonly (readonly [code: string, day: string])[]) =>
    `Records begin: ${codes.map(([code, day]) => `${code} ${day}`).join(', ')}. Earlier control is not ` +
    'shown, and undecided structures are not counted.',
  checked: (day: string) => `law reviewed up to ${day}`,
} as const
