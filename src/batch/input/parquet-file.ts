import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import type { Compressors } from 'hyparquet'
import { recordWords } from '../../report/index.js'
import type { Meter } from './bytes.js'
import {
  chooseColumns,
  identifiersOf,
  listed,
  noteColumns,
  structureIn,
  type ColumnChoice,
  type Columns,
} from './columns.js'
import { FileProblem } from './file-problem.js'
import { deepestJson, mostColumns } from './input-limits.js'
import { asText, isDeeper } from './ndjson-file.js'
import { checkIndex, sizeOfGroup } from './parquet-pages.js'
import type { BatchRecord, SourceNotes } from './batch-record.js'

/** Values read at once, and the limit for their pages: higher for a larger file. */
const valuesAtOnce = 500_000
const mostValues = (size: number) => 8_000_000 + 8 * size
const mostBytes = (size: number) => 64 * 1024 * 1024 + 32 * size

/**
 * Rows of a Parquet file, a few thousand at a time. @throws {FileProblem} when it cannot be read, or no column can be
 * SMILES
 */
export async function* parquetRecords(
  file: string,
  options: ColumnChoice,
  source: SourceNotes,
  meter: Meter,
  size: number | null,
): AsyncGenerator<BatchRecord> {
  if (file === '-') throw new FileProblem(file, 'Parquet is read from its end, so it cannot come from stdin')
  if (size === 0) throw new FileProblem(file, 'it is empty, which a Parquet file never is, even without rows')
  // Loaded here so that commands that read no Parquet start without it.
  const { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects, parquetSchema } = await import('hyparquet')
  const { decompress } = await import('fzstd')
  /** Compressions that the reader lacks. None may yield more than the page header states. */
  const compressors: Compressors = {
    GZIP: (input, length) => gunzipSync(input, { maxOutputLength: length + 1 }),
    BROTLI: (input, length) => brotliDecompressSync(input, { maxOutputLength: length + 1 }),
    ZSTD: (input, length) => decompress(input, new Uint8Array(length)),
  }
  const problem = (error: unknown) => new FileProblem(file, `cannot be read as Parquet (${(error as Error).message})`)
  const buffer = await asyncBufferFromFile(file).catch((error: unknown) => {
    throw problem(error)
  })
  const metadata = await checkIndex(buffer)
    .then(() => parquetMetadataAsync(buffer))
    .catch((error: unknown) => {
      throw problem(error)
    })
  let columns: readonly string[]
  try {
    columns = parquetSchema(metadata).children.map((child) => child.element.name)
  } catch (error) {
    throw problem(error)
  }
  if (columns.length > mostColumns)
    throw new FileProblem(file, `the table has ${columns.length} columns; at most ${mostColumns} are read`)
  source.columns = columns
  const chosen = choose(file, columns, options)
  noteColumns(source, columns, columns, chosen, options)
  let row = 0
  for (const group of metadata.row_groups) {
    const { values, bytes } = await sizeOfGroup(buffer, group).catch((error: unknown) => {
      throw problem(error)
    })
    if (values > mostValues(buffer.byteLength) || bytes > mostBytes(buffer.byteLength))
      throw problem(
        new Error(
          `${values} values and ${bytes} bytes in pages that must be unpacked together are more than a file of ${buffer.byteLength} bytes can have; write it with smaller pages`,
        ),
      )
    const end = row + Number(group.num_rows)
    while (row < end) {
      const rowEnd = Math.min(end, row + Math.ceil(valuesAtOnce / columns.length))
      const objects = await parquetReadObjects({ file: buffer, metadata, rowStart: row, rowEnd, compressors }).catch(
        (error: unknown) => {
          throw problem(error)
        },
      )
      for (const object of objects)
        yield recordOf(
          columns.map((name) => [name, object[name]] as const),
          ++row,
          chosen,
        )
      if (row < rowEnd) throw problem(new Error(`row ${row + 1} is missing`))
    }
    meter.read += (size ?? 0) / metadata.row_groups.length
  }
}

function recordOf(values: readonly (readonly [string, unknown])[], row: number, chosen: Columns): BatchRecord {
  if (values.some(([, value]) => isDeeper(value, deepestJson)))
    return {
      row,
      name: null,
      text: '',
      problem: { code: 'too-long', message: recordWords.tooDeep(deepestJson), position: null },
      fields: [],
    }
  const fields = values.map(([name, value]) => [name, asText(value)] as const)
  const identifiers = identifiersOf(chosen, (index) => fields[index]![1])
  return {
    row,
    name: fields[chosen.id]?.[1].trim() || null,
    text: structureIn(fields[chosen.smiles]?.[1] ?? ''),
    ...(identifiers && { identifiers }),
    problem: null,
    fields,
  }
}

function choose(file: string, columns: readonly string[], options: ColumnChoice): Columns {
  const chosen = chooseColumns(
    columns,
    options,
    (given) => new FileProblem(file, `no column ${given}; columns: ${listed(columns)}`),
  )
  if (chosen === null)
    throw new FileProblem(
      file,
      `no SMILES column found, nor one with InChI, CAS numbers or names; columns: ${listed(columns)}. Give --smiles-col, --inchi-col, --inchikey-col, --cas-col or --name-col`,
    )
  return chosen
}
