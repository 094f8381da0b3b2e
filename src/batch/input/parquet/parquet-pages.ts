import type { AsyncBuffer, FileMetaData } from 'hyparquet'
import { deserializeTCompactProtocol } from 'hyparquet/src/thrift.js'

/**
 * Size of the largest page of each column of a row group, summed over the columns. Checks every page header before
 * decompression: the reader allocates the sizes they state, and a few bytes can state a thousand million values.
 * @throws {Error} if the row count of a column differs from that of its row group
 */
export async function sizeOfGroup(
  file: AsyncBuffer,
  { columns, num_rows }: FileMetaData['row_groups'][number],
): Promise<{ values: number; bytes: number }> {
  let values = 0
  let bytes = 0
  for (const { meta_data: column } of columns) {
    if (!column) continue
    const start = Number(column.dictionary_page_offset || column.data_page_offset)
    const end = Math.min(start + Number(column.total_compressed_size), file.byteLength)
    if (!(start >= 0 && start <= end))
      throw new Error(`column ${column.path_in_schema.join('.')} lies outside of the file`)
    const pages = pagesIn(await file.slice(start, end))
    const rows = pages.reduce((sum, page) => sum + page.rows, 0)
    if (column.path_in_schema.length === 1 && rows !== Number(num_rows))
      throw new Error(`column ${column.path_in_schema[0]} holds ${rows} rows, and its row group ${num_rows}`)
    // Values inside lists cannot be assigned to rows, so such a column is read whole.
    const together = (sizes: readonly number[]) =>
      column.path_in_schema.length === 1
        ? sizes.reduce((most, size) => Math.max(most, size), 0)
        : sizes.reduce((sum, size) => sum + size, 0)
    values += together(pages.map((page) => page.values))
    bytes += together(pages.map((page) => page.bytes))
  }
  return { values, bytes }
}

type Header = ReturnType<typeof deserializeTCompactProtocol>

function pagesIn(buffer: ArrayBuffer) {
  const pages: { rows: number; values: number; bytes: number }[] = []
  const reader = { view: new DataView(buffer), offset: 0 }
  while (reader.offset < buffer.byteLength - 1) {
    const header = deserializeTCompactProtocol(reader)
    // Data, in two versions, or a dictionary.
    const data = header.field_5 ?? header.field_8
    const values = sizeIn(data ?? header.field_7, 1)
    pages.push({ rows: data === undefined ? 0 : values, values, bytes: sizeIn(header, 2) })
    reader.offset += sizeIn(header, 3)
  }
  return pages
}

/** A size in a header; 0 if it is not given. */
function sizeIn(header: Header | undefined, field: number): number {
  const value: unknown = header?.[`field_${field}`] ?? 0
  if (typeof value !== 'number' || value < 0) throw new Error('a page header has a size below zero')
  return value
}
