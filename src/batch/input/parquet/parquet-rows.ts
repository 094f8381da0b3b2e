import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { decompress } from 'fzstd'
import {
  asyncBufferFromFile,
  parquetMetadataAsync,
  parquetReadObjects,
  parquetSchema,
  type Compressors,
} from 'hyparquet'
import { deepestJson, isDeeper } from '../input-limits.js'
import { asText } from '../ndjson-file.js'
import { sizeOfGroup } from './parquet-pages.js'

/** What is read from a Parquet file: first the names of its columns, then its rows. */
export type ParquetPart =
  | { readonly kind: 'columns'; readonly columns: readonly string[] }
  /** Null for a row with a value that is too deep. */
  | { readonly kind: 'rows'; readonly rows: readonly (readonly string[] | null)[] }
  /** The end of one of several groups of rows. */
  | { readonly kind: 'group'; readonly of: number }

/** Values read at once, and the limit for their pages: higher for a larger file. */
const valuesAtOnce = 500_000
const mostValues = (size: number) => 8_000_000 + 8 * size
const mostBytes = (size: number) => 64 * 1024 * 1024 + 32 * size
const valuesInPart = 50_000

/** Compressions that the reader lacks. None may yield more than the page header states. */
const compressors: Compressors = {
  GZIP: (input, length) => gunzipSync(input, { maxOutputLength: length + 1 }),
  BROTLI: (input, length) => brotliDecompressSync(input, { maxOutputLength: length + 1 }),
  ZSTD: (input, length) => decompress(input, new Uint8Array(length)),
}

/** @throws {Error} if it cannot be read. Damaged pages may never end: run it where it can be stopped. */
export async function* parquetRows(file: string): AsyncGenerator<ParquetPart> {
  const buffer = await asyncBufferFromFile(file)
  const metadata = await parquetMetadataAsync(buffer)
  const columns = parquetSchema(metadata).children.map((child) => child.element.name)
  yield { kind: 'columns', columns }
  let row = 0
  for (const group of metadata.row_groups) {
    const { values, bytes } = await sizeOfGroup(buffer, group)
    if (values > mostValues(buffer.byteLength) || bytes > mostBytes(buffer.byteLength))
      throw new Error(
        `${values} values and ${bytes} bytes in pages that must be unpacked together are more than ` +
          `a file of ${buffer.byteLength} bytes can have; write it with smaller pages`,
      )
    const end = row + Number(group.num_rows)
    while (row < end) {
      const rowEnd = Math.min(end, row + Math.ceil(valuesAtOnce / columns.length))
      const objects = await parquetReadObjects({ file: buffer, metadata, rowStart: row, rowEnd, compressors })
      const rowsInPart = Math.ceil(valuesInPart / columns.length)
      for (let from = 0; from < objects.length; from += rowsInPart)
        yield { kind: 'rows', rows: objects.slice(from, from + rowsInPart).map((object) => textsOf(columns, object)) }
      row += objects.length
      if (row < rowEnd) throw new Error(`row ${row + 1} is missing`)
    }
    yield { kind: 'group', of: metadata.row_groups.length }
  }
}

function textsOf(columns: readonly string[], object: Readonly<Record<string, unknown>>): string[] | null {
  const values = columns.map((name) => object[name])
  return values.some((value) => isDeeper(value, deepestJson)) ? null : values.map(asText)
}
