import type { Drawing } from '../../../chem/index.js'
import { isControlled, type Finding, type Move } from '../../../matching/index.js'
import type { ComparedRow } from '../../comparison.js'
import { findingName } from '../../csv.js'
import { shortened } from '../../text/wrap.js'
import { compareWords } from '../../words/command-words.js'
import { verdictWords } from '../../words/finding-words.js'
import { words } from '../../words/answer-words.js'
import { badge } from '../finding-html.js'
import { html } from '../html.js'
import type { PageRow } from '../page-row.js'
import { pageWords } from '../page-words.js'
import type { SharedHtml } from '../shared-html.js'
import { partOf } from '../result-rows.js'

/** A row of a comparison as a row of a page: the verdict in each scenario, and what moves it. */
export function comparedRow(row: ComparedRow, drawing: Drawing | null, pieces: SharedHtml): PageRow {
  const { ref, race } = row
  const parts = row.moves.flatMap((move) => {
    const { findings, gone } = reasons(move)
    const head = pieces.of(
      html`<h3>${move.code === null ? null : `${move.code}: `}${badge(move.from)} → ${badge(move.to)}${gone ? html` <span class="faint">${compareWords.noLonger}</span>` : null}</h3>`,
    )
    return findings.map((f, i) => ({ ...partOf(f, ref.id, pieces), head: i === 0 ? head : null }))
  })
  return {
    n: ref.index,
    id: ref.id,
    input: shortened(ref.input.includes('\n') ? words.molBlock : ref.input, 1000),
    verdict: row.after,
    columns: [row.before, row.after],
    by: row.moves.map(moveText).join('; '),
    moves: row.moves.length > 0,
    facts: race
      ? [
          pageWords.race(
            race.firstSeen,
            compareWords.days(race.before, race.undecided.before),
            compareWords.days(race.after, race.undecided.after),
          ),
        ]
      : [],
    problem: row.problem ?? (row.moves.length === 0 ? pageWords.unmoved : null),
    fields: [],
    drawing,
    parts,
    notes: [],
  }
}

export function moveText(move: Move): string {
  const { findings, gone } = reasons(move)
  const names = [...new Set(findings.map(findingName))].join(', ')
  return `${move.code === null ? '' : `${move.code} `}${verdictWords[move.from]} → ${verdictWords[move.to]}${names === '' ? '' : ` (${gone ? `${compareWords.noLonger} ` : ''}${names})`}`
}

/** What the second scenario brings, or what it no longer has. */
function reasons(move: Move): { findings: readonly Finding[]; gone: boolean } {
  const gone = !isControlled(move.to) && move.to !== 'undecided'
  return { findings: gone ? move.lost : move.gained.filter((f) => f.counts === move.to), gone }
}
