import { isControlled } from '../../matching/index.js'
import type { ComparedFile, ComparedRow, ComparedTotals, Comparison, RaceTotals } from '../comparison.js'
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
  /** What a reader must know where not every row is listed. */
  readonly cut: string | null
  readonly pieces: Pieces
  /** Coverage over the years; null where the file is too large for it. */
  readonly steps: StepChart | null
  readonly assets: PageAssets
}

/** The page of `compare`: counts in both scenarios, coverage over the years, days uncontrolled, the rows and over-breadth. */
export async function comparisonPage({
  comparison,
  rows,
  cut,
  pieces,
  steps,
  assets,
}: ComparisonPage): Promise<Generator<string>> {
  const { before, after, input, race, mustNotCover } = comparison
  const names = scenarioNames(before, after)
  const title = pageWords.comparisonTitle(names)
  const body = html`<header><h1>${title}</h1><p>${compareWords.rows(input.total)} ${input.file}</p></header>
<main><section>${countsHtml(input.counts, names)}${legendHtml()}</section>
<section><h2>${pageWords.steps}</h2>${steps ? stepChartHtml(steps) : html`<p>${pageWords.noSteps}</p>`}</section>
${race ? raceHtml(race, comparison, names) : null}
${mustNotCover ? await overHtml(mustNotCover) : null}
${tableHtml({ columns: names, names: new Map(), overall: null, moving: true, note: [compareWords.moved(input.moved).replace(/:$/, '.'), ...(cut === null ? [] : [cut])].join(' ') })}</main>
${madeHtml(
  [before, after],
  [input, ...(mustNotCover ? [mustNotCover] : [])].map((f) => pageWords.file(f.file, f.sha256)),
)}`
  return pageText({ title, body, table: { columns: names, overall: false, pieces: pieces.all }, rows, assets })
}

function countsHtml(counts: ComparedTotals, names: readonly [string, string]): Html {
  return html`<div class="scroll"><table class="counts"><caption>${pageWords.counts}</caption><thead><tr><td></td>${names.map((n) => html`<th scope="col">${n}</th>`)}</tr></thead><tbody>${verdictOrder
    .filter((v) => v !== 'unreadable' || counts.unreadable.before > 0)
    .map(
      (v) =>
        html`<tr><th scope="row">${badge(v)}</th><td class="number">${counts[v].before}</td><td class="number">${counts[v].after}</td></tr>`,
    )}</tbody></table></div>`
}

function raceHtml(
  race: RaceTotals,
  { before, after, raced, input }: Comparison,
  names: readonly [string, string],
): Html {
  const line = (head: string, seen: string, before: number, after: number) =>
    html`<tr><th scope="row">${head}</th><td>${seen}</td><td class="number">${before}</td><td class="number">${after}</td></tr>`
  return html`<section><h2>${pageWords.raceTitle}</h2><p>${compareWords.raceNote(race.substances, input.total, race.until, before.asOf !== after.asOf, race.assumedFrom)}</p>
<p><b>${compareWords.median}</b>: ${race.before.median} → ${race.after.median}; <b>${compareWords.total}</b>: ${race.before.total} → ${race.after.total}</p>
${raceChartHtml(raced, names)}
<details><summary>${pageWords.raceTable}</summary><div class="scroll"><table><caption>${compareWords.daysUncontrolled}</caption><thead><tr><th scope="col">${pageWords.name}</th><th scope="col">${compareWords.firstSeen}</th>${names.map((n) => html`<th scope="col">${n}</th>`)}</tr></thead><tbody>${raced.map(({ id, race: own }) => line(id, own.firstSeen, own.before, own.after))}${line(compareWords.median, '', race.before.median, race.after.median)}${line(compareWords.total, '', race.before.total, race.after.total)}</tbody></table></div></details></section>`
}

async function overHtml({ file, total, rows }: ComparedFile): Promise<Html> {
  const { over, unsure, unread } = await overreach(rows())
  const list = (of: readonly ComparedRow[]) =>
    html`<ul>${of.map(
      (r) =>
        html`<li><b>${r.ref.id}</b>: ${r.moves
          .filter((m) => m.to !== m.from && (isControlled(m.to) || m.to === 'undecided'))
          .map(moveText)
          .join('; ')}</li>`,
    )}</ul>`
  return html`<section><h2>${pageWords.overTitle}</h2><p>${compareWords.over(over.length, total, file)}</p>${over.length > 0 ? list(over) : null}${unsure.length > 0 ? html`<p>${compareWords.unsure(unsure.length)}</p>${list(unsure)}` : null}${unread.length > 0 ? html`<p>${compareWords.unread(unread)}</p>` : null}</section>`
}
