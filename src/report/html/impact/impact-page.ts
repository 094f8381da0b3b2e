import type { Impact, OthersImpact, SetImpact, TimeImpact } from '../../draft-report.js'
import { changeWords, impactWords as w } from '../../impact/impact-words.js'
import {
  changes,
  clauseUses,
  coversText,
  daysText,
  idleText,
  medianRow,
  othersOf,
  racedRows,
  ruleNames,
} from '../../impact/impact-tables.js'
import { missedText } from '../../impact/impact-text.js'
import { html, type Html } from '../../markup.js'
import { daysHtml, doubtHtml, plainTable, sectionHtml } from '../measured/days-html.js'
import {
  draftHtml,
  setHtml,
  drawnOf,
  mostDrawn,
  structuresHtml,
  type Drawings,
  measuredWords,
} from '../measured/draft-html.js'
import { pageText, type PageAssets } from '../page-text.js'
import { pageWords } from '../page-words.js'
import { madeHtml } from '../summary.js'
import { upsetHtml } from './upset-chart.js'
import { scaleLinear } from 'd3-scale'
import { curveStepAfter, line } from 'd3-shape'
import { chartHtml, dayScale, lineSvg, textSvg, timeOf, yearAxis } from '../charts/timeline-chart.js'

/** Rows of the longest tables; the JSON of the report has all. */
const most = { missed: 40, exclusions: 10 }

/** The page of a report on a draft, made to be printed. */
export function impactPage(impact: Impact, drawings: Drawings, assets: PageAssets): Generator<string> {
  const { draft, run } = impact
  const title = w.title(draft.title)
  const compared = othersOf(impact)
  const setOf = (set: SetImpact) => setHtml(set, { counts: [`${w.share(set)}.`], by: w.byClause }, drawings)
  const body = html`<header><h1>${title}</h1>${draftHtml(draft, run, drawings)}</header>
<main id="results">
${sectionHtml(w.reach, reachHtml(impact))}
${sectionHtml(w.collateral, [...impact.sets.slice(1).map(setOf), caughtHtml(impact, drawings)])}
${sectionHtml(w.doubt, doubtHtml(impact.sets, draft.readings, w.undecided))}
${sectionHtml(w.time, timeHtml(impact))}
${
  compared.length > 0 &&
  sectionHtml(
    w.others,
    compared.map((others) => othersHtml(others, draft.id)),
  )
}
<p class="faint">${w.footer} ${w.methods}</p>
</main>
${madeHtml(
  [run],
  impact.sets.flatMap((s) => (s.file === null ? [] : [pageWords.file(s.file, s.sha256)])),
)}`
  return pageText({ title, body, table: null, rows: [], assets })
}

function reachHtml(impact: Impact): Html {
  const { reach, draft } = impact
  const uses = clauseUses(impact)
  const idle = idleText(impact)
  return html`<p>${coversText(impact)}</p>
${plainTable(uses.head, uses.rows)}${idle === null ? null : html`<p class="warning">${idle}</p>`}
<p>${w.missed(reach.missed.length)}</p>
${
  reach.missed.length === 0
    ? null
    : html`<ul>${reach.missed
        .slice(0, most.missed)
        .map(
          (m) => html`<li><b>${m.name}</b> ${missedText(m, draft.sites)}</li>`,
        )}</ul>${reach.missed.length > most.missed ? html`<p>${w.more(reach.missed.length - most.missed)}</p>` : null}`
}`
}

