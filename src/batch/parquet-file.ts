import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import type { Compressors } from 'hyparquet'
import type { Meter } from './bytes.js'
import { columnIndex, guessId, guessSmiles, type ColumnChoice } from './columns.js'
import { FileProblem } from './file-problem.js'
import { asText } from './ndjson-file.js'
import type { BatchRecord, SourceNotes } from './record.js'

/** Rows of a Parquet file, one row group at a time. @throws {FileProblem} when it cannot be read, or no column can be taken for SMILES */
export async function* parquetRecords(file: string, options: ColumnChoice, source: SourceNotes, meter: Meter, size: number | null): AsyncGenerator<BatchRecord> {
  if (file === '-') throw new FileProblem(file, 'Parquet is read from its end, so it cannot come from stdin')
  if (size === 0) throw new FileProblem(file, 'it is empty, and a Parquet file is not, even without rows')
  // Loaded here so that commands that read no Parquet start without it.
  const { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects, parquetSchema } = await import('hyparquet')
  const { decompress } = await import('fzstd')
  /** Those that the reader does not bring itself. */
  const compressors: Compressors = { GZIP: (input) => gunzipSync(input), BROTLI: (input) => brotliDecompressSync(input), ZSTD: (input) => decompress(input) }
  const problem = (error: unknown) => new FileProblem(file, `cannot be read as Parquet (${(error as Error).message})`)
  const buffer = await asyncBufferFromFile(file).catch((error: unknown) => {
    throw problem(error)
  })
  const metadata = await parquetMetadataAsync(buffer).catch((error: unknown) => {
    throw problem(error)
  })
  const columns = parquetSchema(metadata).children.map((child) => child.element.name)
  source.columns = columns
  const { smiles, id } = choose(file, columns, options)
  let row = 0
  for (const group of metadata.row_groups) {
    const rows = Number(group.num_rows)
    const objects = await parquetReadObjects({ file: buffer, metadata, rowStart: row, rowEnd: row + rows, compressors }).catch((error: unknown) => {
      throw problem(error)
    })
    for (const object of objects) {
      const fields = columns.map((name) => [name, asText(object[name])] as const)
      yield { row: ++row, name: (id < 0 ? '' : fields[id]![1].trim()) || null, text: fields[smiles]![1].trim(), problem: null, fields }
    }
    meter.read += (size ?? 0) / metadata.row_groups.length
  }
}

function choose(file: string, columns: readonly string[], options: ColumnChoice): { smiles: number; id: number } {
  const wanted = (given: string): number => {
    const index = columnIndex(columns, given)
    if (index < 0) throw new FileProblem(file, `no column ${given}; there are: ${columns.join(', ')}`)
    return index
  }
  const smiles = options.smiles === undefined ? guessSmiles(columns) : wanted(options.smiles)
  if (smiles < 0) throw new FileProblem(file, `no column is named like SMILES; there are: ${columns.join(', ')}. Give --smiles-col`)
  return { smiles, id: options.id === undefined ? guessId(columns) : wanted(options.id) }
}
