import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, expect, test, vi } from 'vitest'
import { Reader } from '../../src/chem/index.js'
import { indexedLaw, ChunkJudge, type ChunkJudgeSetup, inOrder, fileSink } from '../../src/batch/index.js'
import { Resolver } from '../../src/identifiers/index.js'
import type { ChunkJudges, Done } from '../../src/batch/in-browser.js'
import { Pool } from '../../src/batch/threads/pool.js'
import { restOfChunk, type PlacedChunk } from '../../src/batch/run/rest-of-chunk.js'
import { runInfo } from '../../src/cli/output/run-info.js'
import type { Chunk, LineChunk } from '../../src/batch/input/chunk.js'
import type { Edition } from '../../src/law/index.js'
import { Screened } from '../../src/screen/index.js'
import { law } from '../support/law.js'
import { corpus } from './corpus.js'

// The bundle that users run. Node 20 dies if a thread is ended while it loads the module with `require`.
const plainWorker = fileURLToPath(new URL('../../dist/command/thread.cjs', import.meta.url))
const fragileWorker = fileURLToPath(new URL('fragile-worker.js', import.meta.url))

/** One jurisdiction: each thread makes its own screen, and the rules of all take longer than the rows. */
const query = { asOf: '2026-09-01', jurisdictions: ['US'] }
const setup: ChunkJudgeSetup = {
  format: 'ndjson',
  query,
  run: runInfo(law, query),
  explain: false,
  identify: 'controlled',
  screen: true,
  lookUp: false,
  only: null,
  today: '2026-09-01',
  jurisdictions: query.jurisdictions,
  files: null,
}

let pool: Pool | null = null
afterEach(async () => {
  await pool?.close()
  pool = null
})

const started = async (worker: string, workers = 2) =>
  (pool = await Pool.start({ workers, worker, edition: law.edition, setup }))

/** Chunks of 50 lines. */
async function* chunksOf(text: string): AsyncGenerator<LineChunk> {
  const lines = text.trimEnd().split('\n')
  for (let at = 0; at < lines.length; at += 50) {
    const own = lines.slice(at, at + 50)
    yield {
      kind: 'lines',
      source: 0,
      row: at + 1,
      rows: own.length,
      bytes: Uint8Array.from(Buffer.from(own.join('\n'))),
      tooLong: null,
      read: null,
    }
  }
}

async function rowsBy(judges: ChunkJudges, text: string, width: number): Promise<string> {
  let out = ''
  const judge = async (chunk: Chunk) => {
    const done = await judges.judge({ chunk, index: chunk.row })
    return { result: done, rest: restOfChunk({ chunk, index: chunk.row }, done).map((left) => left.chunk) }
  }
  for await (const done of inOrder<Chunk, Done>(chunksOf(text), width, judge)) out += Buffer.from(done.rows).toString()
  return out
}

const alone = () => new ChunkJudge(new Resolver(indexedLaw(law.edition), () => Reader.start()), setup)

test('threads give the rows of a single thread, in order', async () => {
  const text = corpus(1500, 20)
  expect((await rowsBy(await started(plainWorker), text, 5)) === (await rowsBy(alone(), text, 1))).toBe(true)
})

test('a thread judges in row order, whatever is waiting', async () => {
  const judges = await started(plainWorker, 1)
  const chunks: LineChunk[] = []
  for await (const chunk of chunksOf(corpus(350, 20))) chunks.push(chunk)
  const order: number[] = []
  await Promise.all(
    [1, 6, 2, 3, 4, 5, 7].map(async (number) => {
      const chunk = chunks[number - 1]!
      await judges.judge({ chunk, index: chunk.row })
      order.push(number)
    }),
  )
  expect(order).toEqual([1, 2, 3, 4, 5, 6, 7])
})

test('the rest of a chunk is not screened again, nothing is judged again, and its rows are the same', async () => {
  const clears = vi.spyOn(Screened.prototype, 'clears')
  const judged = vi.spyOn(Screened.prototype, 'judged')
  const chunkJudge = alone()
  const rows = async (mostMs: number) => {
    async function* chunks() {
      for await (const chunk of chunksOf(corpus(200, 5))) yield { chunk, index: chunk.row }
    }
    let out = ''
    let pieces = 0
    const judge = async (placed: PlacedChunk) => {
      const done = await chunkJudge.judge({ ...placed, mostMs })
      return { result: done, rest: restOfChunk(placed, done) }
    }
    for await (const done of inOrder<PlacedChunk, Done>(chunks(), 1, judge)) {
      out += Buffer.from(done.rows).toString()
      pieces++
    }
    return { out, pieces }
  }
  const whole = await rows(Infinity)
  const [asked, answered] = [clears.mock.calls.length, judged.mock.calls.length]
  expect(answered).toBeGreaterThan(20)
  const inPieces = await rows(0)
  expect(inPieces.pieces).toBeGreaterThan(2 * whole.pieces)
  expect(inPieces.out === whole.out).toBe(true)
  expect(clears.mock.calls.length).toBe(2 * asked)
  expect(judged.mock.calls.length).toBe(2 * answered)
  clears.mockRestore()
  judged.mockRestore()
})

