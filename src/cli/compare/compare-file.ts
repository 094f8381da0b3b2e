import type { Reader } from '../../chem/index.js'
import { FileProblem } from '../../batch/index.js'
import type { Judgement } from '../../matching/index.js'
import { problemText, type ComparedRow, type InputRef } from '../../report/index.js'
import { answerTo } from '../input/answer.js'
import { CannotRun } from '../cannot-run.js'
import { openCollection, type ColumnOptions } from '../input/collection.js'
import type { Host } from '../host.js'
import type { Scenarios } from './scenarios.js'

/** A row judged on both sides, with the text of its structure; null if it was not read. */
export interface Compared {
  readonly row: ComparedRow
  readonly fields: readonly (readonly [string, string])[]
  readonly text: string | null
}

/** Judges each row of a file in both scenarios, in order. @throws {CannotRun} when the file cannot be read on */
export async function* compareFile(
  file: string,
  options: ColumnOptions,
  scenarios: Scenarios,
  reader: Reader,
  host: Host,
): AsyncGenerator<Compared> {
  let index = 0
  try {
    for await (const { record, line } of openCollection(file, options, host).records) {
      index++
      await reader.ready()
      const place: InputRef = { index, id: record.name ?? `row-${index}`, input: record.text }
      if (record.problem) {
        yield { row: unread(place, line, problemText(record.problem)), fields: record.fields, text: null }
        continue
      }
      const { before, after, moves } = scenarios
      const given = { ...record.identifiers, structure: record.text, lookUp: true }
      const { answer: first, input } = await answerTo(given, before.resolver, before.query)
      const { answer: second, text } = await answerTo(given, after.resolver, after.query)
      const ref = { ...place, input }
      if (first.kind === 'unreadable' || second.kind === 'unreadable') {
        const problem =
          first.kind === 'unreadable' ? first.problem : second.kind === 'unreadable' ? second.problem : null
        yield { row: unread(ref, line, problem ? problemText(problem) : ''), fields: record.fields, text: null }
        continue
      }
      yield {
        row: compared(ref, line, first.judgement, second.judgement, moves),
        fields: record.fields,
        text,
      }
    }
  } catch (error) {
    if (error instanceof FileProblem) throw new CannotRun(error.message)
    throw error
  }
}

function compared(
  ref: InputRef,
  line: number | null,
  before: Judgement,
  after: Judgement,
  moves: Scenarios['moves'],
): ComparedRow {
  return {
    ref,
    line,
    before: before.verdict,
    after: after.verdict,
    moves: moves(before, after),
    race: null,
    problem: null,
  }
}

function unread(ref: InputRef, line: number | null, problem: string): ComparedRow {
  return { ref, line, before: 'unreadable', after: 'unreadable', moves: [], race: null, problem }
}
