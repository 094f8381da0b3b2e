import { movesBetween, type Judgement, type Move } from '../../matching/index.js'
import type { ComparedRow, DiffMove, DiffRow } from '../../report/index.js'
import type { Result } from '../../report/result-schema.js'
import { CannotRun } from '../cannot-run.js'
import type { Host } from '../host.js'
import { resultLines } from '../input/ndjson.js'

/**
 * Sets the rows of two result files side by side, by id and input; those of the second file first, in its order, then
 * those that only the first holds. A repeated row is met by its next occurrence.
 */
export async function* diffResults(first: string, second: string, host: Host): AsyncGenerator<DiffRow> {
  const waiting = new Map<string, Result[]>()
  for await (const result of readable(first, host)) {
    const known = waiting.get(keyOf(result))
    if (known) known.push(result)
    else waiting.set(keyOf(result), [result])
  }
  for await (const after of readable(second, host)) {
    const before = waiting.get(keyOf(after))?.shift()
    yield before ? compared(before, after) : oneSided(after, 'new')
  }
  for (const left of waiting.values()) for (const before of left) yield oneSided(before, 'gone')
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

function oneSided(result: Result, which: 'new' | 'gone'): DiffRow {
  const { index, id, input, verdict, problem } = result
  const jurisdictions = verdict === 'unreadable' ? [] : (result as unknown as Judgement).jurisdictions
  const moves = jurisdictions
    .filter((j) => j.verdict !== 'uncontrolled')
    .map((j): DiffMove => {
      const findings = j.findings.filter((f) => f.counts !== null)
      return which === 'new'
        ? { code: j.code, from: null, to: j.verdict, gained: findings, lost: [] }
        : { code: j.code, from: j.verdict, to: null, gained: [], lost: findings }
    })
  return {
    ref: { index, id, input },
    line: null,
    before: which === 'new' ? null : verdict,
    after: which === 'new' ? verdict : null,
    moves,
    race: null,
    problem: problem?.message ?? null,
  }
}
