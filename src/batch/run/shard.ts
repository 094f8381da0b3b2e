import { closeSync, openSync, readSync } from 'node:fs'
import { bytesIn, type ByteRange } from '../input/bytes.js'
import type { Shard } from './journal.js'
import { lineChunks } from '../input/line-chunks.js'
import type { InputFormat } from '../input/batch-record.js'
import type { Position } from './run.js'
import type { Source } from '../input/source.js'
import { utf16Of } from '../input/utf16.js'

export interface ShardFile {
  readonly file: string
  readonly format: InputFormat
  readonly size: number | null
}

/**
 * The input of one shard: of each file a byte range (null for none), or records from one position to another. Plain
 * SMILES files are split by bytes, at line ends; others by chunks, in one counting pass.
 */
export async function planShard(shard: Shard, files: readonly ShardFile[], open: () => readonly Source[]) {
  const plain = files.every(({ file, format, size }) => format === 'smi' && size !== null && isPlain(file))
  return plain ? byBytes(shard, files as readonly (ShardFile & { size: number })[]) : byChunks(shard, open())
}

async function byBytes({ part, of }: Shard, files: readonly (ShardFile & { readonly size: number })[]) {
  const total = files.reduce((sum, { size }) => sum + size, 0)
  const cut = (p: number) => Math.floor((total * p) / of)
  let before = 0
  let index = 1
  let from: Position | null = null
  const ranges: (ByteRange | null)[] = []
  for (const [source, { file, size }] of files.entries()) {
    const within = (p: number) => lineStart(file, Math.min(size, Math.max(0, cut(p) - before)), size)
    const start = within(part - 1)
    const end = within(part)
    before += size
    if (from === null) {
      const earlier = await rowsIn(file, start)
      index += earlier
      if (end > start) from = { index, source, row: earlier + 1, read: null }
    }
    ranges.push(end > start ? { start, end } : null)
  }
  return { from: from ?? { index, source: files.length, row: 1, read: null }, until: null, ranges }
}

async function byChunks({ part, of }: Shard, sources: readonly Source[]) {
  const starts: Position[] = []
  let index = 1
  for (const [number, source] of sources.entries()) {
    for await (const chunk of source.chunks) {
      starts.push({ index, source: number, row: chunk.row, read: null })
      index += chunk.rows
    }
  }
  const end = { index, source: sources.length, row: 1, read: null }
  const cut = (p: number) => starts[Math.floor((starts.length * p) / of)] ?? end
  return { from: cut(part - 1), until: cut(part).index, ranges: null }
}

async function rowsIn(file: string, end: number): Promise<number> {
  let rows = 0
  if (end > 0)
    for await (const chunk of lineChunks(0, bytesIn(file, { start: 0, end }, { read: 0 }), { notes: [] }))
      rows += chunk.rows
  return rows
}

/** The first byte at or after `at` at which a line begins. */
function lineStart(file: string, at: number, size: number): number {
  if (at === 0 || at >= size) return at
  const descriptor = openSync(file, 'r')
  try {
    const buffer = Buffer.alloc(64 * 1024)
    for (let from = at - 1; from < size; ) {
      const read = readSync(descriptor, buffer, 0, buffer.length, from)
      if (read === 0) break
      const found = buffer.subarray(0, read).indexOf(0x0a)
      if (found >= 0) return from + found + 1
      from += read
    }
    return size
  } finally {
    closeSync(descriptor)
  }
}

function isPlain(file: string): boolean {
  const head = Buffer.alloc(4)
  const descriptor = openSync(file, 'r')
  try {
    readSync(descriptor, head, 0, 4, 0)
  } finally {
    closeSync(descriptor)
  }
  if (utf16Of(head)) return false
  return !(head[0] === 0x1f && head[1] === 0x8b) && head.readUInt32LE() !== 0xfd2fb528 && !/\.(gz|zst)$/i.test(file)
}
