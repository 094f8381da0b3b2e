import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { parquetWriteBuffer } from 'hyparquet-writer'
import { describe, expect, test } from 'vitest'
import { fentanyl, ibuprofen, run } from './fake-host.js'
import { placesFor } from './files.js'

const program = fileURLToPath(new URL('../../bin/coverage.js', import.meta.url))
const { path, put } = placesFor('coverage-hostile-')
const block = `m\n  test\n\n  1  0  0  0  0  0  0  0  0  0999 V2000\n    0.0000    0.0000    0.0000 C   0  0\nM  END\n`

describe('readers take time in proportion to their input', () => {
  const distinct = 180_000
  test.each<[string, string, string, number]>([
    ['an SD property line of > and 100,000 <', 'angles.sdf', `${block}>${'<'.repeat(100_000)}\nx\n\n$$$$\n`, 1],
    ['a CSV whose quotes never close', 'open.csv', `id,smiles\n"x,CC\n${'y,CC\n'.repeat(600)}`, 601],
    [
      'a CSV in which each line closes a quote and opens one',
      'chain.csv',
      `id,smiles\n"a\n${'x","y\n'.repeat(40_000)}`,
      40_001,
    ],
    [
      '180,000 distinct SD properties',
      'many.sdf',
      `${block}${Array.from({ length: distinct }, (_, i) => `> <p${i}>\nx\n\n`).join('')}$$$$\n`,
      1,
    ],
    [
      '180,000 distinct fields in JSON lines',
      'many.ndjson',
      `{"smiles":"CC"}\n{"smiles":"CC",${Array.from({ length: distinct }, (_, i) => `"${i.toString(36)}":1`).join()}}\n`,
      2,
    ],
  ])(
    '%s',
    async (_, name, text, rows) => {
      const begun = process.cpuUsage()
      const ran = await run(['batch', put(name, text), '-j', 'US', '--format', 'summary', '--quiet'])
      const { user } = process.cpuUsage(begun)
      expect(ran.out).toContain('overall')
      expect(
        [...ran.out.matchAll(/overall[^\n]*/g)][0]![0]
          .replaceAll(',', '')
          .match(/\d+/g)!
          .map(Number)
          .reduce((a, b) => a + b, 0),
      ).toBe(rows)
      expect(user).toBeLessThan(40_000_000)
    },
    200_000,
  )
  test('a table of 180,000 columns is rejected, naming the limit', async () => {
    const { code, err } = await run([
      ...[
        'batch',
        put('wide.csv', `smiles,${Array.from({ length: distinct }, (_, i) => i.toString(36)).join()}\nCC\n`),
      ],
      ...['-j', 'US'],
    ])
    expect([code, err]).toEqual([2, expect.stringContaining('180001 columns; at most 16384 are read')])
  })
})

/**
 * Prints the most memory of a process when it ends. Linux starts the `maxRSS` of a new process at the size of the
 * process that started it, so it cannot be used here.
 */
const memory = put(
  'memory.cjs',
  `process.on('exit', () => console.log(/^VmHWM:.*/m.exec(require('fs').readFileSync('/proc/self/status', 'utf8'))[0]))`,
)

