import { Readable } from 'node:stream'
import { statSync } from 'node:fs'
import { expect, test } from 'vitest'
import { openSource } from '../../src/batch/index.js'
import { placesFor } from '../cli/files.js'

const { put } = placesFor('coverage-bombs-')

const blockBytes = 128 * 1024

/** A frame of blocks of one repeated byte: four bytes for 128 KB. */
function frame(blocks: number): Buffer {
  const block = (last: boolean) => {
    const header = (blockBytes << 3) | 2 | (last ? 1 : 0)
    return Buffer.from([header & 255, (header >> 8) & 255, header >> 16, 0x43])
  }
  return Buffer.concat([
    Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0x00, 0x38]),
    ...Array.from({ length: blocks }, (_, i) => block(i === blocks - 1)),
  ])
}

const open = (file: string) => openSource(file, 'smi', Readable.from([]), { header: true, parquetThread: '' })

test('a gigabyte without a line break is refused at the limit', async () => {
  const source = open(put('long.smi.zst', frame(8192)))
  const rest = source.chunks[Symbol.asyncIterator]()
  await expect(rest.next()).rejects.toThrow('over 256 MB without a line break')
  expect(source.meter.read).toBeLessThan(9000)
})

test.each([
  ['smi', 'C a\n', 'C b\n'],
  ['csv', 'smiles\nC\n', 'C\n'],
  ['ndjson', '{"smiles":"C"}\n', '{"smiles":"C"}\n'],
] as const)('%s: blank lines are rows up to a limit; then the file is refused', async (format, head, last) => {
  const rowsOf = async (blank: string) => {
    const file = put(`blank.${format}`, Buffer.from(head + blank + last))
    const source = openSource(file, format, Readable.from([]), { header: true, parquetThread: '' })
    let rows = 0
    try {
      for await (const record of source.records) rows = record.row
    } catch (error) {
      return [rows < 200_000, (error as Error).message.replace(file, '')]
    }
    return [rows]
  }
  expect(await rowsOf('\n'.repeat(50_000))).toEqual([50_002])
  const refused = [true, ': over 64 KB of blank lines in a row']
  expect(await rowsOf('\n'.repeat(400_000))).toEqual(refused)
  expect(await rowsOf(' \t\r\n'.repeat(100_000))).toEqual(refused)
})

test('a source that is closed unpacks no more, although no line has come', async () => {
  const file = put('closed.smi.zst', frame(2000))
  const source = open(file)
  const rest = source.chunks[Symbol.asyncIterator]()
  const next = rest.next()
  setTimeout(() => source.close(), 1)
  await next
  await rest.return?.(undefined)
  expect(source.meter.read).toBeLessThan(statSync(file).size)
})
