import { linesOfRecords, type Chunk } from '../input/chunk.js'
import type { ClearedFormulas, Done } from '../judge/chunk-task.js'
import { harmfulWithin, nothingHarmful, type Harmful } from '../../workers/index.js'
import { smilesRecords } from '../input/smiles-file.js'

export interface PlacedChunk {
  readonly chunk: Chunk
  readonly index: number
  /** As in `Task`. */
  readonly cleared?: ClearedFormulas | null
  readonly harmful?: Harmful
}

/** The rows of a chunk between two places in it. */
export function rowsOfChunk(chunk: Chunk, from: number, to = chunk.rows): Chunk {
  if (from === 0 && to >= chunk.rows) return chunk
  const records = chunk.kind === 'records' ? chunk.records : smilesRecords(chunk)
  const own = records.slice(from, to)
  const { source, line, read } = chunk
  return {
    kind: 'records',
    source,
    row: chunk.row + from,
    rows: own.length,
    ...(line === undefined ? {} : { line: line + linesOfRecords(records.slice(0, from)) }),
    records: own,
    layout: chunk.kind === 'records' ? chunk.layout : null,
    read,
  }
}

/** There may be few finished records because one of them was slow. */
const fewest = 50

/** What is left after the finished records, in pieces of at least as much work, which several threads share. */
export function restOfChunk(
  { chunk, index }: PlacedChunk,
  { judged, cleared, harmful = nothingHarmful }: Pick<Done, 'judged' | 'cleared' | 'harmful'>,
): PlacedChunk[] {
  if (judged >= chunk.rows) return []
  const left = rowsOfChunk(chunk, judged)
  const parts: PlacedChunk[] = []
  const size = Math.max(judged, fewest)
  for (let at = 0; at < left.rows; at += size)
    parts.push({
      chunk: rowsOfChunk(left, at, at + size),
      index: index + judged + at,
      cleared: cleared?.slice(at, at + size) ?? null,
      harmful: harmfulWithin(harmful, judged + at, judged + at + size),
    })
  return parts
}
