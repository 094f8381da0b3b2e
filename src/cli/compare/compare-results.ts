import { movesBetween, type Judgement } from '../../matching/index.js'
import type { ComparedMove, ComparedRow } from '../../report/index.js'
import type { Host } from '../host.js'
import type { ColumnOptions } from '../input/collection.js'
import { storedRows, type StoredRow } from './stored-rows.js'

/**
 * Sets the rows of two result files side by side, by id and input; those of the second file first, in its order, then
 * those that only the first holds. A repeated row is met by its next occurrence.
 */
export async function* compareResults(
  first: string,
  second: string,
  options: ColumnOptions,
  host: Host,
): AsyncGenerator<ComparedRow> {
  const waiting = new Map<string, StoredRow[]>()
  for await (const row of storedRows(first, options, host)) {
    const known = waiting.get(keyOf(row))
    if (known) known.push(row)
    else waiting.set(keyOf(row), [row])
  }
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