/** Medicines that would become controlled, and changes that free them. */
function caughtHtml(impact: Impact, drawings: Drawings): Html {
  const { medicines } = impact.collateral
  const { head, rows } = changes(impact, most.exclusions, 8)
  const caught = new Set(medicines)
  const drawn = impact.sets.flatMap((s) => (s.kind === 'medicines' ? s.covered.filter((c) => caught.has(c.name)) : []))
  return html`<p><b>${w.uncontrolled(medicines.length, impact.draft.jurisdiction)}</b></p>
${
  medicines.length === 0
    ? null
    : html`${structuresHtml(drawn.slice(0, mostDrawn), drawings, freedBy(impact.collateral))}${
        drawn.length > mostDrawn
          ? html`<p>${w.more(drawn.length - mostDrawn)}: ${drawn
              .slice(mostDrawn)
              .map((d) => d.name)
              .join(', ')}</p>`
          : null
      }<p>${w.exclusions}</p>${plainTable(head, rows)}`
}`
}

/** Of each medicine the best change that frees it, other than naming it. */
function freedBy({ medicines, exclusions }: Impact['collateral']): Map<string, string> {
  return new Map(
    medicines.flatMap((name) => {
      const best = exclusions.find((e) => e.change.kind !== 'by name' && e.frees.includes(name))
      return best ? [[name, w.freedBy(changeWords(best.change))] as const] : []
    }),
  )
}

function timeHtml(impact: Impact): Html {
  const { time, draft } = impact
  const { raced } = time
  if (raced.length === 0) return html`<p>${daysText(impact)}</p>`
  return daysHtml({
    note: daysText(impact),
    medians: `${w.listDays} ${time.medianList}; ${w.draftDays} ${time.medianDraft}; ${w.won} ${time.medianWon}`,
    plot: aheadChartHtml(time),
    bars: raced.map((r) => ({
      id: r.name,
      race: {
        firstSeen: r.known,
        from: r.known,
        before: r.listDays,
        after: r.draftDays,
        undecided: { before: r.undecidedDays, after: r.undecidedDays },
      },
    })),
    all: raced.length,
    names: [w.listDays, w.draftDays],
    head: [w.substance, w.known, w.listedOn(draft.jurisdiction), w.listDays, w.draftDays, w.won, w.undecidedDays],
    rows: racedRows(impact),
    sums: [medianRow(impact)],
  })
}

function othersHtml(others: OthersImpact, draft: string): Html {
  const { rules, intersections } = others
  if (rules.length === 0) return html`<p>${w.noOthers}</p>`
  return html`<p>${w.othersNote(others)}</p>${upsetHtml(others, draft, w.draft)}
${plainTable(
  [w.rule, w.both, w.onlyDraft, w.onlyOther],
  rules.map((r) => [
    `${r.code} ${r.title} (${r.id})`,
    r.both,
    withExamples(r.onlyDraft, r.examplesDraft),
    withExamples(r.onlyOther, r.examplesOther),
  ]),
)}
<h3>${measuredWords.tableBelow}</h3>${plainTable(
    [w.structures, w.intersections],
    intersections.map(({ rules: ids, count }) => [count, ruleNames(ids, draft)]),
  )}`
}

function withExamples(count: number, examples: readonly string[]): string {
  return count === 0 ? '0' : `${count}: ${examples.slice(0, 3).join(', ')}${count > 3 ? ' ...' : ''}`
}

/** Structures that the page draws. */
export function drawnIn({ draft, sets, collateral }: Impact): string[] {
  const medicines = new Set(collateral.medicines)
  const caught = sets.flatMap((s) => s.covered).filter((s) => medicines.has(s.name))
  return [...drawnOf(draft, sets), ...caught.slice(0, mostDrawn).map((s) => s.smiles)]
}

const size = { width: 720, height: 240, left: 44, right: 20, top: 14, bottom: 24 }
type Step = TimeImpact['steps'][number]

/** Substances over the years: known, listed, and covered by the draft before any list. Lines differ without colour. */
function aheadChartHtml({ steps, since, until }: TimeImpact): Html {
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
    ['known', measuredWords.known, (s) => s.known],
    ['listed', measuredWords.listed, (s) => s.listed],
    ['ahead', measuredWords.ahead, (s) => s.ahead],
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
${chartHtml(measuredWords.aheadAlt(last.known, last.listed, last.ahead, until), size.width, size.height, body)}`
}
