import type { Move } from '../../matching/index.js'
import type { ComparedFile, ComparedRow, Comparison } from '../comparison.js'
import { csvLine, findingName } from '../csv.js'
import { heading, table, text, type Block } from '../law/blocks/blocks.js'
import { answerColumns, words } from '../words/answer-words.js'
import { compareWords, scenarioNames } from '../words/command-words.js'
import { verdictWords } from '../words/finding-words.js'

const columns = ['index', 'id', 'input', 'before', 'after', 'changes', 'gained', 'lost', 'problem']
const raceColumns = ['first_seen', 'days_before', 'days_after', 'undecided_before', 'undecided_after']

/** The rows of `compare` as CSV, followed by those that must not be covered, marked by their file. */
export async function* comparisonCsv(c: Comparison): AsyncGenerator<string> {
  const raced = c.race !== null
  const files = [c.input, ...c.mustNotCover]
  yield csvLine([...(files.length > 1 ? ['file'] : []), ...columns, ...(raced ? raceColumns : [])])
  for (const { file, rows } of files)
    for await (const row of rows())
      yield csvLine([...(files.length > 1 ? [file] : []), ...cells(row), ...(raced ? raceCells(row) : [])])
}

/** A comparison for a document: counts, and the rows that change. */
export async function comparisonBlocks(c: Comparison): Promise<Block[]> {
  const names = scenarioNames(c.before, c.after)
  const { counts, total, moved } = c.input
  const kinds = Object.keys(counts) as (keyof typeof counts)[]
  const movedTable = async ({ rows }: ComparedFile) => {
    const lines: string[][] = []
    for await (const row of rows()) {
      if (row.moves.length === 0) continue
      const [, id, , before, after, changes, gained, lost] = cells(row)
      lines.push([id!, before!, after!, changes!, gained!, lost!])
    }
    return table([answerColumns.id, ...names, answerColumns.changes, answerColumns.gained, answerColumns.lost], lines)
  }
  const { mustNotCover, race } = c
  const over: Block[][] = []
  for (const file of mustNotCover) over.push([heading(file.file, 3), ...(await movedTable(file))])
  return [
    heading(`${names[0]}; ${names[1]}`, 2),
    text(`${compareWords.rows(total)} ${c.input.file}`),
    ...table(
      ['', ...names],
      kinds.map((kind) => [verdictWords[kind], `${counts[kind].before}`, `${counts[kind].after}`]),
    ),
    text(compareWords.moved(moved)),
    ...(await movedTable(c.input)),
    ...(race
      ? table(
          [compareWords.daysUncontrolled, ...names],
          [
            [compareWords.median, `${race.before.median}`, `${race.after.median}`],
            [compareWords.total, `${race.before.total}`, `${race.after.total}`],
            [compareWords.daysUndecided, `${race.before.undecided}`, `${race.after.undecided}`],
          ],
        )
      : []),
    ...over.flat(),
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
  if (!race) return raceColumns.map(() => '')
  const { firstSeen, before, after, undecided } = race
  return [firstSeen, ...[before, after, undecided.before, undecided.after].map(String)]
}

function named(moves: readonly Move[], of: (move: Move) => Move['gained']): string {
  return [...new Set(moves.flatMap((m) => of(m).map((f) => `${prefix(m)}${findingName(f)}`)))].join('; ')
}

function prefix({ code }: Move): string {
  return code === null ? '' : `${code}: `
}
