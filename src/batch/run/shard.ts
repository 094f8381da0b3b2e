import type { Source } from '../input/source.js'
import type { Shard } from './journal.js'
import type { Position } from './run.js'

/** Where one shard of all rows begins, and the position of the first row after it; the files are read to count them. */
export async function planShard({ part, of }: Shard, sources: readonly Pick<Source, 'chunks'>[]) {
  const counts: number[] = []
  for (const { chunks } of sources) {
    let rows = 0
    for await (const chunk of chunks) rows += chunk.rows
    counts.push(rows)
  }
  const total = counts.reduce((sum, rows) => sum + rows, 0)
  const cut = (p: number) => Math.floor((total * p) / of) + 1
  return { from: positionOf(cut(part - 1), counts), until: cut(part) }
}

/** @param counts rows of each file */
function positionOf(index: number, counts: readonly number[]): Position {
  let row = index
  for (const [source, rows] of counts.entries()) {
    if (row <= rows) return { index, source, row, read: null }
    row -= rows
  }
  return { index, source: counts.length, row: 1, read: null }
}
