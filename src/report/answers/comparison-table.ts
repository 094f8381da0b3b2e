import { changesOf, isLoss, type ComparedMove, type ComparedRow, type Comparison } from '../comparison.js'
import { csvLine, place, placeOf } from '../csv.js'
import { statementsOf } from '../statement.js'
import { compareWords } from '../words/command-words.js'

const columns = [...place, 'before', 'after', 'changes', 'gained', 'lost', 'problem']
const raceColumns = ['first_seen', 'days_before', 'days_after', 'undecided_before', 'undecided_after']

/** The rows of `compare` as cells of a table, header first. */
export async function* comparisonCells(c: Comparison, rows: AsyncIterable<ComparedRow>): AsyncGenerator<string[]> {
  const raced = c.race !== null
  yield [...columns, ...(raced ? raceColumns : [])]
  for await (const row of rows) yield [...cells(row), ...(raced ? raceCells(row) : [])]
}

export async function* comparisonCsv(c: Comparison, rows: AsyncIterable<ComparedRow>): AsyncGenerator<string> {
  for await (const row of comparisonCells(c, rows)) yield csvLine(row)
}

function cells(row: ComparedRow): string[] {
  const { ref, before, after, moves, problem } = row
  return [
    ...placeOf(ref),
    before ?? '',
    row.notRecorded ? 'not recorded' : (after ?? ''),
    changesOf(row)
      .map((m) => `${prefix(m)}${compareWords.change(m.from, m.to)}`)
      .join('; '),
    named(moves, 'gained'),
    named(moves, 'lost'),
    problem ?? '',
  ]
}

function raceCells({ race }: ComparedRow): string[] {
  if (!race) return raceColumns.map(() => '')
  const { firstSeen, before, after, undecided } = race
  return [firstSeen, ...[before, after, undecided.before, undecided.after].map(String)]
}

function named(moves: readonly ComparedMove[], of: 'gained' | 'lost'): string {
  const own = (m: ComparedMove) =>
    m.by === undefined
      ? statementsOf(m.code ?? '', { findings: m[of] }).map(({ label }) => label)
      : of === (isLoss(m) ? 'lost' : 'gained')
        ? [m.by]
        : []
  return [...new Set(moves.flatMap((m) => own(m).map((name) => `${prefix(m)}${name}`)))].join('; ')
}

function prefix({ code }: ComparedMove): string {
  return code === null ? '' : `${code}: `
}
