import type { Drawing } from '../../../chem/index.js'
import type { Finding } from '../../../matching/index.js'
import { isChanged, isLoss, type ComparedMove, type ComparedRow, type ComparedVerdict } from '../../comparison.js'
import { findingName } from '../../csv.js'
import { shortened } from '../../text/wrap.js'
import { compareWords, raceDays } from '../../words/command-words.js'
import { words } from '../../words/answer-words.js'
import { badge } from '../finding-html.js'
import { html, type Html } from '../../markup.js'
import type { PageRow, SharedHtml } from '../page-row.js'
import { pageWords } from '../page-words.js'
import { partOf } from '../result-rows.js'

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
