import { csvHeader, csvLine, csvRow, toJson, type RunInfo } from '../report/index.js'
import { FileProblem } from './file-problem.js'
import type { Judge } from './result.js'
import type { Sink } from './sink.js'
import type { Source } from './source.js'
import type { Tally } from './tally.js'

export interface BatchRun {
  readonly sources: readonly Source[]
  readonly judge: Judge
  readonly run: RunInfo
  readonly format: 'ndjson' | 'csv' | 'summary'
  /** Codes of the jurisdictions asked, in output order. */
  readonly jurisdictions: readonly string[]
  readonly sink: Sink
  readonly tally: Tally
  /** Called after each row. */
  readonly tick: (source: Source) => void
  /** Adds near misses and rules set aside to the machine output. */
  readonly explain: boolean
}

/**
 * Judges every record of every source, in order, in constant memory; one row out for one record in.
 * @throws {FileProblem} when a file cannot be read on; the rows before that are written
 */
export async function runBatch(batch: BatchRun): Promise<void> {
  const write = batch.format === 'csv' ? csvWriter(batch) : batch.format === 'ndjson' ? jsonWriter(batch) : async () => {}
  try {
    for (const source of batch.sources) {
      for await (const record of source.records) {
        const result = await batch.judge.judge(record, batch.tally.total + 1)
        await write(result, source)
        batch.tally.add(result.assessment)
        batch.tick(source)
      }
    }
  } catch (error) {
    if (error instanceof FileProblem) await batch.sink.close()
    throw error
  }
  await batch.sink.close()
}

type Write = (result: Awaited<ReturnType<Judge['judge']>>, source: Source) => Promise<void>

function jsonWriter({ sink, run, explain, sources }: BatchRun): Write {
  return ({ ref, record, assessment }, source) => {
    const fields = record.fields.length > 0 ? { fields: Object.fromEntries(record.fields) } : {}
    const file = sources.length > 1 ? { file: source.file } : {}
    return sink.write(`${JSON.stringify({ ...toJson(ref, assessment, run, { explain, caveats: explain ? 'full' : 'short' }), row: record.row, ...file, ...fields })}\n`)
  }
}

function csvWriter({ sink, jurisdictions }: BatchRun): Write {
  let columns: readonly string[] | null | undefined
  return async ({ ref, record, assessment }, source) => {
    const own = source.notes.columns ?? null
    if (columns === undefined) {
      columns = own
      await sink.write(csvLine(csvHeader({ columns, jurisdictions })))
    } else if (columns !== own && columns?.join('\0') !== own?.join('\0')) {
      throw new FileProblem(source.file, 'its columns differ from those of the first file; write CSV of each by itself, or use --format ndjson')
    }
    const layout = { columns, jurisdictions }
    await sink.write(csvLine(csvRow(ref, record.fields, assessment, layout)))
  }
}