describe('bombs: at most 600 MB, whatever a small input expands to', () => {
  const zstdFrame = (window: number, blocks: number) =>
    Buffer.concat([
      Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0x00, window]),
      ...Array.from({ length: blocks }, (_, i) =>
        Buffer.from([
          ((131072 << 3) | 2 | (i === blocks - 1 ? 1 : 0)) & 255,
          ((131072 << 3) >> 8) & 255,
          (131072 << 3) >> 16,
          0x43,
        ]),
      ),
    ])
  type ParquetOptions = Parameters<typeof parquetWriteBuffer>[0]
  const parquet = (columnData: ParquetOptions['columnData'], more: Partial<ParquetOptions> = {}) =>
    Buffer.from(parquetWriteBuffer({ columnData, ...more }))
  test.each<[string, string, () => Buffer | string]>([
    ['zstd of repeated blocks', 'bomb.smi.zst', () => zstdFrame(0x38, 6000)],
    ['a frame that requests 1 GB', 'window.smi.zst', () => zstdFrame(20 << 3, 2)],
    // Expands a thousand times.
    ['gzip of empty SD lines', 'bomb.sdf.gz', () => gzipSync(Buffer.alloc(4_000_000, '\n'), { level: 6 })],
    [
      '10,000 columns and 250 rows',
      'wide.csv',
      () => `smiles,${Array.from({ length: 9999 }, (_, i) => `c${i}`).join()}\n${'CC\n'.repeat(250)}`,
    ],
    ['carriage returns only', 'returns.smi', () => 'C\r'.repeat(200_000)],
    [
      '30,000 frames that request 128 MB each',
      'frames.smi.zst',
      () =>
        Buffer.concat(
          Array<Buffer>(30_000).fill(
            Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0x00, 17 << 3, (2 << 3) | 1, 0x00, 0x00, 0x43, 0x0a]),
          ),
        ),
    ],
    [
      '110,000 empty frames',
      'empty.smi.zst',
      () =>
        Buffer.concat(Array<Buffer>(110_000).fill(Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0x20, 0x00, 0x01, 0x00, 0x00]))),
    ],
    [
      'Parquet of nine million values in one page',
      'values.parquet',
      () =>
        parquet([{ name: 'smiles', data: Array<string>(9_000_000).fill('C'), type: 'STRING' }], {
          rowGroupSize: 9_000_000,
          pageSize: 1e9,
        }),
    ],
    [
      'Parquet with one text of 300 MB',
      'text.parquet',
      () =>
        parquet([{ name: 'smiles', data: ['C'.repeat(300_000_000)], type: 'STRING', encoding: 'PLAIN' }], {
          codec: 'GZIP',
          compressors: { GZIP: (input) => new Uint8Array(gzipSync(input, { level: 1 })) },
        }),
    ],
  ])(
    '%s',
    (_, name, make) => {
      const args = ['batch', put(name, make()), '-j', 'US', '--workers', '1', '--quiet', '-o', path(`${name}.ndjson`)]
      const ran = spawnSync(process.execPath, ['--require', memory, program, ...args], { encoding: 'utf8' })
      rmSync(path(`${name}.ndjson`), { force: true })
      const kb = Number(/^VmHWM:\s+(\d+) kB$/m.exec(ran.stdout)![1])
      expect([0, 2, 3]).toContain(ran.status)
      if (ran.status === 2)
        expect(ran.stderr).toMatch(
          /MB of memory|MB without a line break|more than a file of \d+ bytes can have|no rows in/,
        )
      expect(kb).toBeLessThan(600_000)
    },
    300_000,
  )
})

test('of two runs that write one output the second is refused, and a stale lock does not block', async () => {
  const many = put('many.smi', `${fentanyl}\n`.repeat(20_000))
  const output = path('locked.ndjson')
  const first = spawn(process.execPath, [program, 'batch', many, '-j', 'US', '--workers', '1', '--quiet', '-o', output])
  const rows = () =>
    existsSync(`${output}.journal`) ? JSON.parse(readFileSync(`${output}.journal`, 'utf8')).next.index - 1 : 0
  while (rows() === 0) await new Promise((resolve) => setTimeout(resolve, 20))
  const second = await run(['batch', many, '-j', 'US', '-o', output, '--resume'])
  expect([second.code, second.err]).toEqual([
    2,
    expect.stringContaining(`is being written by another run (process ${first.pid}`),
  ])
  const ended = new Promise((resolve) => first.on('close', resolve))
  first.kill('SIGKILL')
  await ended
  expect(existsSync(`${output}.lock`)).toBe(true)
  expect((await run(['batch', put('few.smi', `${ibuprofen}\n`), '-j', 'US', '-o', output])).err).toContain(
    'continue with --resume',
  )
  expect(existsSync(`${output}.lock`)).toBe(false)
}, 120_000)

test('on the full path with one worker the journal keeps up', async () => {
  const output = path('slow.ndjson')
  const child = spawn(process.execPath, [
    ...[program, 'batch', put('slow.smi', `${ibuprofen}\n`.repeat(6000)), '-j', 'US', '--no-screen'],
    ...['--workers', '1', '--quiet', '-o', output],
  ])
  let next = 1
  for (let waited = 0; next < 1000 && waited < 100_000; waited += 50) {
    await new Promise((resolve) => setTimeout(resolve, 50))
    if (existsSync(`${output}.journal`)) next = JSON.parse(readFileSync(`${output}.journal`, 'utf8')).next.index
  }
  const rows = readFileSync(output, 'utf8').split('\n').length - 1
  child.kill('SIGKILL')
  expect(next).toBeGreaterThanOrEqual(1000)
  expect(rows).toBeLessThan(6000)
  expect(rows - next).toBeLessThan(4000)
}, 120_000)
