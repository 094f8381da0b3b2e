import { codePattern } from '../../law/index.js'
import { movesBetween, type Judgement, type Finding, type Verdict } from '../../matching/index.js'
import {
  type ComparedVerdict,
  asCounted,
  place,
  type ComparedRow,
  type ComparedMove,
  type TableWords,
  type Result,
} from '../../report/index.js'
import { type Host, CannotRun } from '../host.js'
import { openTable } from '../input/collection.js'
import type { FileChoice } from '../options.js'
import type { BatchRecord } from '../../batch/index.js'
import { isResultFile, resultLines } from '../input/ndjson.js'
import { append } from '../../remembered.js'

/**
 * Sets the rows of two result files side by side, by id and input; those of the second file first, in its order, then
 * those that only the first holds. A repeated row is met by its next occurrence.
 */
export async function* compareResults(
  first: string,
  second: string,
  options: FileChoice,
  host: Host,
): AsyncGenerator<ComparedRow> {
  const waiting = new Map<string, StoredRow[]>()
  for await (const row of storedRows(first, options, host)) append(waiting, keyOf(row), row)
  for await (const after of storedRows(second, options, host)) yield compared(waiting.get(keyOf(after))?.shift(), after)
  for (const left of waiting.values()) for (const before of left) yield compared(before, undefined)
}

function keyOf({ ref: { id, input }, file }: StoredRow): string {
  return JSON.stringify([file, id.startsWith('row-') ? null : id, input])
}

function compared(before: StoredRow | undefined, after: StoredRow | undefined): ComparedRow {
  const one = (after ?? before)!
  return {
    ref: one.ref,
    line: null,
    before: before?.verdict ?? null,
    after: after?.verdict ?? null,
    moves: before && after ? movesOf(before, after) : oneSided(one, before === undefined),
    race: null,
    problem: after?.problem ?? before?.problem ?? null,
    notRecorded: one.notRecorded,
    fields: one.fields,
  }
}

function movesOf(before: StoredRow, after: StoredRow): ComparedMove[] {
  return movesBetween(before as unknown as Judgement, after as unknown as Judgement).map((move) => {
    const side = move.to === 'uncontrolled' ? before : after
    const { by } = side.jurisdictions.find((j) => j.code === move.code)!
    return by === undefined ? move : { ...move, by }
  })
}

function oneSided({ jurisdictions }: StoredRow, isNew: boolean): ComparedMove[] {
  return jurisdictions
    .filter((j) => j.verdict !== 'uncontrolled')
    .map(({ code, verdict, findings, by }) => {
      const own = findings.filter((f) => f.counts !== null)
      return {
        code,
        ...(isNew
          ? { from: null, to: verdict, gained: own, lost: [] }
          : { from: verdict, to: null, gained: [], lost: own }),
        ...(by === undefined ? {} : { by }),
      }
    })
}

interface StoredRow {
  readonly ref: { readonly index: number; readonly id: string; readonly input: string }
  /** Of several files that were judged together, the one it comes from. */
  readonly file: string | null
  readonly verdict: ComparedVerdict
  readonly jurisdictions: readonly StoredVerdict[]
  readonly problem: string | null
  readonly notRecorded: boolean
  readonly fields: BatchRecord['fields']
}

interface StoredVerdict {
  readonly code: string
  readonly verdict: Verdict
  readonly findings: readonly Finding[]
  /** What a table says instead of findings. */
  readonly by?: TableWords
}

/** The rows of a result file that `batch` or `check` wrote: NDJSON, CSV, Excel, Parquet or SD. @throws {CannotRun} */
async function* storedRows(file: string, options: FileChoice, host: Host): AsyncGenerator<StoredRow> {
  if (file === '-' || isResultFile(file)) {
    for await (const { line, result, problem } of resultLines(file, host)) {
      if (!result) throw new CannotRun(`${file} line ${line}: ${problem}`)
      yield ofResult(result)
    }
    return
  }
  const source = openTable(file, options, host, true)
  let layout: ReturnType<typeof layoutOf> | null = null
  for await (const record of source.records) {
    layout ??= layoutOf(file, source.notes.columns ?? record.fields.map(([name]) => name))
    yield ofRecord(record, layout)
  }
}

function ofResult(result: Result): StoredRow {
  const { index, id, input, problem, file } = result
  const { verdict, jurisdictions } = asCounted(result)
  return {
    ref: { index, id, input },
    file: file ?? null,
    verdict,
    jurisdictions: verdict === 'unreadable' ? [] : (jurisdictions as unknown as StoredVerdict[]),
    problem: problem?.message ?? null,
    notRecorded: problem?.kind === 'not recorded',
    fields: Object.entries(result.fields ?? {}),
  }
}

