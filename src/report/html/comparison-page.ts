import {
  type ComparedFile,
  type ComparedTotals,
  type ComparedVerdict,
  type Comparison,
  isChanged,
  isLoss,
  type ComparedMove,
  type ComparedRow,
} from '../comparison.js'
import { impactWords as w } from '../impact/impact-words.js'
import { compareWords, raceDays, raceSums } from '../words/command-words.js'
import { stepChartHtml, type StepChart } from './charts/step-chart.js'
import { badge, type PageRow, type SharedHtml } from './page-row.js'
import { headsHtml, html, scrolledTable, type Html } from '../markup.js'
import { daysHtml, doubtHtml, sectionHtml } from './measured/days-html.js'
import { draftHtml, setHtml, drawnOf, type Drawings } from './measured/draft-html.js'
import { pageText, type PageAssets } from './page-text.js'
import { pageWords } from './page-words.js'
import { legendHtml, madeHtml, tableHtml } from './summary.js'
import { verdictOrder } from '../shown-verdict.js'
import type { Drawing } from '../../chem/index.js'
import type { Finding } from '../../matching/index.js'
import { findingName } from '../csv.js'
import { shortened } from '../text/wrap.js'
import { words } from '../words/answer-words.js'
import { partOf } from './result-rows.js'

export interface ComparisonPage {
  readonly comparison: Comparison
  readonly rows: readonly PageRow[]
  /** What a reader must know where not every row is listed. */
  readonly cut: string | null
  readonly pieces: SharedHtml
  /** Coverage over the years; null where the file is too large for it. */
  readonly steps: StepChart | null
  /** Of `drawnInComparison`. */
  readonly drawings: Drawings
  readonly assets: PageAssets
}

type Names = readonly [string, string]

/** The page of `compare`: the parts of a report on a draft, for two states of the law, and the rows. */
export async function comparisonPage(page: ComparisonPage): Promise<Generator<string>> {
  const { comparison, rows, cut, pieces, steps, drawings, assets } = page
  const { names, runs, input, draft, readings } = comparison
  const title = pageWords.comparisonTitle(names)
  const note = [`${compareWords.changed(input)}.`, ...(cut === null ? [] : [cut])].join(' ')
  const chart = steps ? stepChartHtml(steps) : html`<p>${pageWords.noSteps}</p>`
  const doubt = doubtHtml(setsOf(comparison), readings, draft ? w.undecided : compareWords.unsureIn)
  const body = html`<header><h1>${title}</h1><p>${compareWords.rowsOf(input)}</p>
    ${draft && runs && draftHtml(draft, runs[1], drawings)}</header>
<main>
${sectionHtml(w.reach, [countsHtml(input.counts, names), legendHtml(), fileHtml(input, comparison, drawings)])}
${runs && sectionHtml(w.doubt, doubt)}
${runs && sectionHtml(w.time, [html`<h3>${pageWords.steps}</h3>`, chart, raceHtml(comparison)])}
${tableHtml({ columns: names, names: new Map(), overall: null, moving: true, note })}
<p class="faint">${draft ? `${w.footer} ${w.methods}` : w.scaffolds}</p>
</main>
${madeHtml(
  runs ?? [],
  input.files.map((f) => pageWords.file(f.file, f.sha256)),
)}`
  return pageText({ title, body, table: { columns: names, overall: false, pieces: pieces.all }, rows, assets })
}

/** Structures that the page draws outside of its rows. */
export function drawnInComparison(comparison: Comparison): string[] {
  return drawnOf(comparison.draft, setsOf(comparison))
}

function setsOf({ input }: Comparison) {
  return input.set === null ? [] : [input.set]
}

