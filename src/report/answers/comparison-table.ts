import type { Move } from '../../matching/index.js'
import { countsOf, type ComparedRow, type Comparison } from '../comparison.js'
import { csvLine, findingName } from '../csv.js'
import { heading, table, text, type Block } from '../law/blocks.js'
import { answerColumns, compareWords, scenarioNames, verdictWords, words } from '../words.js'

const columns = ['index', 'id', 'input', 'before', 'after', 'changes', 'gained', 'lost', 'problem']
const raceColumns = ['first_seen', 'days_before', 'days_after']

/** The rows of `compare` as CSV; what must not be covered follows, marked by its file. */
export function comparisonCsv(c: Comparison): string {
  const raced = c.race !== null
  const files = c.mustNotCover ? [c.input, c.mustNotCover] : [c.input]
  const head = [...(files.length > 1 ? ['file'] : []), ...columns, ...(raced ? raceColumns : [])]
  const rows = files.flatMap(({ file, rows: own }) =>
    own.map((row) => [...(files.length > 1 ? [file] : []), ...cells(row), ...(raced ? raceCells(row) : [])]),
  )
  return [head, ...rows].map((cells) => csvLine(cells)).join('')
}

/** A comparison for a document: counts, and the rows that change. */
export function comparisonBlocks(c: Comparison): Block[] {
  const names = scenarioNames(c.before, c.after)
  const counts = countsOf(c.input.rows)
  const kinds = Object.keys(counts) as (keyof typeof counts)[]
  const moved = (rows: readonly ComparedRow[]) => rows.filter((r) => r.moves.length > 0)
  const movedTable = (rows: readonly ComparedRow[]) =>
    table(
      [answerColumns.id, ...names, answerColumns.changes, answerColumns.gained, answerColumns.lost],
      rows.map((r) => {
        const [, id, , before, after, changes, gained, lost] = cells(r)
        return [id!, before!, after!, changes!, gained!, lost!]
      }),
    )
  const { mustNotCover, race } = c
  return [
    heading(`${names[0]}; ${names[1]}`, 2),
    text(`${compareWords.rows(c.input.rows.length)} ${c.input.file}`),
    ...table(
      ['', ...names],
      kinds.map((kind) => [verdictWords[kind], `${counts[kind].before}`, `${counts[kind].after}`]),
    ),
    text(compareWords.moved(moved(c.input.rows).length)),
    ...movedTable(moved(c.input.rows)),
    ...(race
      ? table(
          [compareWords.daysUncontrolled, ...names],
          [
            [compareWords.median, `${race.before.median}`, `${race.after.median}`],
            [compareWords.total, `${race.before.total}`, `${race.after.total}`],
          ],
        )
      : []),
    ...(mustNotCover ? [heading(mustNotCover.file, 3), ...movedTable(moved(mustNotCover.rows))] : []),
    text(words.footer),
  ]
}

function cells({ ref, before, after, moves, problem }: ComparedRow): string[] {
  return [
    `${ref.index}`,
    ref.id,
    ref.input.includes('\n') ? `(${words.molBlock})` : ref.input,
    before,
    after,
    moves.map((m) => `${prefix(m)}${m.from} -> ${m.to}`).join('; '),
    named(moves, (m) => m.gained),
    named(moves, (m) => m.lost),
    problem ?? '',
  ]
}

function raceCells({ race }: ComparedRow): string[] {
  return race ? [race.firstSeen, `${race.before}`, `${race.after}`] : ['', '', '']
}

function named(moves: readonly Move[], of: (move: Move) => Move['gained']): string {
  return [...new Set(moves.flatMap((m) => of(m).map((f) => `${prefix(m)}${findingName(f)}`)))].join('; ')
}

function prefix({ code }: Move): string {
  return code === null ? '' : `${code}: `
}
