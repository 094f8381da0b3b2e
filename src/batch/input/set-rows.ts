import { mostMembers } from '../../limits.js'
import type { GivenMember } from '../../identifiers/index.js'
import { recordWords } from '../../report/index.js'
import type { BatchRecord, SourceNotes } from './batch-record.js'
import { linesOfRecords } from './chunk.js'
import { FileProblem } from './file-problem.js'

/**
 * Joins rows that share a value in a column `set`: they are members of one substance that is only partly known, with one
 * answer. The rows of a set follow one another, so that no more than one is held.
 * @throws {FileProblem} for a value that comes back, or that more rows share than a set may have members: such a column
 * is no set of structures
 */
export async function* withSets(
  file: string,
  records: AsyncIterable<BatchRecord>,
  source: SourceNotes,
): AsyncGenerator<BatchRecord> {
  const begun = new Map<string, number>()
  let held: BatchRecord[] = []
  const take = (): BatchRecord[] => {
    const rows = held
    held = []
    if (rows.length < 2) return rows
    const { rows: joined = 0, sets = 0 } = source.sets ?? {}
    source.sets = { rows: joined + rows.length, sets: sets + 1 }
    return [oneOf(rows)]
  }
  for await (const record of records) {
    const { set } = record
    if (held.length > 0 && held[0]!.set !== set) yield* take()
    if (set === undefined) {
      yield record
      continue
    }
    const before = begun.get(set)
    if (held.length === 0) {
      if (before !== undefined) throw new FileProblem(file, recordWords.brokenSet(set, before, record.row), true)
      begun.set(set, record.row)
    }
    held.push(record)
    if (held.length > mostMembers) throw new FileProblem(file, recordWords.largeSet(set, mostMembers), true)
  }
  yield* take()
}

/** The record of a set: named and placed like its first row, with all that its rows say. */
function oneOf(rows: readonly BatchRecord[]): BatchRecord {
  const [first] = rows as [BatchRecord]
  const members = rows.map((row) => ({
    ...row.identifiers,
    structure: row.text,
    ...(row.text.includes('\n') ? { label: row.name ?? recordWords.row(row.row) } : {}),
  }))
  const flawed = rows.findIndex(({ problem }) => problem !== null)
  const days = new Map(rows.flatMap(({ day }) => (day ? [[day.text, day] as const] : [])))
  return {
    row: first.row,
    name: first.name,
    text: members.map((given) => decisive(given)).join(' | '),
    identifiers: { members },
    ...(days.size > 0 && {
      day: { column: [...days.values()][0]!.column, text: [...days.keys()].join(', ') },
    }),
    problem:
      flawed < 0
        ? null
        : {
            code: 'set-member',
            message: recordWords.member(flawed + 1, rows.length, rows[flawed]!.problem!.message),
            position: null,
          },
    fields: fieldsOf(rows, first.name),
    lines: linesOfRecords(rows),
  }
}

function decisive({ structure, inchi, inchikey, cas, name }: GivenMember): string {
  return [structure, inchi, inchikey, cas, name].map((text) => text?.trim() ?? '').find((text) => text !== '') ?? ''
}

/** The values of all rows; the name of the first alone. */
function fieldsOf(rows: readonly BatchRecord[], name: string | null): (readonly [string, string])[] {
  const values = new Map<string, Set<string>>()
  for (const { fields } of rows)
    for (const [column, value] of fields) values.set(column, (values.get(column) ?? new Set()).add(value))
  return [...values].map(([column, own]) => {
    const [first = ''] = own
    if (first.trim() === name) return [column, first]
    return [column, [...own].filter((value) => value !== '').join(' | ')]
  })
}
