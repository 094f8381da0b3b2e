import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { temporaryFolder } from './files.js'

const program = fileURLToPath(new URL('../../bin/coverage.js', import.meta.url))
const zipped = gzipSync(Array.from({ length: 1500 }, (_, i) => `${'C'.repeat((i % 40) + 1)}O a${i}\n`).join(''))
const folder = temporaryFolder('coverage-input-')

/** A separate process: one that waits for something that never comes ends without a message. */
function batch(bytes: Buffer) {
  const path = join(folder, 'in.smi.gz')
  writeFileSync(path, bytes)
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [program, 'batch', path, '-j', 'US', '--format', 'ndjson'],
    { encoding: 'utf8', maxBuffer: 1e9 },
  )
  return { status, rows: stdout.split('\n').length - 1, stderr }
}

describe('data after the end of gzip data', () => {
  test.each([1, 20_000, 100_000])('%i zeros, as padding of tapes and blocks: all rows', (zeros) => {
    const { status, rows, stderr } = batch(Buffer.concat([zipped, Buffer.alloc(zeros)]))
    expect([status, rows]).toEqual([0, 1500])
    expect(stderr).toContain('1500 inputs:')
  })
  test.each<[string, Buffer[]]>([
    ['other bytes', [Buffer.from('x')]],
    ['zeros and more data', [Buffer.alloc(10), zipped]],
    ['many zeros and more data', [Buffer.alloc(60_000), zipped]],
  ])('%s: reported, and no rows are omitted silently', (_, more) => {
    const { status, stderr } = batch(Buffer.concat([zipped, ...more]))
    expect(status).toBe(2)
    expect(stderr).toContain('damaged or cut off')
  })
  test('more gzip data, at each position where chunks of the file may end: the rows of both', () => {
    const size = 16 * 1024
    for (const off of [-1, 0, 1]) {
      const filler = gzipSync('', { level: 0 })
      const first = padded(size * 2 + off - filler.length)
      expect(batch(Buffer.concat([first, filler, zipped])).rows, String(off)).toBe(1501)
    }
  })
})

/** One line as gzip data of a given size: the rest is a name in the header. */
function padded(length: number): Buffer {
  const plain = gzipSync('CCO\n')
  const head = Buffer.from(plain.subarray(0, 10))
  head[3] = 8
  return Buffer.concat([head, Buffer.alloc(length - plain.length - 1, 'n'), Buffer.from([0]), plain.subarray(10)])
}
