import { Readable } from 'node:stream'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { openSource } from '../../src/batch/index.js'

const lines = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, i) => `${'C'.repeat(((from + i) % 40) + 1)}O r${from + i}\n`).join('')
const fifty = gzipSync(lines(0, 50))

/** Reads from pieces of a size, and gives the rows before an error, the error, and the bytes counted. */
async function read(packed: Buffer, piece = 65_536) {
  const pieces = Array.from({ length: Math.ceil(packed.length / piece) }, (_, i) =>
    packed.subarray(i * piece, (i + 1) * piece),
  )
  const source = openSource('-', 'smi', Readable.from(pieces), { header: true, parquetThread: '' })
  const names: (string | null)[] = []
  let error = ''
  try {
    for await (const { name } of source.records) names.push(name)
  } catch (thrown) {
    error = (thrown as Error).message
  }
  return { names, error, counted: Math.round(source.meter.read) }
}

const names = (to: number) => Array.from({ length: to }, (_, i) => `r${i}`)
const changed = (at: number) => {
  const packed = Buffer.from(fifty)
  packed[packed.length + at]! ^= 1
  return packed
}

describe('rows before damage are read', () => {
  test.each<[string, Buffer, string]>([
    ['other bytes after the data', Buffer.concat([fifty, Buffer.from('x')]), 'other bytes follow them'],
    ['a header cut off after the data', Buffer.concat([fifty, fifty.subarray(0, 5)]), 'unexpected end of file'],
    ['a header of another method after the data', Buffer.concat([fifty, Buffer.alloc(20, 0x1f)]), 'incorrect header'],
    ['a wrong checksum', changed(-8), 'incorrect data check'],
    ['a wrong length', changed(-1), 'incorrect length check'],
    ['no checksum', fifty.subarray(0, -8), 'unexpected end of file'],
  ])('%s: all 50', async (_, packed, reason) => {
    for (const piece of [65_536, 7, 1]) {
      const { names: found, error } = await read(packed, piece)
      expect(found).toEqual(names(50))
      expect(error).toContain(`damaged or cut off (${reason}`)
    }
  })
  test('cut off at each byte: an error, unless a member ends there, and only rows of the file', async () => {
    const packed = Buffer.concat([gzipSync(lines(0, 20)), gzipSync(lines(20, 50))])
    const whole = gzipSync(lines(0, 20)).length
    let most = 0
    for (let at = 2; at < packed.length; at++) {
      const { names: found, error } = await read(packed.subarray(0, at))
      expect(error === '', `${at}`).toBe(at === whole)
      expect(found).toEqual(names(found.length))
      expect(found.length).toBeGreaterThanOrEqual(most)
      most = found.length
    }
    expect(most).toBe(50)
  })
})

test('members with every part that a header can have, in pieces of any size; all bytes are counted', async () => {
  const header = Buffer.from(fifty.subarray(0, 10))
  header[3] = 2 | 4 | 8 | 16
  const parts = [Buffer.from([3, 0, 0, 1, 2]), Buffer.from('name\0comment\0'), Buffer.from([0, 0])]
  const packed = Buffer.concat([header, ...parts, fifty.subarray(10), gzipSync(''), gzipSync(lines(50, 90))])
  for (const piece of [1, 2, 3, 10, 64, 65_536])
    expect(await read(packed, piece)).toEqual({ names: names(90), error: '', counted: packed.length })
})
