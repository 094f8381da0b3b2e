import Table from 'cli-table3'
import {
  isChanged,
  type ComparedRow,
  type ComparedVerdict,
  type Comparison,
  type RacedRow,
  type RaceTotals,
} from '../comparison.js'
import type { RunInfo } from '../run-info.js'
import { compareWords } from '../words/command-words.js'
import { verdictWords } from '../words/finding-words.js'
import { words } from '../words/answer-words.js'
import { reasons } from './comparison-cases.js'
import { editionName } from '../edition-name.js'
import { screenOf, type Screen, type TextStyle } from './batch-text.js'
import { printable } from '../controls.js'
import { shortened, wrap } from './wrap.js'

const kinds: readonly ComparedVerdict[] = ['listed', 'class', 'undecided', 'uncontrolled', 'unreadable']

/** Two sides compared: counts, rows with the deciding words, and days uncontrolled. */
export async function* comparisonText(
  c: Comparison,
  rows: AsyncIterable<ComparedRow>,
  style: TextStyle,
): AsyncGenerator<string> {
  const screen = screenOf(style)
  const { width, colours } = screen
  const { counts } = c.input
  const table = new Table({
    head: ['', ...c.names].map((h) => colours.strong(shortened(printable(h), 40))),
    colAligns: ['left', 'right', 'right'],
    style: { head: [], border: [], compact: true },
  })
  for (const kind of kinds)
    if (kind !== 'unreadable' || counts.unreadable.before + counts.unreadable.after > 0)
      table.push([colours.verdict[kind](verdictWords[kind]), `${counts[kind].before}`, `${counts[kind].after}`])
  yield ended([printable(compareWords.rowsOf(c.input)), table.toString(), compareWords.changed(c.input)])
  for await (const row of rows) yield ended(rowLines(row, screen))
  if (c.race) yield ended(raceLines(c.race, c, screen))
  if (c.runs) yield ended(editionLines(c.runs, width).map((line) => colours.faint(line)))
}

function ended(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join('')
}

/** A row with each of its changes. */
function rowLines(row: ComparedRow, { width, colours }: Screen): string[] {
  const shown = row.ref.id.startsWith('row-') ? `${row.ref.id} ${row.ref.input}` : row.ref.id
  const name = shortened(printable(shown.split('\n', 1)[0]!), 60)
  const change = (from: ComparedVerdict | null, to: ComparedVerdict | null) =>
    compareWords.change(from, to, (of) => colours.verdict[of](verdictWords[of]))
  if (row.moves.length === 0) {
    const why = row.problem === null ? '' : ` (${printable(row.problem)})`
    return [
      `  ${name}: ${isChanged(row) ? change(row.before, row.after) : colours.verdict[row.after!](row.after!)}${why}`,
    ]
  }
  return row.moves.flatMap((move) => {
    const found = move.to !== null && move.to !== 'uncontrolled'
    const sign = found ? '' : `${compareWords.noLonger} `
    return [
      `  ${name}: ${move.code === null ? '' : `${move.code} `}${change(move.from, move.to)}`,
      ...[...new Set(reasons(move))].flatMap((text) =>
        wrap(`${sign}${text}`, width - 6).map((line) => `      ${line}`),
      ),
    ]
  })
}

function raceLines(
  race: RaceTotals,
  { names, runs, raced, input: { total } }: Comparison,
  { width, colours }: Screen,
): string[] {
  const table = new Table({
    head: [compareWords.daysUncontrolled, compareWords.firstSeen, ...names].map((h) => colours.strong(h)),
    colAligns: ['left', 'left', 'right', 'right'],
    style: { head: [], border: [], compact: true },
  })
  for (const { id, race: own } of raced) table.push([shortened(printable(id), 40), own.firstSeen, ...daysOf(own)])
  const { before: first, after: second } = race
  table.push(
    [colours.strong(compareWords.median), '', `${first.median}`, `${second.median}`],
    [
      colours.strong(compareWords.total),
      '',
      compareWords.days(first.total, first.undecided),
      compareWords.days(second.total, second.undecided),
    ],
  )
  return [
    '',
    table.toString(),
    ...(race.substances > raced.length ? [compareWords.moreRaced(race.substances - raced.length)] : []),
    ...wrap(
      compareWords.raceNote(race.substances, total, race.until, runs?.[0].asOf !== runs?.[1].asOf, race.assumedFrom),
      width,
    ),
  ]
}

function daysOf({ before, after, undecided }: RacedRow['race']): [string, string] {
  return [compareWords.days(before, undecided.before), compareWords.days(after, undecided.after)]
}

function editionLines([before, after]: readonly [RunInfo, RunInfo], width: number): string[] {
  const same = before.edition.sha256 === after.edition.sha256
  return [
    '',
    ...wrap(
      `${words.edition} ` +
        `${same ? editionName(before.edition) : `${editionName(before.edition)}; ${editionName(after.edition)}`}. ` +
        `${words.footer}`,
      width,
    ),
  ]
}
