import { csvHeader, csvLine } from '../report/index.js'
import type { Chunk, ReadSoFar } from './chunk.js'
import type { ChunkJudges, Done } from './chunk-judge.js'
import { FileProblem } from './file-problem.js'
import { inOrder } from './in-order.js'
import { leftOf, restOf, type Placed } from './rest.js'
import { GivenUp, Patience } from './patience.js'
import { csvLayout, type RowFormat } from './row-writer.js'
import type { Screening } from './screening.js'
import type { Sink } from './sink.js'
import type { Source } from './source.js'
import type { Tally } from './tally.js'

/** The position of the next record: among all inputs from 1, and in its file. */
export interface Position {
  readonly index: number
  readonly source: number
  readonly row: number
  /** What was read of the file for the records before; null where that is not known. */
  readonly read: ReadSoFar | null
}

export interface BatchRun {
  readonly sources: readonly Pick<Source, 'file' | 'chunks' | 'close'>[]
  /** The record to begin with, where earlier ones are done or belong to another part. */
  readonly from: Position
  /** Position, among all inputs, of the first record that is not to be judged; null for all. */
  readonly until: number | null
  readonly judges: ChunkJudges
  /** Chunks in hand at once. */
  readonly width: number
  readonly format: RowFormat
  readonly jurisdictions: readonly string[]
  /** Names of the files where there are several; see `RowSetup`. */
  readonly files: readonly string[] | null
  readonly lookUp: boolean
  /** Whether a CSV begins with a byte order mark. */
  readonly bom: boolean
  readonly sink: Sink
  readonly tally: Tally
  readonly screening: Screening
  /** Columns of the CSV that an earlier run began; null where none did. */
  readonly columns: readonly string[] | null
  /** Aborted once the run shall end early. */
  readonly stop: AbortSignal
  /** Called with what was counted, before its rows are handed to the sink. */
  readonly counted?: (done: Done) => void
  /** Called after rows are handed to the sink. */
  readonly mark: (next: Position, columns: readonly string[] | null) => Promise<void>
}

/** Work that is done before its rows are written: what a run that is killed does again is little more than that. */
const pieceMs = 200

/**
 * Judges every record of every source, in order, in constant memory; one row out for one record in.
 * @throws {FileProblem} when a file cannot be read on; the rows before that are written
 */
export async function runBatch(batch: BatchRun): Promise<void> {
  const header = new Header(batch)
  const failed = new AbortController()
  const source = soon(placed(batch), AbortSignal.any([batch.stop, failed.signal]), () =>
    batch.sources.forEach((s) => s.close()),
  )
  const patience = new Patience(batch.stop)
  const judged = inOrder(source, batch.width, async (item) => {
    const done = await patience.with(batch.judges.judge({ ...item, died: [], mostMs: pieceMs }))
    return { result: { ...item, done }, rest: restOf(item, done) }
  })
  // The rows of one chunk are written while the next is judged.
  let written: Promise<void> = Promise.resolve()
  try {
    for await (const { chunk, index, done } of judged) {
      await written
      const top = header.before(chunk)
      count(batch, done)
      written = write(
        batch,
        top,
        done,
        { index: index + done.judged, source: chunk.source, row: chunk.row + done.judged, read: chunk.read },
        header.columns,
      )
      // Awaited in its turn, for which an input that is slow in coming need not be waited for.
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
  await mark(next, columns)
}

/** Asks for each item while the one before is in hand; at `end` it waits for no more, and has the reading given up. */
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
    // Else one that waits for input would be waited for here.
    giveUp()
    await source.return?.()
  }
}

/** What is promised, or null where the signal comes first. */
function unless<T>(signal: AbortSignal, promised: Promise<T>): Promise<T | null> {
  return new Promise((resolve, reject) => {
    const stop = () => resolve(null)
    if (signal.aborted) stop()
    signal.addEventListener('abort', stop, { once: true })
    promised.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop))
  })
}

/** Chunks of all sources with their place among all inputs, those outside of the part left out. */
async function* placed({ sources, from, until, stop }: BatchRun): AsyncGenerator<Placed> {
  let { index } = from
  for (const [number, source] of sources.entries()) {
    if (number < from.source) continue
    for await (const chunk of source.chunks) {
      if (stop.aborted || (until !== null && index >= until)) return
      const left = number === from.source ? leftOf(chunk, from.row) : chunk
      if (left === null) continue
      yield { chunk: left, index }
      index += left.rows
    }
  }
}

function count({ tally, screening, counted }: BatchRun, done: Done): void {
  tally.merge(done.tally)
  screening.merge(done.screening)
  counted?.(done)
}

/** The first line of a CSV, and that all files agree on it. */
class Header {
  columns: readonly string[] | null
  /** Null until the first chunk. */
  delimiter: ',' | ';' | null = null

  constructor(readonly batch: BatchRun) {
    this.columns = batch.columns
  }

  before(chunk: Chunk): string | null {
    const { format } = this.batch
    if (format !== 'csv' && format !== 'cells') return null
    const layout = chunk.kind === 'records' ? chunk.layout : null
    const { jurisdictions, files, sources, lookUp, bom } = this.batch
    const line = csvHeader({ ...csvLayout(layout, lookUp), jurisdictions, file: files && '' })
    const delimiter = layout?.delimiter ?? ','
    if (this.columns === null) {
      this.columns = line
      this.delimiter = delimiter
      return format === 'csv' ? (bom ? '\ufeff' : '') + csvLine(line, delimiter) : `${JSON.stringify(line)}\n`
    }
    this.delimiter ??= delimiter
    if (this.columns.join('\0') === line.join('\0') && (format !== 'csv' || this.delimiter === delimiter)) return null
    throw new FileProblem(
      files?.[chunk.source] ?? sources[0]!.file,
      `its ${this.columns.join('\0') === line.join('\0') ? 'delimiter differs from that' : 'columns differ from those'} of the first file; write a CSV for each, or use --format ndjson`,
    )
  }
}
