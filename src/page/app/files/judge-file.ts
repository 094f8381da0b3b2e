import {
  type Part,
  type Archive,
  workbookRecords,
  asUtf8,
  type HeaderChoice,
  tableRecords,
  sdRecords,
  ndjsonRecords,
  linesOf,
  lineChunks,
  type SourceNotes,
  type BatchRecord,
  formatOfName,
  FileProblem,
  type Meter,
  Tally,
  jsonLines,
  rowsOfChunk,
  runBatch,
  recordChunks,
  type TableLayout,
  type Chunk,
} from '../../../batch/in-browser.js'
import type { Query } from '../../../matching/index.js'
import type { PageAnswer } from '../../../report/in-browser.js'
import type { RunInfo, RunFile, ShortResult } from '../../../report/index.js'
import type { Helper } from '../helper.js'
import { dayNow } from '../../../local-day.js'
import { PageJudges } from './page-judges.js'
import { unzipSync } from 'fflate'

/** Maximum rows of a file that a page judges. */
const mostRows = 50_000

export interface FileRun {
  readonly file: string
  readonly run: RunFile
  readonly info: RunInfo
  readonly rests: PageAnswer['rests']
  readonly rows: ShortResult[]
  readonly tally: Tally
  layout: TableLayout | null
  /** Whether the file has more rows than a page judges. */
  cut: boolean
}

interface FileWork {
  readonly file: File
  readonly helpers: readonly Helper[]
  readonly query: Query
  readonly stop: AbortSignal
  /** Called after rows were added. @param share of the file processed */
  readonly added: (run: FileRun, from: number, share: number) => void
}

/** Judges a file as a batch does by default. @throws {FileProblem} when reading fails; earlier rows are kept */
export async function runFile({ file, helpers, query, stop, added }: FileWork, begun: (run: FileRun) => void) {
  const { chunks, meter, size } = droppedFile(file)
  const { run, info, rests } = await helpers[0]!.ask({ kind: 'facts', query }, 60_000)
  const made: FileRun = { file: file.name, run, info, rests, rows: [], tally: new Tally(), layout: null, cut: false }
  begun(made)
  const jurisdictions = rests.map(({ code }) => code)
  const judges = new PageJudges(helpers, {
    format: 'ndjson',
    query,
    run: info,
    explain: false,
    identify: 'controlled',
    screen: true,
    only: null,
    today: dayNow(),
    jurisdictions,
    files: null,
    short: run,
  })
  await runBatch({
    sources: [{ file: file.name, chunks: bounded(chunks, made), close: () => {} }],
    judges,
    width: helpers.length * 2 + 1,
    sink: {
      async write(bytes, written) {
        const from = made.rows.length
        for (const row of jsonLines<ShortResult>(bytes)) made.rows.push(row)
        written?.()
        added(made, from, size === 0 ? 1 : Math.min(1, meter.read / size))
      },
    },
    tally: made.tally,
    stop,
  })
  return made
}

async function* bounded(chunks: AsyncIterable<Chunk>, made: FileRun): AsyncGenerator<Chunk> {
  let rows = 0
  for await (const chunk of chunks) {
    if (rows === 0 && chunk.kind === 'records') made.layout = chunk.layout
    const left = mostRows - rows
    made.cut = chunk.rows > left
    if (left === 0 && made.cut) return
    rows += chunk.rows
    yield rowsOfChunk(chunk, 0, left)
    if (made.cut) return
  }
}

const noFormat =
  'this page reads .smi, .csv, .tsv, .sdf, .mol, .ndjson and .xlsx files, also as .gz; use the command line for others'

/** The defaults of a batch. */
const choice: HeaderChoice = { header: true }

/** Uses the readers of a batch. @throws {FileProblem} for a format that a page does not read */
function droppedFile(file: File) {
  const format = formatOfName(file.name)
  const zipped = /\.zst$/i.test(file.name)
  if (format === null || format === 'parquet' || zipped) throw new FileProblem(file.name, noFormat)
  const meter: Meter = { read: 0 }
  const notes: SourceNotes = { notes: [] }
  const bytes = asUtf8(bytesOf(file, meter))
  const records = (own: AsyncIterable<BatchRecord>) => recordChunks(0, own, notes)
  const open = () => archiveOf(file)
  const chunks = {
    smi: () => lineChunks(0, bytes, notes),
    csv: () => records(tableRecords(file.name, linesOf(bytes), { ...choice, delimiter: null }, notes)),
    tsv: () => records(tableRecords(file.name, linesOf(bytes), { ...choice, delimiter: '\t' }, notes)),
    sdf: () => records(sdRecords(linesOf(bytes), choice, notes)),
    ndjson: () => records(ndjsonRecords(file.name, linesOf(bytes), choice, notes)),
    xlsx: () => records(workbookRecords({ file: file.name, size: file.size, open }, choice, notes, meter)),
  }[format]()
  return { chunks, meter, size: file.size }
}

/** The bytes, decompressed if they begin as gzip does. */
async function* bytesOf(file: File, meter: Meter): AsyncGenerator<Buffer> {
  const head = new Uint8Array(await file.slice(0, 2).arrayBuffer())
  const counted = file.stream().pipeThrough(
    new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
      transform(piece, to) {
        meter.read += piece.length
        to.enqueue(piece)
      },
    }),
  )
  const zipped = head[0] === 0x1f && head[1] === 0x8b
  const reader = (zipped ? counted.pipeThrough(new DecompressionStream('gzip')) : counted).getReader()
  try {
    for (;;) {
      const { value, done } = await reader.read()
      if (done) return
      yield Buffer.from(value.buffer, value.byteOffset, value.byteLength)
    }
  } catch (error) {
    throw new FileProblem(file.name, `cannot be read (${(error as Error).message})`)
  } finally {
    void reader.cancel().catch(() => {})
  }
}

const mostParts = 10_000

/** The entries of a zip file in memory; each is decompressed when read, up to its stated size. */
async function archiveOf(file: File): Promise<Archive> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  const parts = new Map<string, Part>()
  unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      parts.set(name, {
        size: originalSize,
        bytes: async () => pieces(unzipSync(bytes, { filter: (part) => part.name === name })[name] ?? new Uint8Array()),
      })
      if (parts.size > mostParts) throw new Error(`over ${mostParts} parts`)
      return false
    },
  })
  return { parts, close: () => {} }
}

/** In pieces, so that the page can show progress. */
async function* pieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536)
}
