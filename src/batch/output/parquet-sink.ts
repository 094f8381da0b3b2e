import type { ParquetWriter as Writer } from 'hyparquet-writer'
import type { RunFile } from '../../report/index.js'
import { FileProblem } from '../input/file-problem.js'
import { rowsSink, type Sink } from './sink.js'

/** Rows of a row group, held until it is full. */
const groupRows = 20_000
/**
 * Cells of a row group, which limits the rows of a wide table. Each takes a few hundred bytes while held and written.
 */
const groupCells = 500_000
/** Columns of all row groups together: each is listed in the index at the end of the file, held until then. */
const mostListed = 500_000

/**
 * Takes rows as JSON arrays of cells, one per line, header first; writes Parquet string columns with the facts of the
 * run as metadata (`coverage.run`).
 */
export async function parquetSink(under: Sink, run: RunFile): Promise<Sink> {
  // Loaded here so that other outputs start without it.
  const { ByteWriter, ParquetWriter, schemaFromColumnData } = await import('hyparquet-writer')
  let header: readonly string[] | null = null
  let held: string[][] = []
  let writer: Writer | null = null
  let listed = 0
  const file = new ByteWriter()
  const handOn = async () => {
    await under.write(Uint8Array.from(new Uint8Array(file.getBuffer())))
    file.index = 0
  }
  const group = async () => {
    if (!header) return
    listed += header.length
    if (listed > mostListed)
      throw new FileProblem(
        'the output',
        `too many rows of ${header.length} columns for the index of a Parquet file; write .ndjson or .csv`,
      )
    const columnData = header.map((name, i) => ({
      name,
      data: held.map((cells) => cells[i] ?? ''),
      type: 'STRING' as const,
    }))
    writer ??= new ParquetWriter({
      writer: file,
      schema: schemaFromColumnData({ columnData }),
      kvMetadata: [{ key: 'coverage.run', value: JSON.stringify(run) }],
      createdBy: 'coverage',
    })
    if (held.length > 0) await writer.write({ columnData, rowGroupSize: held.length })
    held = []
    await handOn()
  }
  const take = async (cells: string[]) => {
    if (!header) header = cells
    else held.push(cells)
    if (held.length === groupRows || held.length * header.length >= groupCells) await group()
  }
  return rowsSink(take, async () => {
    header ??= ['verdict']
    await group()
    await writer!.finish()
    await handOn()
    await under.close()
  })
}
