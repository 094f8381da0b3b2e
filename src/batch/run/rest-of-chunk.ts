import { linesOfRecords, type Chunk } from '../input/chunk.js'
import type { ClearedFormulas, Done } from '../judge/chunk-task.js'
import { harmfulWithin, nothingHarmful, type Harmful } from '../../workers/index.js'
import type { BatchRecord } from '../input/batch-record.js'
import { smilesRecords } from '../input/smiles-file.js'

export interface PlacedChunk {
  readonly chunk: Chunk
  readonly index: number
  /** As in `Task`. */
  readonly cleared?: ClearedFormulas | null
  readonly harmful?: Harmful
}

/** A chunk from a row on; null if nothing is left. */
export function chunkFrom(chunk: Chunk, row: number): Chunk | null {
  const done = row - chunk.row
  if (done <= 0) return chunk
  if (done >= chunk.rows) return null
  const records = chunk.kind === 'records' ? chunk.records : smilesRecords(chunk)
  return {
    kind: 'records',
    source: chunk.source,
    row,
    rows: chunk.rows - done,
    ...lineAfter(chunk, records.slice(0, done)),
    records: records.slice(done),
    layout: chunk.kind === 'records' ? chunk.layout : null,
    read: chunk.read,
  }
}

function lineAfter({ line }: Chunk, records: readonly BatchRecord[]): Pick<Chunk, 'line'> {
  return line === undefined ? {} : { line: line + linesOfRecords(records) }
}

/** There may be few finished records because one of them was slow. */
const fewest = 50

/** What is left after the finished records, in pieces of at least as much work, which several threads share. */
export function restOfChunk(
  { chunk, index }: PlacedChunk,
  { judged, cleared, harmful = nothingHarmful }: Pick<Done, 'judged' | 'cleared' | 'harmful'>,
): PlacedChunk[] {
  const left = chunkFrom(chunk, chunk.row + judged)
  if (left?.kind !== 'records') return []
  const parts: PlacedChunk[] = []
  const size = Math.max(judged, fewest)
  for (let at = 0; at < left.rows; at += size) {
    const records = left.records.slice(at, at + size)
    parts.push({
      chunk: {
        ...left,
        row: left.row + at,
        rows: records.length,
        ...lineAfter(left, left.records.slice(0, at)),
        records,
      },
      index: index + judged + at,
      cleared: cleared?.slice(at, at + size) ?? null,
      harmful: harmfulWithin(harmful, judged + at, judged + at + size),
    })
  }
  return parts
}
