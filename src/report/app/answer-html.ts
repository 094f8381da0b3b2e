import type { JurisdictionHistory } from '../../matching/index.js'
import { badgeClass } from '../document/html.js'
import { detailHtml, markedFigure, verdictCounts, SharedHtml } from '../html/page-row.js'
import { detailsHtml, headsHtml, html, listHtml, scrolledTable, type Html } from '../markup.js'
import { pageWords } from '../html/page-words.js'
import { legendHtml, madeHtml, caveatsHtml, type Names } from '../html/summary.js'
import { shownOrder, type ShownVerdict } from '../shown-verdict.js'
import { questionsOf, statementsOf } from '../statement.js'
import { sharedLines } from '../set-lines.js'
import { shortened } from '../text/wrap.js'
import { atomsWords } from '../words/finding-words.js'
import { words } from '../words/answer-words.js'
import type { UiWords } from './ui-words.js'
import type { Drawing } from '../../chem/index.js'
import { rowOf, decidingNames, type CaveatsByJurisdiction } from '../html/result-rows.js'
import type { Result } from '../schema.js'
import type { RunJson } from '../answer-lines.js'
import { timelineChartHtml } from '../html/charts/timeline-chart.js'
import { chapterBlocks } from '../answers/history-document.js'
import { blocksHtml } from '../document/html.js'

const headShown = 120

/** The answer to one question: the verdict of each jurisdiction, drawing, clauses, citations, further details. */
export function answerHtml(answer: PageAnswer, names: Names, ui: UiWords): Html {
  const { result, drawing, run, rests, near } = answer
  const pieces = new SharedHtml()
  const row = rowOf(result, drawing, rests, pieces)
  const nearest = near.map((miss) => nearMissHtml(miss, answer))
  const aside = result.jurisdictions.flatMap(({ code, setAside = [] }) =>
    setAside.map((a) => html`<b>${code}: ${a.title}</b> (${a.ruleId}): ${a.reads} (${a.cite})`),
  )
  const shown = result.problem?.kind === 'not recorded' ? 'not recorded' : result.verdict
  const verdicts = result.problem === null ? result.jurisdictions.map(({ verdict }) => verdict) : []
  const head = verdictCounts(verdicts, shown, (verdict) => badgeIn(verdict, ui))
  return html`<article><h2>${nameOf(answer)} ${head} <span class="faint">${run.asOf}</span></h2>
${result.problem === null ? verdictsHtml(answer, names, ui) : null}${questionsHtml(result.jurisdictions, ui)}
<section class="found"><h3>${ui.found}</h3>${detailHtml(row, pieces.all)}</section>
${near.length > 0 && detailsHtml(`${ui.near} (${near.length})`, nearest, 'near')}
${aside.length > 0 && detailsHtml(`${ui.aside} (${aside.length})`, listHtml(aside), 'aside')}</article>`
}

/** The basis of an answer, and how it was made. */
export function answerFootHtml({ run, rests }: PageAnswer): Html {
  return html`${caveatsHtml(rests)}${legendHtml()}${madeHtml([run], [])}`
}

export function nameOf({ result }: PageAnswer): string {
  const input = result.input.includes('\n') ? words.molBlock : result.input
  return shortened(result.lookup?.name ?? input, headShown)
}

function badgeIn(verdict: ShownVerdict, ui: UiWords): Html {
  return html`<span class="badge ${badgeClass(verdict)}">${ui[verdict]}</span>`
}

/** Strongest first; within a verdict in the order of the records. */
function verdictsHtml({ result, run }: PageAnswer, names: Names, ui: UiWords): Html {
  const ages = new Map(run.laws.map((law) => [law.code, law]))
  const sorted = shownOrder.flatMap((verdict) => result.jurisdictions.filter((j) => j.verdict === verdict))
  const row = ({ code, verdict, findings }: (typeof sorted)[number]) => {
    const age = ages.get(code)
    const longAgo = age?.longAgo ? html` <span class="warning">${ui.long_ago}</span>` : null
    return html`<tr><th scope="row"><b>${code}</b> <span class="country">${names.get(code) ?? ''}</span></th>
      <td>${badgeIn(verdict, ui)}</td><td>${decidingNames(statementsOf(code, { findings })).join('; ')}</td>
      <td class="reviewed">${age?.verifiedThrough ?? ''}${longAgo}</td></tr>`
  }
  const heads = headsHtml([ui.jurisdiction, ui.verdict, ui.by, ui.reviewed])
  return scrolledTable('verdicts', ui.verdicts, heads, sorted.map(row))
}

function questionsHtml(jurisdictions: PageAnswer['result']['jurisdictions'], ui: UiWords): Html | null {
  const questions = jurisdictions.flatMap((j) => questionsOf(j.code, j).map((question) => [j.code, question] as const))
  if (questions.length === 0) return null
  const lines = sharedLines(questions).map(([codes, question]) => html`<b>${codes}</b>: ${question}`)
  return html`<section class="questions"><h3>${ui.questions}</h3>${listHtml(lines)}</section>`
}

/** A rule that does not fit, with the atoms responsible. */
function nearMissHtml({ codes, title, ruleId, why, atoms }: PageNearMiss, answer: PageAnswer): Html {
  const isMarked = atoms.length > 0
  const said = html`${isMarked && html`<span class="swatch tone-0"></span>`}<span>
    ${words.doesNotFit}: ${why}${isMarked && html`; <span class="faint">${atomsWords(atoms)}</span>`}</span>`
  const alt = pageWords.marked(nameOf(answer), title, [])
  const figure = answer.drawing && isMarked && markedFigure(answer.drawing, [atoms], alt)
  return html`<section class="part"><h4>${codes.join(', ')}: ${title} <span class="faint">(${ruleId})</span></h4>
    <div class="pair">${figure}<div>${listHtml([said], 'legend')}</div></div></section>`
}

/** A rule that does not fit, and the atoms responsible. */
export interface PageNearMiss {
  /** Jurisdictions whose rules are missed in the same way. */
  readonly codes: readonly string[]
  readonly title: string
  readonly ruleId: string
  readonly why: string
  readonly atoms: readonly number[]
}

/** The answer to one question, with everything the page shows of it. */
export interface PageAnswer {
  readonly result: Result
  readonly drawing: Drawing | null
  readonly run: RunJson
  readonly rests: CaveatsByJurisdiction
  readonly near: readonly PageNearMiss[]
}

/** The history of a substance: a chart of all jurisdictions, with the dates and citations below. */
export function appHistoryHtml(
  histories: readonly JurisdictionHistory[],
  name: string,
  today: string,
  ui: UiWords,
): Html {
  return html`<section class="history"><h3>${ui.history}</h3>${timelineChartHtml(histories, name, today)}
    ${histories.map((history) => detailsHtml(history.code, blocksHtml(chapterBlocks(history))))}</section>`
}
