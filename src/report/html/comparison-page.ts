import { isControlled } from '../../matching/index.js'
import { countsOf, type ComparedFile, type ComparedRow, type Comparison, type RaceTotals } from '../comparison.js'
import { overreach } from '../text/comparison-text.js'
import { compareWords, scenarioNames } from '../words.js'
import { raceChartHtml } from './charts/race-chart.js'
import { stepChartHtml, type StepChart } from './charts/step-chart.js'
import { moveText } from './comparison-rows.js'
import { badge } from './finding-html.js'
import { html, type Html } from './html.js'
import { pageText, type PageAssets } from './page.js'
import type { PageRow } from './page-row.js'
import { pageWords } from './page-words.js'
import type { Pieces } from './pieces.js'
import { legendHtml, madeHtml } from './summary.js'
import { tableHtml } from './table-html.js'
import { verdictOrder } from './verdict-order.js'

export interface ComparisonPage {
  readonly comparison: Comparison
  readonly rows: readonly PageRow[]
  readonly pieces: Pieces
  /** Coverage over the years; null where the file is too large for it. */
  readonly steps: StepChart | null
  readonly assets: PageAssets
}

/** The page of `compare`: counts in both scenarios, coverage over the years, days uncontrolled, the rows and over-breadth. */
export function comparisonPage({ comparison, rows, pieces, steps, assets }: ComparisonPage): Generator<string> {
  const { before, after, input, race, mustNotCover } = comparison
  const names = scenarioNames(before, after)
  const title = pageWords.comparisonTitle(names)
  const body = html`<header><h1>${title}</h1><p>${compareWords.rows(input.rows.length)} ${input.file}</p></header>
<main><section>${countsHtml(input.rows, names)}${legendHtml()}</section>
<section><h2>${pageWords.steps}</h2>${steps ? stepChartHtml(steps) : html`<p>${pageWords.noSteps}</p>`}</section>
${race ? raceHtml(race, comparison, names) : null}
${mustNotCover ? overHtml(mustNotCover) : null}
${tableHtml({ columns: names, names: new Map(), overall: null, moving: true, note: compareWords.moved(rows.filter((r) => r.moves).length).replace(/:$/, '.') })}</main>
${madeHtml(
  [before, after],
  [input, ...(mustNotCover ? [mustNotCover] : [])].map((f) => pageWords.file(f.file, f.sha256)),
)}`
  return pageText({ title, body, table: { columns: names, overall: false, pieces: pieces.all }, rows, assets })
}

function countsHtml(rows: readonly ComparedRow[], names: readonly [string, string]): Html {
  const counts = countsOf(rows)
  return html`<div class="scroll"><table class="counts"><caption>${pageWords.counts}</caption><thead><tr><td></td>${names.map((n) => html`<th scope="col">${n}</th>`)}</tr></thead><tbody>${verdictOrder
    .filter((v) => v !== 'unreadable' || counts.unreadable.before > 0)
    .map(
      (v) =>
        html`<tr><th scope="row">${badge(v)}</th><td class="number">${counts[v].before}</td><td class="number">${counts[v].after}</td></tr>`,
    )}</tbody></table></div>`
}

function raceHtml(
  race: RaceTotals,
  { before, after, input: { rows } }: Comparison,
  names: readonly [string, string],
): Html {
  const line = (head: string, seen: string, before: number, after: number) =>
    html`<tr><th scope="row">${head}</th><td>${seen}</td><td class="number">${before}</td><td class="number">${after}</td></tr>`
  return html`<section><h2>${pageWords.raceTitle}</h2><p>${compareWords.raceNote(race.substances, rows.length, race.until, before.asOf !== after.asOf, race.assumedFrom)}</p>
<p><b>${compareWords.median}</b>: ${race.before.median} → ${race.after.median}; <b>${compareWords.total}</b>: ${race.before.total} → ${race.after.total}</p>
${raceChartHtml(rows, names)}
<details><summary>${pageWords.raceTable}</summary><div class="scroll"><table><caption>${compareWords.daysUncontrolled}</caption><thead><tr><th scope="col">${pageWords.name}</th><th scope="col">${compareWords.firstSeen}</th>${names.map((n) => html`<th scope="col">${n}</th>`)}</tr></thead><tbody>${rows.flatMap((r) => (r.race ? [line(r.ref.id, r.race.firstSeen, r.race.before, r.race.after)] : []))}${line(compareWords.median, '', race.before.median, race.after.median)}${line(compareWords.total, '', race.before.total, race.after.total)}</tbody></table></div></details></section>`
}

function overHtml({ file, rows }: ComparedFile): Html {
  const over = overreach(rows)
  const unsure = rows.filter((r) => r.after === 'undecided' && r.before === 'uncontrolled')
  const unread = rows.filter((r) => r.after === 'unreadable')
  const list = (of: readonly ComparedRow[]) =>
    html`<ul>${of.map(
      (r) =>
        html`<li><b>${r.ref.id}</b>: ${r.moves
          .filter((m) => m.to !== m.from && (isControlled(m.to) || m.to === 'undecided'))
          .map(moveText)
          .join('; ')}</li>`,
    )}</ul>`
  return html`<section><h2>${pageWords.overTitle}</h2><p>${compareWords.over(over.length, rows.length, file)}</p>${over.length > 0 ? list(over) : null}${unsure.length > 0 ? html`<p>${compareWords.unsure(unsure.length)}</p>${list(unsure)}` : null}${unread.length > 0 ? html`<p>${compareWords.unread(unread.map((r) => r.ref.id))}</p>` : null}</section>`
}
