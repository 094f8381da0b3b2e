import Table from 'cli-table3'
import { isControlled, type Finding, type Move } from '../../matching/index.js'
import { countsOf, type ComparedRow, type ComparedVerdict, type Comparison, type RaceTotals } from '../comparison.js'
import { compareWords, verdictWords, words, scenarioNames } from '../words.js'
import { findingRow } from './finding-lines.js'
import { editionName } from '../edition-name.js'
import { palette, type Palette } from './palette.js'
import { printable, shortened, widthOf, wrap } from './wrap.js'

interface Options {
  readonly colour: boolean
  readonly width: number
}

const kinds: readonly ComparedVerdict[] = ['listed', 'class', 'undecided', 'uncontrolled', 'unreadable']

/** Two states of the law side by side: counts, rows that change and the words that decide, days uncontrolled, and over-breadth. */
export function comparisonText(c: Comparison, options: Options): string {
  const colours = palette(options.colour)
  const width = widthOf(options.width)
  const names = scenarioNames(c.before, c.after)
  const counts = countsOf(c.input.rows)
  const table = new Table({
    head: ['', ...names].map((h) => colours.strong(h)),
    colAligns: ['left', 'right', 'right'],
    style: { head: [], border: [], compact: true },
  })
  for (const kind of kinds)
    if (kind !== 'unreadable' || counts.unreadable.before > 0)
      table.push([colours.verdict[kind](verdictWords[kind]), `${counts[kind].before}`, `${counts[kind].after}`])
  const moved = c.input.rows.filter((r) => r.moves.length > 0)
  return [
    `${compareWords.rows(c.input.rows.length)} ${c.input.file}`,
    table.toString(),
    compareWords.moved(moved.length),
    ...moved.flatMap((row) => rowLines(row, width, colours)),
    ...(c.race ? raceLines(c.race, c, names, width, colours) : []),
    ...(c.mustNotCover ? overLines(c.mustNotCover.rows, c.mustNotCover.file, width, colours) : []),
    ...editionLines(c, width).map((line) => colours.faint(line)),
    '',
  ].join('\n')
}

/** A row with each of its moves, for `compare` and `diff`. */
export function rowLines(row: ComparedRow, width: number, colours: Palette): string[] {
  const shown = row.ref.id.startsWith('row-') ? `${row.ref.id} ${row.ref.input}` : row.ref.id
  const name = shortened(printable(shown.split('\n', 1)[0]!), 60)
  return row.moves.flatMap((move) => {
    const change = `${colours.verdict[move.from](verdictWords[move.from])} -> ${colours.verdict[move.to](verdictWords[move.to])}`
    const by = isControlled(move.to) || move.to === 'undecided' ? move.gained : move.lost
    const texts = by.filter((f) => f.counts === move.to || !isControlled(move.to)).map(findingText)
    const sign = isControlled(move.to) || move.to === 'undecided' ? '' : `${compareWords.noLonger} `
    return [
      `  ${name}: ${move.code === null ? '' : `${move.code} `}${change}`,
      ...[...new Set(texts)].flatMap((text) => wrap(`${sign}${text}`, width - 6).map((line) => `      ${line}`)),
    ]
  })
}

function findingText(finding: Finding): string {
  const { by, cite } = findingRow(
    'doubts' in finding && finding.counts !== 'undecided' ? { ...finding, doubts: [], unconfirmed: [] } : finding,
  )
  return `${by.map((l) => l.text).join(', ')}${cite.length > 0 ? ` [${cite[0]!.text}]` : ''}`
}

function raceLines(
  race: RaceTotals,
  { before, after, input: { rows } }: Comparison,
  names: readonly [string, string],
  width: number,
  colours: Palette,
): string[] {
  const table = new Table({
    head: [compareWords.daysUncontrolled, compareWords.firstSeen, ...names].map((h) => colours.strong(h)),
    colAligns: ['left', 'left', 'right', 'right'],
    style: { head: [], border: [], compact: true },
  })
  for (const { ref, race: own } of rows)
    if (own) table.push([shortened(printable(ref.id), 40), own.firstSeen, `${own.before}`, `${own.after}`])
  table.push(
    [colours.strong(compareWords.median), '', `${race.before.median}`, `${race.after.median}`],
    [colours.strong(compareWords.total), '', `${race.before.total}`, `${race.after.total}`],
  )
  return [
    '',
    table.toString(),
    ...wrap(
      compareWords.raceNote(race.substances, rows.length, race.until, before.asOf !== after.asOf, race.assumedFrom),
      width,
    ),
  ]
}

function overLines(rows: readonly ComparedRow[], file: string, width: number, colours: Palette): string[] {
  const over = overreach(rows)
  const unsure = rows.filter((r) => r.after === 'undecided' && r.before === 'uncontrolled')
  const unread = rows.filter((r) => r.after === 'unreadable')
  return [
    '',
    compareWords.over(over.length, rows.length, file),
    ...over.flatMap((r) => rowLines(r, width, colours)),
    ...(unsure.length > 0
      ? [compareWords.unsure(unsure.length), ...unsure.flatMap((r) => rowLines(r, width, colours))]
      : []),
    ...(unread.length > 0 ? [compareWords.unread(unread.map((r) => r.ref.id))] : []),
  ]
}

/** Rows that the second scenario controls and the first does not. */
export function overreach(rows: readonly ComparedRow[]): ComparedRow[] {
  return rows.filter((r) => r.moves.some((m: Move) => isControlled(m.to) && !isControlled(m.from)))
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