test.each([
  ['exits', '[991C]'],
  ['throws', '[992C]'],
  ['throws while it screens', '[993C]'],
])('a thread that %s costs one row, which is unreadable', async (_, deadly) => {
  const lines = corpus(400, 20).trimEnd().split('\n')
  lines[120] = `${deadly} deadly`
  lines[133] = `${deadly} deadly too`
  const expected = (await rowsBy(alone(), lines.join('\n'), 1)).split('\n')
  const rows = (await rowsBy(await started(fragileWorker), lines.join('\n'), 5)).split('\n')
  for (const at of [120, 133]) {
    expect(JSON.parse(rows[at]!)).toMatchObject({
      index: at + 1,
      verdict: 'unreadable',
      problem: { code: 'engine-failure' },
    })
    rows[at] = expected[at]!
  }
  expect(rows).toEqual(expected)
})

test('a chunk comes back with what is known to crash threads, and one crash more is enough for a suspect', async () => {
  const lines = corpus(50, 5).trimEnd().split('\n')
  lines[20] = '[991C] deadly'
  lines[40] = '[991C] deadly too'
  const { value: chunk } = await chunksOf(lines.join('\n')).next()
  const judges = await started(fragileWorker, 1)
  const { harmful } = await judges.judge({
    chunk: chunk as Chunk,
    index: 1,
    harmful: { crashed: [20], late: [], suspect: 40 },
  })
  expect(harmful).toEqual({ crashed: [20, 40], late: [], suspect: null })
})

test.each(['threads', 'a single one'])(
  'memory returned to %s is used for later rows, and other rows stay',
  async (who) => {
    const judges: ChunkJudges = who === 'threads' ? await started(plainWorker, 1) : alone()
    const chunks: LineChunk[] = []
    for await (const chunk of chunksOf(corpus(150, 20))) chunks.push(chunk)
    const judge = (chunk: LineChunk) => judges.judge({ chunk, index: chunk.row })
    const [first, second] = [await judge(chunks[0]!), await judge(chunks[1]!)]
    const kept = Buffer.from(second.rows).toString()
    judges.reuse(first.rows.buffer)
    const third = await judge(chunks[2]!)
    if (who === 'threads') expect(first.rows.buffer.byteLength).toBe(0)
    else expect(third.rows.buffer).toBe(first.rows.buffer)
    expect(Buffer.from(second.rows).toString()).toBe(kept)
    expect(JSON.parse(Buffer.from(third.rows).toString().split('\n', 1)[0]!)).toMatchObject({ index: 101 })
  },
)

test('a file reports when bytes are written, not when they are accepted', async () => {
  const path = join(mkdtempSync(join(tmpdir(), 'coverage-')), 'rows')
  const sink = await fileSink(path)
  const lengths: number[] = []
  for (let i = 0; i < 3; i++) await sink.write(Buffer.alloc(1000), () => lengths.push(statSync(path).size))
  expect(lengths.length).toBeLessThan(3)
  await sink.close()
  expect(lengths).toHaveLength(3)
  lengths.forEach((length, i) => expect(length).toBeGreaterThanOrEqual((i + 1) * 1000))
  rmSync(dirname(path), { recursive: true })
})

test('threads that cannot start end the run with an error', async () => {
  await expect(Pool.start({ workers: 2, worker: plainWorker, edition: {} as Edition, setup })).rejects.toThrow(
    TypeError,
  )
})

test('an error in the input comes after the results before it', async () => {
  async function* items() {
    yield 1
    yield 2
    throw new Error('damaged')
  }
  const seen: number[] = []
  const all = async () => {
    for await (const n of inOrder(items(), 4, async (n) => ({ result: n * 10, rest: [] }))) seen.push(n)
  }
  await expect(all()).rejects.toThrow('damaged')
  expect(seen).toEqual([10, 20])
})

test('no more chunks than requested are processed at once', async () => {
  let inHand = 0
  let most = 0
  async function* items() {
    for (let i = 0; i < 50; i++) yield i
  }
  for await (const _ of inOrder(items(), 4, async () => {
    most = Math.max(most, ++inHand)
    await new Promise((resolve) => setTimeout(resolve, 1))
    inHand--
    return { result: null, rest: [] }
  }))
    expect(inHand).toBeLessThan(5)
  expect(most).toBe(4)
})
