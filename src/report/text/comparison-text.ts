import {
  isChanged,
  isLoss,
  type ComparedRow,
  type ComparedVerdict,
  type Comparison,
  type RaceTotals,
} from '../comparison.js'
import { verdictOrder } from '../shown-verdict.js'
import { compareWords, raceDays } from '../words/command-words.js'
import { basisWords } from '../words/answer-words.js'
import { reasons } from './comparison-cases.js'
import { editionName } from '../run-info.js'
import { footText, screenOf, type Screen, type TextStyle } from './batch-text.js'
import { printable } from '../controls.js'
import { framed } from './framed.js'
import { indented, shortened, wrap } from './wrap.js'

/** Two sides compared: counts, rows with the deciding words, and days uncontrolled. */
export async function* comparisonText(
  c: Comparison,
  rows: AsyncIterable<ComparedRow>,
  style: TextStyle,
): AsyncGenerator<string> {
  const screen = screenOf(style)
  const { colours } = screen
  const { counts } = c.input
  const table = framed(
    ['', ...c.names].map((h) => colours.strong(shortened(printable(h), 40))),
    verdictOrder
      .filter((kind) => kind !== 'unreadable' || counts.unreadable.before + counts.unreadable.after > 0)
      .map((kind) => [colours.verdict[kind](kind), `${counts[kind].before}`, `${counts[kind].after}`]),
    (column) => column > 0,
  )
  yield ended([printable(compareWords.rowsOf(c.input)), table, compareWords.changed(c.input)])
  for await (const row of rows) yield ended(rowLines(row, screen))
  if (c.race) yield ended(raceLines(c.race, c, screen))
  if (!c.runs) return
  const editions = new Set(c.runs.map((run) => editionName(run.edition)))
  yield `\n${footText([basisWords([...editions])], screen)}`
}

function ended(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join('')
}

/** A row with each of its changes. */
function rowLines(row: ComparedRow, { width, colours }: Screen): string[] {
  const shown = row.ref.id.startsWith('row-') ? `${row.ref.id} ${row.ref.input}` : row.ref.id
  const name = shortened(printable(shown.split('\n', 1)[0]!), 60)
  const change = (from: ComparedVerdict | null, to: ComparedVerdict | null) =>
    compareWords.change(from, to, (of) => colours.verdict[of](of))
  if (row.moves.length === 0) {
    const why = row.problem === null ? '' : ` (${printable(row.problem)})`
    const after = row.notRecorded ? 'not recorded' : row.after!
    return [`  ${name}: ${isChanged(row) ? change(row.before, row.after) : colours.verdict[row.after!](after)}${why}`]
  }
  return row.moves.flatMap((move) => {
    const sign = isLoss(move) ? `${compareWords.noLonger} ` : ''
    return [
      `  ${name}: ${move.code === null ? '' : `${move.code} `}${change(move.from, move.to)}`,
      ...[...new Set(reasons(move))].flatMap((text) => indented(`${sign}${text}`, width, '      ')),
    ]
  })
}

function raceLines(race: RaceTotals, comparison: Comparison, { width, colours }: Screen): string[] {
  const { names, raced } = comparison
  const sides = [race.before, race.after]
  const table = framed(
    [compareWords.daysUncontrolled, compareWords.firstSeen, ...names].map((h) => colours.strong(h)),
    [
      ...raced.map(({ id, race: own }) => [shortened(printable(id), 40), own.firstSeen, ...raceDays(own)]),
      [colours.strong(compareWords.median), '', ...sides.map((side) => `${side.median}`)],
      [colours.strong(compareWords.total), '', ...sides.map((side) => compareWords.days(side.total, side.undecided))],
    ],
    (column) => column > 1,
  )
  return [
    '',
    table,
    ...(race.substances > raced.length ? [compareWords.moreRaced(race.substances - raced.length)] : []),
    ...wrap(compareWords.raceNote(race, comparison), width),
  ]
}
