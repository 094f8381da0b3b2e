import { movesBetween, type Judgement, type Move } from '../../matching/index.js'
import type { ComparedRow } from '../../report/index.js'
import type { Result } from '../../report/result-schema.js'
import { CannotRun } from '../cannot-run.js'
import type { Host } from '../host.js'
import { resultLines } from '../input/ndjson.js'

/** Rows that two result files hold both, and how many only one of them holds. */
export interface ResultDiff {
  readonly rows: AsyncIterable<ComparedRow>
  readonly missing: () => { readonly added: number; readonly removed: number }
}

/** Sets the rows of two result files side by side, by id and input. A repeated row is met by its next occurrence. */
export async function diffResults(first: string, second: string, host: Host): Promise<ResultDiff> {
  const waiting = new Map<string, Result[]>()
  for await (const result of readable(first, host)) {
    const known = waiting.get(keyOf(result))
    if (known) known.push(result)
    else waiting.set(keyOf(result), [result])
  }
  let added = 0
  async function* rows(): AsyncGenerator<ComparedRow> {
    for await (const after of readable(second, host)) {
      const before = waiting.get(keyOf(after))?.shift()
      if (before) yield compared(before, after)
      else added++
    }
  }
  return {
    rows: rows(),
    missing: () => ({ added, removed: [...waiting.values()].reduce((sum, left) => sum + left.length, 0) }),
  }
}

async function* readable(file: string, host: Host): AsyncGenerator<Result> {
  for await (const { line, result, problem } of resultLines(file, host)) {
    if (!result) throw new CannotRun(`${file} line ${line}: ${problem}`)
    yield result
  }
}

function keyOf({ id, input, file }: Result): string {
  return JSON.stringify([file ?? null, id.startsWith('row-') ? null : id, input])
}

function compared(before: Result, after: Result): ComparedRow {
  const read = before.verdict !== 'unreadable' && after.verdict !== 'unreadable'
  const moves: Move[] = read ? movesBetween(before as unknown as Judgement, after as unknown as Judgement) : []
  return {
    ref: { index: after.index, id: after.id, input: after.input },
    line: null,
    before: before.verdict,
    after: after.verdict,
    moves,
    race: null,
    problem: after.problem?.message ?? before.problem?.message ?? null,
  }
}
