import { csvHeader, csvLine, workbookHeader } from '../../report/index.js'
import type { Chunk, ReadSoFar } from '../input/chunk.js'
import type { ChunkJudges, Done } from '../judge/chunk-task.js'
import { FileProblem } from '../input/file-problem.js'
import { inOrder } from '../threads/in-order.js'
import { rowsOfChunk, restOfChunk, type PlacedChunk } from './rest-of-chunk.js'
import { GivenUp, Patience } from '../threads/patience.js'
import { csvLayout, type RowSetup } from '../output/row-writer.js'
import type { Screening } from '../output/screening.js'
import type { Sink } from '../output/sink.js'
import type { Source } from '../input/source.js'
import type { Tally } from '../output/tally.js'

/** Position of the next record: among all inputs, and in its file; both from 1. */
export interface Position {
  readonly index: number
  readonly source: number
  readonly row: number
  /** The bytes of the file read for the records before; null if unknown. */
  readonly read: ReadSoFar | null
}

export interface BatchRun {
  readonly sources: readonly Pick<Source, 'file' | 'chunks' | 'close'>[]
  /** The first record of this run: earlier ones are done or belong to another shard. Without it, the first of all. */
  readonly from?: Position
  /** Position, among all inputs, of the first record that is not judged; null or not given for all. */
  readonly until?: number | null
  readonly judges: ChunkJudges
  readonly width: number
  /** How rows are written if they are cells; without it they are NDJSON. */
  readonly table?: TableSetup | null
  readonly sink: Pick<Sink, 'write'>
  readonly tally: Tally
  readonly screening?: Screening
  /** Aborted when the run should stop early. */
  readonly stop: AbortSignal
  /** Called with the counts before the rows are passed to the sink. */
  readonly counted?: (done: Done) => void
  /** Called after rows are passed to the sink: for a journal. */
  readonly mark?: (next: Position, columns: readonly string[] | null) => Promise<void>
}

/** What the header of a table depends on; see `RowSetup`. */
export interface TableSetup extends Pick<RowSetup, 'format' | 'jurisdictions' | 'names' | 'files' | 'mixed'> {
  /** Whether a CSV begins with a byte order mark. */
  readonly bom: boolean
  /** Columns of a CSV that an earlier run began; null if none did. */
  readonly columns: readonly string[] | null
}

const first: Position = { index: 1, source: 0, row: 1, read: null }

/** Work done before its rows are written: a killed run repeats little more than this. */
const pieceMs = 200

/**
 * Judges every record of every source, in order, in constant memory; one row per record.
 * @throws {FileProblem} when reading fails; the rows before that are written
 */
export async function runBatch(batch: BatchRun): Promise<void> {
  const header = batch.table ? new Header(batch.table, batch.sources[0]!.file) : null
  const failed = new AbortController()
  const source = soon(placed(batch), AbortSignal.any([batch.stop, failed.signal]), () =>
    batch.sources.forEach((s) => s.close()),
  )
  const patience = new Patience(batch.stop)
  const judged = inOrder(source, batch.width, async (item) => {
    const done = await patience.with(batch.judges.judge({ ...item, mostMs: pieceMs }))
    return { result: { ...item, done }, rest: restOfChunk(item, done) }
  })
  // The rows of one chunk are written while the next is judged.
  let written: Promise<void> = Promise.resolve()
  try {
    for await (const { chunk, index, done } of judged) {
      await written
      const top = header?.before(chunk) ?? null
      batch.tally.merge(done.tally)
      batch.screening?.merge(done.screening)
      batch.counted?.(done)
      const { source, row, read } = chunk
      const next = { index: index + done.judged, source, row: row + done.judged, read }
      written = write(batch, top, done, next, header?.columns ?? null)
      // Awaited on the next iteration. Attach a handler now, so that a write error stops a slow input.
      written.catch(() => failed.abort())
      if (batch.stop.aborted) break
    }
  } catch (error) {
    failed.abort()
    if (!(error instanceof GivenUp)) throw error
  } finally {
    await written
  }
}