function countsHtml(counts: ComparedTotals, names: Names): Html {
  const shown = verdictOrder.filter((v) => v !== 'unreadable' || counts[v].before + counts[v].after > 0)
  const cells = (v: ComparedVerdict) =>
    [counts[v].before, counts[v].after].map((n) => html`<td class="number">${n}</td>`)
  const rows = shown.map((v) => html`<tr><th scope="row">${badge(v)}</th>${cells(v)}</tr>`)
  return scrolledTable('counts', pageWords.counts, html`<td></td>${headsHtml(names)}`, rows)
}

/** What changes, and with a draft also what its words alone do with the rows of a file. */
function fileHtml({ set, becomes, total, counts }: ComparedFile, { draft }: Comparison, drawings: Drawings): Html {
  if (!set) return html``
  const changes = `${w.becomes(becomes, total - counts.unreadable.after)}.`
  return setHtml(
    set,
    draft
      ? { counts: [`${w.share(set)}.`, changes], by: w.byClause }
      : { counts: [changes], by: compareWords.byRuleOrList },
    drawings,
  )
}

function raceHtml(comparison: Comparison): Html {
  const { race, names, raced } = comparison
  if (!race) return html`<p>${compareWords.noneRaced}</p>`
  const longest = [...raced].sort((a, b) => b.race.before - a.race.before || b.race.after - a.race.after)
  return daysHtml({
    note: compareWords.raceNote(race, comparison),
    medians: names.map((name, i) => `${name} ${[race.before, race.after][i]!.median}`).join('; '),
    plot: null,
    bars: longest,
    all: race.substances,
    names,
    head: [pageWords.name, compareWords.firstSeen, ...names],
    rows: longest.map(({ id, race: own }) => [id, own.firstSeen, ...raceDays(own)]),
    sums: raceSums(race).map(([what, ...days]) => [what, '', ...days]),
  })
}

/** A row of a comparison as a row of a page: the verdict in each scenario, and what moves it. */
export function comparedRow(row: ComparedRow, drawing: Drawing | null, pieces: SharedHtml): PageRow {
  const { ref, race } = row
  const parts = row.moves.flatMap((move) => {
    const code = move.code !== null && `${move.code}: `
    const noLonger = isLoss(move) && html` <span class="faint">${compareWords.noLonger}</span>`
    const head = pieces.of(html`<h3>${code}${changeHtml(move.from, move.to)}${noLonger}</h3>`)
    return reasons(move).map((f, i) => ({ ...partOf(f, ref.id, pieces), head: i === 0 ? head : null }))
  })
  return {
    n: ref.index,
    id: ref.id,
    input: shortened(ref.input.includes('\n') ? words.molBlock : ref.input, 1000),
    verdict: row.after ?? row.before!,
    columns: [row.before, row.after],
    by:
      row.moves.length === 0 && row.before !== row.after
        ? compareWords.change(row.before, row.after)
        : row.moves.map(moveText).join('; '),
    moves: isChanged(row),
    facts: race ? [pageWords.race(race.firstSeen, ...raceDays(race))] : [],
    problem: row.problem ?? (isChanged(row) ? null : pageWords.unmoved),
    fields: [],
    drawing,
    parts,
    notes: [],
  }
}

function moveText(move: ComparedMove): string {
  const names = move.by ?? [...new Set(reasons(move).map(findingName))].join(', ')
  const change = compareWords.change(move.from, move.to).replace('->', '→')
  return (
    `${move.code === null ? '' : `${move.code} `}${change}` +
    `${names === '' ? '' : ` (${isLoss(move) ? `${compareWords.noLonger} ` : ''}${names})`}`
  )
}

function changeHtml(from: ComparedVerdict | null, to: ComparedVerdict | null): Html {
  if (from !== null && to !== null) return html`${badge(from)} → ${badge(to)}`
  return html`${compareWords.change(from, to)}`
}

/** What the second side brings, or what it no longer has. */
function reasons(move: ComparedMove): readonly Finding[] {
  const { from, to, gained, lost } = move
  return isLoss(move) ? lost : gained.filter((f) => from === null || f.counts === to)
}
