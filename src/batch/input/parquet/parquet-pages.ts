import type { AsyncBuffer, FileMetaData } from 'hyparquet'

/** Levels of structs and lists in a header; the format has a dozen. */
const deepest = 40

/** Size of the largest page of each column of a row group, summed over the columns. */
export interface GroupSize {
  readonly values: number
  readonly bytes: number
}

/** @throws {Error} if the index at the end of a file would need more memory than it has bytes */
export async function checkIndex(file: AsyncBuffer): Promise<void> {
  const end = new DataView(await file.slice(Math.max(0, file.byteLength - 8), file.byteLength))
  if (end.byteLength < 8) return
  const length = end.getUint32(0, true)
  // The reader reports any other fault at the end of the file.
  if (length > file.byteLength - 8) return
  new Thrift(await file.slice(file.byteLength - 8 - length, file.byteLength - 8)).struct()
}

/**
 * Checks every page header of a row group before decompression: the reader allocates the sizes they state, and a few
 * bytes can state a thousand million values.
 * @throws {Error} if the row count of a column differs from that of its row group
 */
export async function sizeOfGroup(
  file: AsyncBuffer,
  { columns, num_rows }: FileMetaData['row_groups'][number],
): Promise<GroupSize> {
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

interface Page {
  readonly rows: number
  readonly values: number
  readonly bytes: number
}

function pagesIn(buffer: ArrayBuffer): Page[] {
  const pages: Page[] = []
  const thrift = new Thrift(buffer)
  while (thrift.at < buffer.byteLength - 1) {
    const header = thrift.struct()
    const bytes = numberIn(header, 2)
    const data = header.get(5) ?? header.get(8)
    const counted = data ?? header.get(7)
    const values = counted instanceof Map ? numberIn(counted, 1) : 0
    pages.push({ rows: data === undefined ? 0 : values, values, bytes })
    thrift.at += numberIn(header, 3)
  }
  return pages
}

type Fields = Map<number, unknown>

function numberIn(fields: Fields, field: number): number {
  const value = fields.get(field) ?? 0
  if (typeof value !== 'number' || value < 0) throw new Error('a page header has a size below zero')
  return value
}

/** Thrift's compact encoding, as far as page headers need it; lists and strings are skipped. */
class Thrift {
  at = 0
  readonly #bytes: Uint8Array

  constructor(buffer: ArrayBuffer) {
    this.#bytes = new Uint8Array(buffer)
  }

  struct(depth = 0): Fields {
    const fields: Fields = new Map()
    for (let id = 0; ; ) {
      const head = this.#byte()
      if ((head & 15) === 0) return fields
      id = head >> 4 === 0 ? this.#zigzag() : id + (head >> 4)
      fields.set(id, this.#value(head & 15, depth + 1))
    }
  }

  #value(type: number, depth: number): unknown {
    if (depth > deepest) throw new Error(`its index is over ${deepest} levels deep`)
    switch (type) {
      case 1:
      case 2:
        return type === 1
      case 3:
        return this.#byte()
      case 4:
      case 5:
      case 6:
        return this.#zigzag()
      case 7:
        return this.#skip(8)
      case 8:
        return this.#skip(this.#varint())
      case 9:
        return this.#list(depth)
      case 12:
        return this.struct(depth)
      default:
        throw new Error(`its index holds a field of type ${type}`)
    }
  }

  #list(depth: number): void {
    const head = this.#byte()
    const length = head >> 4 === 15 ? this.#varint() : head >> 4
    if (length > this.#bytes.length - this.at)
      throw new Error(`its index holds a list of ${length} items in ${this.#bytes.length - this.at} bytes`)
    const type = head & 15
    for (let i = 0; i < length; i++) this.#value(type <= 2 ? 3 : type, depth + 1)
  }

  #skip(length: number): undefined {
    if (length > this.#bytes.length - this.at) throw new Error('its index is cut off')
    this.at += length
  }

  #byte(): number {
    if (this.at >= this.#bytes.length) throw new Error('its index is cut off')
    return this.#bytes[this.at++]!
  }

  #zigzag(): number {
    const value = this.#varint()
    return value % 2 === 0 ? value / 2 : -(value + 1) / 2
  }

  #varint(): number {
    let value = 0
    for (let factor = 1; ; factor *= 128) {
      const byte = this.#byte()
      value += (byte & 127) * factor
      if (byte < 128) return value
    }
  }
}
