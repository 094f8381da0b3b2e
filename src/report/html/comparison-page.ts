import type { Drawing } from '../../chem/index.js'
import { countRows, movedBy, raceBlocks } from '../answers/comparison-document.js'
import {
  changesOf,
  isChanged,
  isLoss,
  type ComparedFile,
  type ComparedMove,
  type ComparedRow,
  type Comparison,
} from '../comparison.js'
import { badge, blocksHtml } from '../document/html.js'
import { cells, figure, heading, section, text, type Block } from '../document/model.js'
import { impactWords as w } from '../impact/impact-words.js'
import { doubtBlocks, draftBlocks, setBlocks, type Figures } from '../impact/measured-blocks.js'
import { html, type Html } from '../markup.js'
import { shortened } from '../text/wrap.js'
import { words } from '../words/answer-words.js'
import { compareWords, raceDays } from '../words/command-words.js'
import { stepChartHtml, type StepChart } from './charts/step-chart.js'
import { drawnOf, figuresOf, type Drawings } from './measured/draft-html.js'
import type { PageRow, SharedHtml } from './page-row.js'
import { pageText, type PageAssets } from './page-text.js'
import { pageWords } from './page-words.js'
import { partOf } from './result-rows.js'
import { legendHtml, tableHtml } from './summary.js'

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

/** The page of `compare`: the parts of a report on a draft, for two states of the law, and the rows. */
export async function comparisonPage(page: ComparisonPage): Promise<Generator<string>> {
  const { comparison, rows, cut, pieces, steps, drawings, assets } = page
  const { names, runs, input, draft, readings } = comparison
  const title = pageWords.comparisonTitle(names)
  const note = [`${compareWords.changed(input)}.`, ...(cut === null ? [] : [cut])].join(' ')
  const figures = figuresOf(drawings)
  const chart = steps ? figure(stepChartHtml(steps)) : text(pageWords.noSteps)
  const doubt = doubtBlocks(setsOf(comparison), readings, draft ? w.undecided : compareWords.unsureIn)
  const blocks = [
    text(compareWords.rowsOf(input)),
    ...(draft && runs ? draftBlocks(draft, runs[1], figures) : []),
    ...section(w.reach, [
      ...cells(['', ...names], countRows(comparison)),
      figure(legendHtml()),
      ...fileBlocks(input, comparison, figures),
    ]),
    ...(runs ? section(w.doubt, doubt) : []),
    ...(runs ? section(w.time, [heading(pageWords.steps, 3), chart, ...raceBlocks(comparison, figures)]) : []),
  ]
  const main = html`<main><div class="measured">${blocksHtml(blocks, undefined, null, 1)}</div>
${tableHtml({ columns: names, names: new Map(), overall: null, moving: true, note })}
<p class="faint">${draft ? `${w.footer} ${w.methods}` : w.scaffolds}</p>
</main>`
  const files = input.files.map((f) => pageWords.file(f.file, f.sha256))
  const table = { columns: names, overall: false, pieces: pieces.all }
  return pageText({ title, main, runs: runs ?? [], files, table, rows, assets })
}

/** Structures that the page draws outside of its rows. */
export function drawnInComparison(comparison: Comparison): string[] {
  return drawnOf(comparison.draft, setsOf(comparison))
}

function setsOf({ input }: Comparison) {
  return input.set === null ? [] : [input.set]
}

/** What changes, and with a draft also what its words alone do with the rows of a file. */
function fileBlocks({ set, becomes, total, counts }: ComparedFile, { draft }: Comparison, figures: Figures): Block[] {
  if (!set) return []
  const changes = `${w.becomes(becomes, total - counts.unreadable.after)}.`
  const said = draft
    ? { counts: [`${w.share(set)}.`, changes], by: w.byClause }
    : { counts: [changes], by: compareWords.byRuleOrList }
  return setBlocks(set, said, figures)
}

/** A row of a comparison as a row of a page: the verdict in each scenario, and what moves it. */
export function comparedRow(row: ComparedRow, drawing: Drawing | null, pieces: SharedHtml): PageRow {
  const { ref, race } = row
  const parts = row.moves.flatMap((move) => {
    const code = move.code !== null && `${move.code}: `
    const noLonger = isLoss(move) && html` <span class="faint">${compareWords.noLonger}</span>`
    const head = pieces.of(html`<h3>${code}${changeHtml(move)}${noLonger}</h3>`)
    return movedBy(move).map((one, i) => ({ ...partOf(one, ref.id, pieces), head: i === 0 ? head : null }))
  })
  return {
    n: ref.index,
    id: ref.id,
    input: shortened(ref.input.includes('\n') ? words.molBlock : ref.input, 1000),
    verdict: row.after ?? row.before!,
    columns: [row.before, row.after],
    by: changesOf(row).map(moveText).join('; '),
    moves: isChanged(row),
    facts: race ? [pageWords.race(race.firstSeen, ...raceDays(race))] : [],
    ...(row.notRecorded && row.after === 'unreadable' && { shown: { verdict: 'not recorded', columns: [] } }),
    problem: row.problem ?? (isChanged(row) ? null : pageWords.unmoved),
    fields: [],
    drawing,
    parts,
    notes: [],
  }
}

function moveText(move: ComparedMove): string {
  const names = move.by?.findings ?? [...new Set(movedBy(move).map(({ label }) => label))].join(', ')
  const change = compareWords.change(move.from, move.to).replace('->', '→')
  return (
    `${move.code === null ? '' : `${move.code} `}${change}` +
    `${names === '' ? '' : ` (${isLoss(move) ? `${compareWords.noLonger} ` : ''}${names})`}`
  )
}

function changeHtml({ from, to }: ComparedMove): Html {
  if (from !== null && to !== null) return html`${badge(from)} → ${badge(to)}`
  return html`${compareWords.change(from, to)}`
}
