import type { Chunk, TableLayout } from '../../../batch/input/chunk.js'
import { runBatch } from '../../../batch/run/run.js'
import { smilesRecords } from '../../../batch/input/smiles-file.js'
import { jsonLines } from '../../../batch/output/json-lines.js'
import { Tally } from '../../../batch/output/tally.js'
import type { Query } from '../../../matching/index.js'
import type { PageAnswer } from '../../../report/app/answer-html.js'
import type { RunInfo } from '../../../report/run-info.js'
import type { RunFile, ShortResult } from '../../../report/result-schema.js'
import type { Helper } from '../helper.js'
import { dayNow } from '../today.js'
import { droppedFile } from './file-source.js'
import { PageJudges } from './page-judges.js'

/** Maximum rows of a file that a page judges. */
const mostRows = 50_000

/** Results of a file so far. */
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

export interface FileWork {
  readonly file: File
  readonly helpers: readonly Helper[]
  readonly query: Query
  readonly stop: AbortSignal
  /** Called after rows were added. @param share of the file processed */
  readonly added: (run: FileRun, from: number, share: number) => void
}

/**
 * Judges a file as a batch does, with its default options. @throws {FileProblem} when reading fails; the rows before
 * that are kept
 */
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
    yield made.cut ? firstOf(chunk, left) : chunk
    if (made.cut) return
  }
}

function firstOf(chunk: Chunk, rows: number): Chunk {
  const records = chunk.kind === 'records' ? chunk.records : smilesRecords(chunk)
  const { source, row, read } = chunk
  const layout = chunk.kind === 'records' ? chunk.layout : null
  return { kind: 'records', source, row, rows, records: records.slice(0, rows), layout, read }
}
