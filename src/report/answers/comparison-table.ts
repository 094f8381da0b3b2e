import { changesOf, isLoss, type ComparedMove, type ComparedRow, type Comparison } from '../comparison.js'
import { csvLine, freeName, place, placeOf, valuesOf } from '../csv.js'
import { sinceWords, statementsOf, type Statement } from '../statement.js'
import { compareWords } from '../words/command-words.js'

const columns = [...place, 'before', 'after', 'changes', 'gained', 'lost', 'problem', 'cites', 'controlled_since']
const raceColumns = ['first_seen', 'days_before', 'days_after', 'undecided_before', 'undecided_after']

/** The rows of `compare` as cells of a table, header first. */
export async function* comparisonCells(c: Comparison, rows: AsyncIterable<ComparedRow>): AsyncGenerator<string[]> {
  const own = [...columns, ...(c.race === null ? [] : raceColumns)]
  const given = await columnsOf(c)
  yield [...own, ...given.map((name) => freeName(name, 'input', own))]
  for await (const row of rows)
    yield [...cells(row), ...(c.race === null ? [] : raceCells(row)), ...valuesOf(row.fields ?? [], given)]
}

/** The user's columns, of all rows: those of objects and properties differ. */
async function columnsOf({ input }: Comparison): Promise<string[]> {
  const names = new Set<string>()
  for await (const { fields = [] } of input.rows()) for (const [name] of fields) names.add(name)
  return [...names]
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
    said(moves, 'cites', ({ cite }) => cite ?? ''),
    said(moves, 'since', ({ since }) => sinceWords(since)),
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
        ? [m.by.findings]
        : []
  return [...new Set(moves.flatMap((m) => own(m).map((name) => `${prefix(m)}${name}`)))].join('; ')
}

/** What is said of each entry and rule that begins or ceases to decide. */
function said(moves: readonly ComparedMove[], part: 'cites' | 'since', of: (statement: Statement) => string): string {
  const all = moves.flatMap((m) =>
    m.by
      ? [`${prefix(m)}${m.by[part]}`]
      : statementsOf(m.code ?? '', { findings: isLoss(m) ? m.lost : m.gained }).map((s) => `${prefix(m)}${of(s)}`),
  )
  return all.join('; ')
}

function prefix({ code }: ComparedMove): string {
  return code === null ? '' : `${code}: `
}
