import Table from 'cli-table3'
import { isControlled, type Finding } from '../../matching/index.js'
import {
  becomesControlled,
  becomesUndecided,
  type ComparedFile,
  type ComparedRow,
  type ComparedVerdict,
  type Comparison,
  type DiffRow,
  type RacedRow,
  type RaceTotals,
} from '../comparison.js'
import { compareWords, scenarioNames } from '../words/command-words.js'
import { verdictWords } from '../words/finding-words.js'
import { words } from '../words/answer-words.js'
import { findingRow } from './finding-lines.js'
import { editionName } from '../edition-name.js'
import { palette, type Palette } from './palette.js'
import { printable, shortened, widthOf, wrap } from './wrap.js'

interface Options {
  readonly colour: boolean
  readonly width: number
}

const kinds: readonly ComparedVerdict[] = ['listed', 'class', 'undecided', 'uncontrolled', 'unreadable']

/**
 * Two states of the law compared: counts, rows that change and the deciding words, days uncontrolled, and over-breadth.
 */
export async function* comparisonText(c: Comparison, options: Options): AsyncGenerator<string> {
  const colours = palette(options.colour)
  const width = widthOf(options.width)
  const names = scenarioNames(c.before, c.after)
  const { counts, total, moved, rows, file } = c.input
  const table = new Table({
    head: ['', ...names].map((h) => colours.strong(h)),
    colAligns: ['left', 'right', 'right'],
    style: { head: [], border: [], compact: true },
  })
  for (const kind of kinds)
    if (kind !== 'unreadable' || counts.unreadable.before > 0)
      table.push([colours.verdict[kind](verdictWords[kind]), `${counts[kind].before}`, `${counts[kind].after}`])
  yield ended([`${compareWords.rows(total)} ${file}`, table.toString(), compareWords.moved(moved)])
  for await (const row of rows()) yield ended(rowLines(row, width, colours))
  if (c.race) yield ended(raceLines(c.race, c, names, width, colours))
  for (const file of c.mustNotCover) yield* overLines(file, width, colours)
  yield ended(editionLines(c, width).map((line) => colours.faint(line)))
}

function ended(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join('')
}

/** A row with each of its changes, for `compare` and `diff`. */
export function rowLines(row: DiffRow, width: number, colours: Palette): string[] {
  const shown = row.ref.id.startsWith('row-') ? `${row.ref.id} ${row.ref.input}` : row.ref.id
  const name = shortened(printable(shown.split('\n', 1)[0]!), 60)
  // A row of one file that is controlled nowhere.
  if (row.moves.length === 0 && (row.before === null || row.after === null))
    return [`  ${name}: ${changeText(row.before, row.after, colours)}`]
  return row.moves.flatMap((move) => {
    const found = move.to !== null && move.to !== 'uncontrolled'
    const by = found ? move.gained : move.lost
    const texts = by.filter((f) => f.counts === move.to || move.to === null || !isControlled(move.to)).map(findingText)
    const sign = found ? '' : `${compareWords.noLonger} `
    return [
      `  ${name}: ${move.code === null ? '' : `${move.code} `}${changeText(move.from, move.to, colours)}`,
      ...[...new Set(texts)].flatMap((text) => wrap(`${sign}${text}`, width - 6).map((line) => `      ${line}`)),
    ]
  })
}

function changeText(from: ComparedVerdict | null, to: ComparedVerdict | null, colours: Palette): string {
  const verdict = (of: ComparedVerdict) => colours.verdict[of](verdictWords[of])
  if (from !== null && to !== null) return `${verdict(from)} -> ${verdict(to)}`
  return to === null ? `${compareWords.gone} ${verdict(from!)}` : `${compareWords.new} ${verdict(to)}`
}

function findingText(finding: Finding): string {
  const { by, cite } = findingRow(
    'doubts' in finding && finding.counts !== 'undecided' ? { ...finding, doubts: [], unconfirmed: [] } : finding,
  )
  return `${by.map((l) => l.text).join(', ')}${cite.length > 0 ? ` [${cite[0]!.text}]` : ''}`
}

function raceLines(
  race: RaceTotals,
  { before, after, raced, input: { total } }: Comparison,
  names: readonly [string, string],
  width: number,
  colours: Palette,
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
      compareWords.raceNote(race.substances, total, race.until, before.asOf !== after.asOf, race.assumedFrom),
      width,
    ),
  ]
}

function daysOf({ before, after, undecided }: RacedRow['race']): [string, string] {
  return [compareWords.days(before, undecided.before), compareWords.days(after, undecided.after)]
}

async function* overLines(
  { rows, file, total, becomes, counts }: ComparedFile,
  width: number,
  colours: Palette,
): AsyncGenerator<string> {
  const some = async function* (is: (row: ComparedRow) => boolean) {
    for await (const row of rows()) if (is(row)) yield ended(rowLines(row, width, colours))
  }
  yield ended(['', compareWords.over(becomes.controlled, total, file)])
  if (becomes.controlled > 0) yield* some(becomesControlled)
  if (becomes.undecided > 0) {
    yield ended([compareWords.unsure(becomes.undecided)])
    yield* some(becomesUndecided)
  }
  if (counts.unreadable.after > 0) yield ended([compareWords.unread(await unreadIn(rows()), counts.unreadable.after)])
}

/** Ids that are named of rows that nobody can read; the others are counted. */
const mostUnread = 200

/** Ids of rows that nobody can read, the first ones. */
export async function unreadIn(rows: AsyncIterable<ComparedRow>): Promise<string[]> {
  const ids: string[] = []
  for await (const row of rows) {
    if (row.after === 'unreadable') ids.push(row.ref.id)
    if (ids.length === mostUnread) break
  }
  return ids
}

function editionLines({ before, after }: Comparison, width: number): string[] {
  const same = before.edition.sha256 === after.edition.sha256
  return [
    '',
    ...wrap(
      `${words.edition} ${same ? editionName(before.edition) : `${editionName(before.edition)}; ${editionName(after.edition)}`}. ${words.footer}`,
      width,
    ),
  ]
}
