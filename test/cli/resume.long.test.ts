import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync, gzipSync } from 'node:zlib'
import { beforeAll, describe, expect, test } from 'vitest'
import { corpus } from '../batch/corpus.js'
import { seeded } from '../support/mutate.js'
import { run } from './fake-host.js'
import { temporaryFolder } from './files.js'

const program = fileURLToPath(new URL('../../bin/coverage.js', import.meta.url))
const lineCount = 4_000
const folder = temporaryFolder('coverage-resume-')
let input = ''
beforeAll(() => {
  input = join(folder, 'in.smi')
  writeFileSync(input, corpus(lineCount, 2000))
})

const args = (output: string, ...more: string[]) => [
  ...['batch', input, '--as-of', '2026-09-01', '-j', 'US', '-o', join(folder, output)],
  ...more,
]

interface Ended {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly err: string
}

/** Runs to the end, or sends a signal once the output has this many bytes. */
function started(
  command: readonly string[],
  stop?: { signal: NodeJS.Signals; file: string; bytes: number },
): Promise<Ended> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [program, ...command], { stdio: ['ignore', 'ignore', 'pipe'] })
    let err = ''
    child.stderr.on('data', (part: Buffer) => (err += part.toString()))
    let sent = false
    const watch = setInterval(() => {
      if (!sent && stop && existsSync(stop.file) && statSync(stop.file).size >= stop.bytes)
        sent = child.kill(stop.signal)
    }, 5)
    child.on('close', (code, signal) => {
      clearInterval(watch)
      resolve({ code, signal, err })
    })
  })
}

describe.each(['out.ndjson', 'out.csv', 'out.ndjson.gz'])('%s', (name) => {
  test('killed at random points and resumed, it ends with the bytes of an uninterrupted run', async () => {
    const whole = join(folder, `whole-${name}`)
    expect((await run(args(`whole-${name}`))).code).toBe(3)
    const size = statSync(whole).size
    const random = seeded(name.length)
    const output = join(folder, name)
    let killed = 0
    for (let round = 0; round < 4; round++) {
      const bytes = Math.floor(size * ((round + random()) / 5))
      const signal = round === 3 ? 'SIGTERM' : 'SIGKILL'
      const ended = await started(args(name, '--resume', '--workers', round === 1 ? '2' : '1'), {
        signal,
        file: output,
        bytes,
      })
      if (ended.signal !== null || ended.code === 143) killed++
    }
    expect(killed).toBeGreaterThan(1)
    const last = await started(args(name, '--resume'))
    expect(last.code, last.err).toBe(3)
    expect(last.err).toContain(`${lineCount} inputs:`)
    expect(readFileSync(output).equals(readFileSync(whole))).toBe(true)
    if (name.endsWith('.gz')) expect(gunzipSync(readFileSync(output)).toString().split('\n').length).toBe(lineCount + 1)
    // Resumed once more it has nothing to do, and reports the same.
    expect((await run(args(name, '--resume'))).code).toBe(3)
    expect(readFileSync(output).equals(readFileSync(whole))).toBe(true)
  }, 240_000)
})

test('histories of a file are continued after a kill, too', async () => {
  const few = join(folder, 'few.smi')
  writeFileSync(few, corpus(1500, 500))
  const history = (name: string, ...more: string[]) => ['history', few, '-j', 'US', '-o', join(folder, name), ...more]
  expect((await run(history('histories.csv'))).code).toBe(3)
  const whole = readFileSync(join(folder, 'histories.csv'))
  for (const share of [0.3, 0.7]) {
    const stop = { signal: 'SIGKILL' as const, file: join(folder, 'cut.csv'), bytes: Math.floor(whole.length * share) }
    expect((await started(history('cut.csv', '--resume', '--workers', '1'), stop)).signal).toBe('SIGKILL')
  }
  const last = await started(history('cut.csv', '--resume'))
  expect([last.code, last.err]).toEqual([3, expect.stringContaining('wrote ')])
  expect(readFileSync(join(folder, 'cut.csv')).equals(whole)).toBe(true)
}, 120_000)

test.each<[NodeJS.Signals, number]>([
  ['SIGINT', 130],
  ['SIGTERM', 143],
])(
  '%s ends with %i, the rows so far, and how to resume',
  async (signal, code) => {
    const output = join(folder, `${signal}.ndjson`)
    const ended = await started(args(`${signal}.ndjson`, '--workers', '1'), { signal, file: output, bytes: 1 })
    expect(ended.code).toBe(code)
    expect(ended.err).toMatch(new RegExp(`stopped by ${signal} after \\d+ rows; .*--resume`))
    const rows = readFileSync(output, 'utf8').split('\n').slice(0, -1)
    expect(rows.length).toBe(Number(/after (\d+) rows/.exec(ended.err)![1]))
    expect(JSON.parse(rows.at(-1)!).index).toBe(rows.length)
  },
  60_000,
)

test('a full disk: exit code 2, and the run resumes once there is room again', async () => {
  const output = join(folder, 'full.ndjson')
  // Enough rows that there is a journal entry before 2.4 MB are written.
  const large = join(folder, 'large.smi')
  writeFileSync(large, corpus(24_000, 2000))
  const args = (name: string, ...more: string[]) => [
    ...['batch', large, '--as-of', '2026-09-01', '-j', 'US', '-o', join(folder, name)],
    ...more,
  ]
  const limited = spawnSync(
    'bash',
    [
      '-c',
      `trap '' XFSZ; ulimit -f 2400; exec "$0" "$@"`,
      process.execPath,
      program,
      ...args('full.ndjson', '--workers', '1'),
    ],
    { encoding: 'utf8' },
  )
  expect(limited.status).toBe(2)
  expect(limited.stderr).toMatch(/cannot be written .*--resume/)
  const last = await started(args('full.ndjson', '--resume'))
  expect(last.code, last.err).toBe(3)
  const whole = join(folder, 'whole-full.ndjson')
  await run(args('whole-full.ndjson'))
  expect(readFileSync(output).equals(readFileSync(whole))).toBe(true)
}, 120_000)

test('an output that is removed while it is written: exit code 2', async () => {
  const output = join(folder, 'lost.ndjson')
  const running = started(args('lost.ndjson', '--workers', '1'))
  while (!existsSync(output) || statSync(output).size < 1000) await new Promise((resolve) => setTimeout(resolve, 5))
  rmSync(output)
  const { code, err } = await running
  expect([code, err]).toEqual([2, expect.stringMatching(/lost\.ndjson: cannot be written/)])
}, 60_000)

test('a zipped input is resumed too', async () => {
  const zipped = join(folder, 'in.smi.gz')
  writeFileSync(zipped, gzipSync(readFileSync(input)))
  const output = join(folder, 'zipped.ndjson')
  const ended = await started(['batch', zipped, '--as-of', '2026-09-01', '-j', 'US', '-o', output], {
    signal: 'SIGKILL',
    file: output,
    bytes: 400_000,
  })
  expect(ended.signal).toBe('SIGKILL')
  expect((await started(['batch', zipped, '--as-of', '2026-09-01', '-j', 'US', '-o', output, '--resume'])).code).toBe(3)
  expect(readFileSync(output, 'utf8').split('\n').length).toBe(lineCount + 1)
}, 120_000)
