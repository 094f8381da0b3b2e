import type { JurisdictionHistory } from '../../../matching/index.js'
import { shownVerdict } from '../../shown-verdict.js'
import { historyWords } from '../../words/command-words.js'
import { verdictWords } from '../../words/finding-words.js'
import { html, type Html } from '../../markup.js'
import { verdictOrder } from '../verdict-order.js'
import { chartWords } from './chart-words.js'
import { dayScale, keyHtml, timeOf, yearAxis } from './axis.js'

const size = { width: 900, lane: 30, left: 44, right: 16, top: 6, bottom: 24 }

/** The history of one structure: a lane for each jurisdiction, with spans in the colours of their verdicts. */
export function timelineChartHtml(histories: readonly JurisdictionHistory[], name: string, until: string): Html {
  const days = histories.flatMap((h) => h.chapters.flatMap((c) => (c.from === null ? [] : [c.from]))).sort()
  const from = `${Number((days[0] ?? until).slice(0, 4)) - 1}-01-01`
  const end = [until, ...days].sort().at(-1)!
  const x = dayScale(from, end, [size.left, size.width - size.right])
  const at = (day: string) => Number(x(timeOf(day)).toFixed(1))
  const height = size.top + histories.length * size.lane + size.bottom
  const verdicts = verdictOrder.filter((v) => histories.some((h) => h.chapters.some((c) => c.verdict === v)))
  const lane = (h: JurisdictionHistory, i: number) => {
    const y = size.top + i * size.lane
    const spans = h.chapters.map((c) => {
      const [start, stop] = [c.from ?? from, c.until ?? end]
      return html`<rect class="v-${c.verdict}" x="${at(start)}" y="${y + 4}" width="${Math.max(0.5, at(stop) - at(start)).toFixed(1)}" height="${size.lane - 8}"><title>${h.code}, ${c.from ?? historyWords.earliest}: ${verdictWords[shownVerdict(c)]}</title></rect>`
    })
    const checked =
      h.verifiedThrough < end && h.verifiedThrough > from
        ? html`<line class="rule" x1="${at(h.verifiedThrough)}" x2="${at(h.verifiedThrough)}" y1="${y + 1}" y2="${y + size.lane - 1}"><title>${chartWords.checked(h.verifiedThrough)}</title></line>`
        : null
    return html`<g><text x="${size.left - 8}" y="${y + 20}" text-anchor="end">${h.code}</text>${spans}${checked}</g>`
  }
  return html`${keyHtml(verdicts.map((v) => [`v-${v}`, verdictWords[v]] as const))}<div class="scroll"><svg class="chart" role="img" aria-label="${chartWords.timelineAlt(name)}" width="${size.width}" height="${height}" viewBox="0 0 ${size.width} ${height}">
${yearAxis(x, size.top, height - size.bottom)}${histories.map(lane)}
</svg></div><p class="faint">${chartWords.dashed}</p>`
}