const prefix = '(?:coverage_)?'

/** The columns that say what decides: in a CSV one for all laws, in a workbook one for each. */
const wordColumns = {
  findings: ['findings', 'schedule or list'],
  cites: ['cites', 'citation'],
  since: ['controlled_since', 'controlled since'],
} as const

/**
 * Names of our columns in a table of results, which follow the input's, and may be named the same.
 * @throws {CannotRun} for a table without verdicts
 */
function layoutOf(file: string, columns: readonly string[]) {
  const at = columns.findLastIndex((name) => new RegExp(`^${prefix}verdict(_\\d+)?$`, 'i').test(name))
  if (at < 0)
    throw new CannotRun(`${file} is not a file of results: no column verdict (columns: ${columns.join(', ')})`)
  const after = columns.slice(at)
  const ofLaws = (found: (column: string) => RegExpExecArray | null) =>
    after.flatMap((column) => {
      const code = found(column)?.[1]
      return code === undefined ? [] : [[code, column] as const]
    })
  const own = (name: string) => after.find((column) => new RegExp(`^${prefix}${name}(_\\d+)?$`, 'i').test(column))
  return {
    verdict: columns[at]!,
    codes: ofLaws(
      (column) =>
        new RegExp(`^${prefix}(${codePattern})(_\\d+)?$`).exec(column.replace(/^COVERAGE/, 'coverage')) ??
        new RegExp(` \\((${codePattern})\\)(_\\d+)?$`).exec(column),
    ),
    // In a workbook each law has columns of its own.
    words: Object.entries(wordColumns).map(([part, [all, ofLaw]]) => ({
      part: part as keyof TableWords,
      all: own(all),
      ofLaws: new Map(ofLaws((column) => new RegExp(`^${prefix}(${codePattern}) ${ofLaw}(_\\d+)?$`).exec(column))),
    })),
    problem: own('problem'),
    file: columns.slice(0, at).find((name) => name === 'file' || name === 'coverage_file'),
    user: new Set(columns.slice(0, at).filter((name) => !place.includes(name))),
  }
}

function ofRecord(
  { row, name, text, identifiers = {}, fields }: BatchRecord,
  layout: ReturnType<typeof layoutOf>,
): StoredRow {
  const values = new Map(fields)
  const value = (column: string | undefined) => (column === undefined ? '' : (values.get(column) ?? ''))
  const input = text || (Object.values(identifiers).find((given) => typeof given === 'string') ?? '')
  const listOf = (code: string, all: string | undefined, column: string | undefined) =>
    column === undefined
      ? value(all)
          .split(new RegExp(`; (?=${codePattern}: )`))
          .flatMap((said) => (said.startsWith(`${code}: `) ? [said.slice(code.length + 2)] : []))
      : value(column).split('; ')
  const wordsOf = (code: string): TableWords => {
    const lists = layout.words.map(({ part, all, ofLaws }) => [part, listOf(code, all, ofLaws.get(code))] as const)
    // As of findings, those of proposed law do not count; the lists say one thing of each finding.
    const proposed = lists.find(([part]) => part === 'findings')![1].map((said) => isProposed.test(said))
    const kept = lists.map(([part, said]) => [part, said.filter((_, i) => !proposed[i]).join('; ')])
    return Object.fromEntries(kept) as TableWords
  }
  return {
    ref: { index: row, id: name ?? `row-${row}`, input },
    file: value(layout.file) || null,
    verdict: counted(value(layout.verdict)) as ComparedVerdict,
    jurisdictions: layout.codes.flatMap(([code, column]) => {
      const verdict = counted(value(column))
      return verdict === '' ? [] : [{ code, verdict: verdict as Verdict, findings: [], by: wordsOf(code) }]
    }),
    problem: value(layout.problem) || null,
    notRecorded: value(layout.verdict) === 'not recorded',
    fields: fields.filter(([name]) => layout.user.has(name)),
  }
}

const isProposed = /\((?:[^()]*, )?proposed\)$/

/** A table has the verdict of a set, not the one by which it counts: a member is listed, or may be controlled. */
function counted(verdict: string): string {
  const others: Readonly<Record<string, string>> = {
    controlled: 'listed',
    depends: 'undecided',
    'not recorded': 'unreadable',
  }
  return others[verdict] ?? verdict
}