async function write(
  { sink, judges, mark }: BatchRun,
  top: string | null,
  { rows }: Done,
  next: Position,
  columns: readonly string[] | null,
): Promise<void> {
  if (top !== null) await sink.write(Buffer.from(top))
  await sink.write(rows, () => judges.reuse(rows.buffer))
  await mark?.(next, columns)
}

/** Requests each item while the previous one is processed; at `end` it waits for no more and cancels the reading. */
async function* soon<T>(items: AsyncIterable<T>, end: AbortSignal, giveUp: () => void): AsyncGenerator<T> {
  const source = items[Symbol.asyncIterator]()
  try {
    let next = source.next()
    for (;;) {
      const item = await unless(end, next)
      if (item === null || item.done) return
      next = source.next()
      next.catch(() => {})
      yield item.value
    }
  } finally {
    // Otherwise we would wait for a source that itself waits for input.
    giveUp()
    await source.return?.()
  }
}

/** The value of a promise, or null if the signal comes first. */
function unless<T>(signal: AbortSignal, promised: Promise<T>): Promise<T | null> {
  return new Promise((resolve, reject) => {
    const stop = () => resolve(null)
    if (signal.aborted) stop()
    signal.addEventListener('abort', stop, { once: true })
    promised.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop))
  })
}

/** Chunks of all sources with their position among all inputs, limited to the shard. */
async function* placed({ sources, from = first, until = null, stop, tally }: BatchRun): AsyncGenerator<PlacedChunk> {
  let { index } = from
  tally.read = tally.total
  for (const [number, source] of sources.entries()) {
    if (number < from.source) continue
    for await (const chunk of source.chunks) {
      if (stop.aborted || (until !== null && index >= until)) return
      const done = number === from.source ? Math.max(0, from.row - chunk.row) : 0
      if (done >= chunk.rows) continue
      const left = rowsOfChunk(chunk, done, until === null ? chunk.rows : done + until - index)
      tally.read += left.rows
      yield { chunk: left, index }
      index += left.rows
    }
  }
}

/** Tries the header of every file, before any work is lost to the last. @throws {FileProblem} where it differs */
export async function checkHeaders(table: Omit<TableSetup, 'columns'> | undefined, sources: BatchRun['sources']) {
  const header = table && new Header({ ...table, columns: null }, sources[0]!.file)
  for (const source of sources)
    for await (const chunk of source.chunks) {
      header?.before(chunk)
      break
    }
}

/** The header line of a CSV, and a check that all files agree on it. */
class Header {
  columns: readonly string[] | null
  /** Null until the first chunk. */
  delimiter: ',' | ';' | null = null

  constructor(
    readonly table: TableSetup,
    readonly file: string,
  ) {
    this.columns = table.columns
  }

  before(chunk: Chunk): string | null {
    const { format, jurisdictions, names = new Map(), files, mixed, bom } = this.table
    if (format !== 'csv' && format !== 'cells' && format !== 'sheet') return null
    const layout = chunk.kind === 'records' ? chunk.layout : null
    const table = { ...csvLayout(layout, mixed), jurisdictions, file: files && '' }
    const line = format === 'sheet' ? workbookHeader(table, names) : csvHeader(table)
    const delimiter = layout?.delimiter ?? ','
    if (this.columns === null) {
      this.columns = line
      this.delimiter = delimiter
      return format === 'csv' ? (bom ? '\ufeff' : '') + csvLine(line, delimiter) : `${JSON.stringify(line)}\n`
    }
    this.delimiter ??= delimiter
    const areSame = this.columns.join('\0') === line.join('\0')
    if (areSame && (format !== 'csv' || this.delimiter === delimiter)) return null
    throw new FileProblem(
      files?.[chunk.source] ?? this.file,
      `its ${areSame ? 'delimiter differs from that' : 'columns differ from those'} of the first file; ` +
        'give each its own output, or use --format ndjson',
      true,
    )
  }
}
