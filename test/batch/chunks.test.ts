import { Readable } from 'node:stream'
import { describe, expect, test } from 'vitest'
import { chunkRows, type LineChunk } from '../../src/batch/input/chunk.js'
import { lineChunks } from '../../src/batch/in-browser.js'
import { linesOf } from '../../src/batch/index.js'
import { smilesRecords, split } from '../../src/batch/input/smiles-file.js'
import { seeded } from '../support/mutate.js'
import { corpus } from './corpus.js'

function pieces(bytes: Buffer, size: number): Readable {
  const parts: Buffer[] = []
  for (let at = 0; at < bytes.length; at += size) parts.push(bytes.subarray(at, at + size))
  return Readable.from(parts)
}

async function chunksOf(bytes: Buffer, size: number): Promise<{ chunks: LineChunk[]; notes: string[] }> {
  const notes = { notes: [] as string[] }
  const chunks: LineChunk[] = []
  for await (const chunk of lineChunks(0, pieces(bytes, size), notes)) chunks.push(chunk)
  return { chunks, notes: notes.notes }
}

/** Bytes of lines, including every kind of line end. */
function damaged(length: number, seed: number): Buffer {
  const random = seeded(seed)
  const some = [0x0a, 0x0a, 0x0d, 0x20, 0x09, 0x43, 0x43, 0x4e, 0x7c, 0x23, 0xe9, 0xc3, 0xa9]
  return Buffer.from(Array.from({ length }, () => some[Math.floor(random() * some.length)]!))
}

test('the records of chunks are the lines of the file, however the bytes arrive: 200 damaged files', async () => {
  for (let seed = 1; seed <= 200; seed++) {
    const bytes = damaged(400, seed)
    const lines: string[] = []
    for await (const line of linesOf(Readable.from([bytes]))) lines.push(line.text)
    for (const size of [1, 7, 1000]) {
      const { chunks } = await chunksOf(bytes, size)
      const records = chunks.flatMap(smilesRecords)
      expect(records.map((r) => [r.text, r.name])).toEqual(lines.map((line) => [split(line).text, split(line).name]))
      expect(records.map((r) => r.row)).toEqual(lines.map((_, i) => i + 1))
      expect(chunks.map((c) => c.rows)).toEqual(chunks.map((c) => smilesRecords(c).length))
    }
  }
})

describe('where a chunk ends', () => {
  const bytes = Buffer.from(corpus(5 * chunkRows + 17, 10))
  test('does not depend on how the bytes arrive', async () => {
    const whole = (await chunksOf(bytes, 1 << 20)).chunks.map((c) => [c.row, c.rows])
    for (const size of [100, 4096, 65536])
      expect((await chunksOf(bytes, size)).chunks.map((c) => [c.row, c.rows])).toEqual(whole)
    expect(whole.length).toBe(6)
  })
  test('depends on nothing before it: cut there, the rest splits into the same chunks', async () => {
    const { chunks } = await chunksOf(bytes, 4096)
    const lines = bytes.toString().split('\n')
    const rest = Buffer.from(lines.slice(chunks[0]!.rows + chunks[1]!.rows).join('\n'))
    expect((await chunksOf(rest, 5000)).chunks.map((c) => c.rows)).toEqual(chunks.slice(2).map((c) => c.rows))
  })
})

test('a header and a byte order mark are skipped, and only at the start', async () => {
  const { chunks, notes } = await chunksOf(Buffer.from('\ufeffsmiles name\nCC a\nsmiles name\n'), 3)
  expect(chunks.flatMap(smilesRecords).map((r) => r.text)).toEqual(['CC', 'smiles'])
  expect(notes).toHaveLength(1)
})

test('a line that is too long is a separate chunk, and is not held in memory', async () => {
  const { chunks } = await chunksOf(
    Buffer.concat([Buffer.from('CC a\n'), Buffer.alloc(3_000_000, 'C'), Buffer.from('\nCO b\n')]),
    65536,
  )
  expect(chunks.map((c) => [c.row, c.rows, c.tooLong])).toEqual([
    [1, 1, null],
    [2, 1, 3_000_000],
    [3, 1, null],
  ])
  expect(chunks[1]!.bytes.length).toBeLessThan(1000)
})
