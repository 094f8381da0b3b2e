import type { Meter } from '../../../batch/input/meter.js'
import { recordChunks, type Chunk } from '../../../batch/input/chunk.js'
import { FileProblem } from '../../../batch/input/file-problem.js'
import { formatOfName, type BatchRecord, type SourceNotes } from '../../../batch/input/batch-record.js'
import { lineChunks } from '../../../batch/input/line-chunks.js'
import { linesOf } from '../../../batch/input/lines.js'
import { ndjsonRecords } from '../../../batch/input/ndjson-file.js'
import { sdRecords } from '../../../batch/input/sd-file.js'
import { tableRecords, type HeaderChoice } from '../../../batch/input/table-file.js'
import { asUtf8 } from '../../../batch/input/utf16.js'
import { workbookRecords } from '../../../batch/input/xlsx/xlsx-file.js'
import { appWords } from '../../../report/app/app-words.js'
import { archiveOf } from './browser-archive.js'

/** A dropped file as a stream of chunks. */
export interface DroppedFile {
  readonly chunks: AsyncIterable<Chunk>
  readonly meter: Meter
  readonly size: number
}

/** The defaults of a batch. */
const choice: HeaderChoice = { header: true }

/** Uses the readers of a batch. @throws {FileProblem} for a format that a page does not read */
export function droppedFile(file: File): DroppedFile {
  const format = formatOfName(file.name)
  const zipped = /\.zst$/i.test(file.name)
  if (format === null || format === 'parquet' || zipped) throw new FileProblem(file.name, appWords.noFormat)
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
