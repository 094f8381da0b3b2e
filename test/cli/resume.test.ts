import { createHash } from 'node:crypto'
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { corpus } from '../batch/corpus.js'
import { writeJournal, type Journal } from '../../src/batch/index.js'
import { run } from './fake-host.js'
import { temporaryFolder } from './files.js'

// Killed and resumed runs: resume.long.test.ts.
const folder = temporaryFolder('coverage-resume-')

describe('runs that cannot be resumed', () => {
  const small = () => {
    const path = join(folder, 'small.smi')
    writeFileSync(path, corpus(3000, 1e9))
    utimesSync(path, 1000, 1000)
    return path
  }
  const command = (output: string, ...more: string[]) => [
    ...['batch', join(folder, 'small.smi'), '--as-of', '2026-09-01', '-j', 'US'],
    ...['-o', join(folder, output)],
    ...more,
  ]
  /** Leaves an output and its journal like a run killed after 2,000 rows. */
  async function half(output: string, ...more: string[]): Promise<void> {
    small()
    const path = join(folder, output)
    expect((await run(command(output, '--resume', ...more))).code).toBe(0)
    const { check: _, ...journal } = JSON.parse(readFileSync(`${path}.journal`, 'utf8'))
    const rows = `${readFileSync(path, 'utf8').split('\n').slice(0, 2000).join('\n')}\n`
    const bytes = Buffer.byteLength(rows)
    const tally = { ...journal.tally, total: 2000 }
    await writeJournal(path, {
      ...journal,
      done: false,
      bytes,
      sha256: createHash('sha256').update(rows).digest('hex'),
      tally,
      next: { index: 2001, source: 0, row: 2001, read: null },
    })
    truncateSync(path, bytes)
    appendFileSync(path, '{"index":2001,"half a row')
  }

  /** Changes one byte; size and time stay. */
  function changed(path: string, at: number): void {
    const { atime, mtime } = statSync(path)
    const bytes = readFileSync(path)
    const place = at < 0 ? bytes.length + at : at
    bytes[place] = bytes[place]! ^ 1
    writeFileSync(path, bytes)
    utimesSync(path, atime, mtime)
  }
  /** A journal with a valid checksum. */
  async function rewritten(output: string, change: (journal: Journal) => Journal): Promise<void> {
    const { check: _, ...journal } = JSON.parse(readFileSync(`${output}.journal`, 'utf8'))
    await writeJournal(output, change(journal as Journal))
  }

  test('half a row after the last entry is cut off', async () => {
    await half('cut.ndjson')
    expect((await run(command('cut.ndjson', '--resume'))).code).toBe(0)
    await run(command('cut-whole.ndjson'))
    expect(readFileSync(join(folder, 'cut.ndjson')).equals(readFileSync(join(folder, 'cut-whole.ndjson')))).toBe(true)
  })
  test('a copy, which has other times, is continued', async () => {
    await half('copied.ndjson')
    utimesSync(join(folder, 'small.smi'), 2000, 2000)
    const { code, err } = await run(command('copied.ndjson', '--resume'))
    expect([code, err]).toEqual([0, expect.not.stringContaining('changed')])
    await run(command('copied-whole.ndjson'))
    expect(readFileSync(join(folder, 'copied.ndjson'))).toEqual(readFileSync(join(folder, 'copied-whole.ndjson')))
  })
  test('without --as-of it continues with the day on which it began', async () => {
    await half('day.ndjson')
    const { code } = await run(
      ['batch', join(folder, 'small.smi'), '-j', 'US', '-o', join(folder, 'day.ndjson'), '--resume'],
      {
        today: '2026-10-15',
      },
    )
    expect(code).toBe(0)
    const { asOf, run: name } = JSON.parse(readFileSync(join(folder, 'day.ndjson.run.json'), 'utf8'))
    expect(asOf).toBe('2026-09-01')
    const rows = readFileSync(join(folder, 'day.ndjson'), 'utf8').trim().split('\n')
    expect(new Set(rows.map((row) => JSON.parse(row).run))).toEqual(new Set([name]))
  })
  test('an unfinished run is not overwritten unless it is removed', async () => {
    await half('kept.ndjson')
    const { code, err } = await run(command('kept.ndjson'))
    expect([code, err]).toEqual([2, expect.stringMatching(/unfinished run \(2000 rows\); continue with --resume/)])
  })
  test.each<[string, (output: string) => string[] | void | Promise<void>, RegExp]>([
    ['other options', () => ['-j', 'CN'], /options \(jurisdictions\) changed/],
    ['another day', () => ['--as-of', '2026-09-02'], /the day \(2026-09-01, now 2026-09-02\) changed/],
    [
      'an input of another size',
      () => appendFileSync(join(folder, 'small.smi'), 'C\n'),
      /the input .*small\.smi changed/,
    ],
    ['another part', () => ['--shard', '1/2'], /the part \(--shard\) changed/],
    ['an output shorter than its journal says', (output) => truncateSync(output, 10), /it has 10 bytes/],
    [
      'an input that changed at equal size and time',
      () => changed(join(folder, 'small.smi'), -10),
      /the input .*small\.smi changed/,
    ],
    ['a changed output', (output) => changed(output, 100), /was changed after the run wrote it/],
    [
      'a changed journal',
      (output) =>
        writeFileSync(
          `${output}.journal`,
          readFileSync(`${output}.journal`, 'utf8').replace('"row":2001', '"row":1901'),
        ),
      /journal: was changed since it was written/,
    ],
    [
      'a journal with another next row',
      (output) => rewritten(output, (j) => ({ ...j, next: { ...j.next, index: 1901, row: 1901 } })),
      /does not add up \(next\.index is 1901/,
    ],
    [
      'a journal with a number as text',
      (output) => rewritten(output, (j) => ({ ...j, bytes: String(j.bytes) as unknown as number })),
      /does not add up \(bytes/,
    ],
    [
      'a finished output with more bytes',
      (output) => rewritten(output, (j) => ({ ...j, done: true })),
      /bytes, but its journal says/,
    ],
    ['a damaged journal', (output) => writeFileSync(`${output}.journal`, '{'), /remove it to start again/],
    ['an output without a journal', (output) => rmSync(`${output}.journal`), /has no journal next to it/],
  ])('%s', async (title, change, message) => {
    const output = `${title.replaceAll(' ', '-')}.ndjson`
    await half(output)
    const more = (await change(join(folder, output))) ?? []
    const { code, err } = await run(command(output, '--resume', ...more))
    expect([code, err]).toEqual([2, expect.stringMatching(message)])
  })
  test('an empty output without a journal, left by a run killed at the start, is started', async () => {
    small()
    writeFileSync(join(folder, 'begun.ndjson'), '')
    expect((await run(command('begun.ndjson', '--resume'))).code).toBe(0)
    expect(readFileSync(join(folder, 'begun.ndjson'), 'utf8').split('\n').length).toBe(3001)
  })
  test('stdout and stdin', async () => {
    expect((await run(['batch', small(), '--resume'])).err).toContain('--resume needs -o')
  })
})

test('a finished run leaves no journal behind', async () => {
  const path = join(folder, 'tidy.smi')
  writeFileSync(path, 'CCO\n')
  await run(['batch', path, '-o', join(folder, 'tidy.ndjson')])
  expect(existsSync(join(folder, 'tidy.ndjson.journal'))).toBe(false)
})

test.each(['csv', 'smi'])(
  'a run that stopped within a chunk, because its input could not be read, continues with the next row: %s',
  async (format) => {
    const rows = corpus(2500, 1e9)
      .trim()
      .split('\n')
      .map((line, i) => (format === 'csv' ? `a${i},${line.split(' ')[0]}\n` : `${line}\n`))
    const first = gzipSync(`${format === 'csv' ? 'id,smiles\n' : ''}${rows.slice(0, 1750).join('')}`)
    const whole = Buffer.concat([first, gzipSync(rows.slice(1750).join(''))])
    // Through a broken pipe: a file would be detected as changed.
    const command = (output: string, ...more: string[]) => [
      ...['batch', '-', '--input-format', format, '--as-of', '2026-09-01', '-j', 'US'],
      ...['-o', join(folder, output)],
      ...more,
    ]
    expect((await run(command('within.ndjson'), { stdin: whole.subarray(0, first.length + 50) })).code).toBe(2)
    const text = (name: string) => readFileSync(join(folder, name), 'utf8')
    const before = text('within.ndjson').split('\n').length - 1
    expect(before).toBeGreaterThan(1000)
    expect(before).toBeLessThan(2500)
    const other = Buffer.from(whole)
    other[first.length + 20] = other[first.length + 20]! ^ 1
    expect((await run(command('within.ndjson', '--resume'), { stdin: other })).err).toContain(
      'the part that the interrupted run had read has changed',
    )
    expect((await run(command('within.ndjson', '--resume'), { stdin: whole })).code).toBe(0)
    await run(command('within-whole.ndjson'), { stdin: whole })
    expect(text('within.ndjson') === text('within-whole.ndjson')).toBe(true)
    for (const name of ['within.ndjson', 'within.ndjson.journal']) rmSync(join(folder, name), { force: true })
  },
)

test('a journal that cannot be written: no message claims that rows are kept', async () => {
  const input = join(folder, 'few.smi')
  writeFileSync(input, 'CCO\n')
  mkdirSync(join(folder, 'barred.ndjson.journal.partial'))
  const { code, err } = await run(['batch', input, '-o', join(folder, 'barred.ndjson')])
  expect([code, err]).toEqual([2, expect.stringMatching(/barred\.ndjson\.journal: cannot be written/)])
  expect(err).not.toContain('--resume')
})
