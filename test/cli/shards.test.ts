import { appendFileSync, readFileSync, writeFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Options } from '../../src/cli/options.js'
import { shardOf } from '../../src/cli/run/shard-option.js'
import { corpus } from '../batch/corpus.js'
import { writeJournal } from '../../src/batch/index.js'
import { run } from './fake-host.js'
import { shardRuns, table } from './shards.js'

const { path, put, parts, whole } = shardRuns()

test('CSV: one header; zipped shards are unzipped or zipped as the output requires', async () => {
  const inputs = [put('c.csv', table())]
  const expected = (await whole(inputs, 'c-whole.csv')).toString()
  const zipped = await parts(inputs, 3, 'c.csv.gz')
  await run(['merge', ...zipped, '-o', path('c-merged.csv')])
  expect(readFileSync(path('c-merged.csv'), 'utf8') === expected).toBe(true)
  await run(['merge', ...zipped, '-o', path('c-merged.csv.gz')])
  expect(gunzipSync(readFileSync(path('c-merged.csv.gz'))).toString() === expected).toBe(true)
})

test('a shard of stdin is refused: it would have no rows', async () => {
  const args = ['batch', '-', '--input-format', 'smi', '-j', 'US', '--shard', '1/2', '-o', path('stdin.ndjson')]
  const { code, err } = await run(args, { stdin: 'CCO\nCCN\n' })
  expect([code, err]).toEqual([2, expect.stringContaining('a shard needs files')])
})

describe('shards that cannot be merged', () => {
  let files: string[] = []
  beforeAll(async () => {
    put('m.smi', corpus(300, 50))
    files = await parts([path('m.smi')], 3, 'm.ndjson')
  })
  const merge = async (...given: string[]) => run(['merge', ...given, '-o', path('none.ndjson')])
  test.each<[string, () => Promise<string[]>, RegExp]>([
    ['a missing shard', async () => [files[0]!, files[2]!], /shard 2 of 3 is missing/],
    ['a shard given twice', async () => [...files, files[1]!], /shard 2 is given twice/],
    [
      'a shard of another count',
      async () => [files[0]!, ...(await parts([path('m.smi')], 2, 'n.ndjson'))],
      /is one of 2 shards|is one of 3 shards/,
    ],
    [
      'a shard of another day',
      async () => {
        const other = path('other-day.ndjson')
        await run(['batch', path('m.smi'), '--as-of', '2026-09-02', '-j', 'US', '--shard', '2/3', '-o', other])
        return [files[0]!, other, files[2]!]
      },
      /is from another run than .*the day/,
    ],
    [
      'a shard of a changed input',
      async () => {
        const other = path('changed.ndjson')
        appendFileSync(path('m.smi'), 'CCO more\n')
        await run(['batch', path('m.smi'), '--as-of', '2026-09-01', '-j', 'US', '--shard', '2/3', '-o', other])
        return [files[0]!, other, files[2]!]
      },
      /the input .*m\.smi differs/,
    ],
    [
      'an unfinished shard',
      async () => {
        const { check: _, ...journal } = JSON.parse(readFileSync(`${files[1]!}.journal`, 'utf8'))
        writeFileSync(path('half.ndjson'), readFileSync(files[1]!))
        await writeJournal(path('half.ndjson'), { ...journal, done: false })
        return [files[0]!, path('half.ndjson'), files[2]!]
      },
      /is not finished; continue it with --resume/,
    ],
    [
      'a shard that was written to later',
      async () => {
        writeFileSync(path('longer.ndjson'), `${readFileSync(files[1]!, 'utf8')}x`)
        writeFileSync(path('longer.ndjson.journal'), readFileSync(`${files[1]!}.journal`))
        return [files[0]!, path('longer.ndjson'), files[2]!]
      },
      /bytes, but its journal says/,
    ],
    [
      'a shard with a changed byte',
      async () => {
        const bytes = readFileSync(files[1]!)
        bytes[10] = bytes[10]! ^ 1
        writeFileSync(path('changed.ndjson'), bytes)
        writeFileSync(path('changed.ndjson.journal'), readFileSync(`${files[1]!}.journal`))
        return [files[0]!, path('changed.ndjson'), files[2]!]
      },
      /changed\.ndjson was changed since it was written/,
    ],
    ['the output of a run without shards', async () => [put('plain.ndjson', '{}\n')], /is not a shard/],
    [
      'a shard that is the output',
      async () => [...files, path('none.ndjson')],
      /not a part of a run|both a part and the output/,
    ],
  ])('%s', async (_, given, message) => {
    const { code, err } = await merge(...(await given()))
    expect([code, err]).toEqual([2, expect.stringMatching(message)])
  })
})

describe('choice of the shard', () => {
  test.each<[string, Record<string, string>, Pick<Options, 'shard'>, { part: number; of: number } | null]>([
    ['nothing asked', { SLURM_ARRAY_TASK_ID: '2', SLURM_ARRAY_TASK_COUNT: '4' }, {}, null],
    [
      'Slurm array from 0',
      { SLURM_ARRAY_TASK_ID: '2', SLURM_ARRAY_TASK_COUNT: '4', SLURM_ARRAY_TASK_MIN: '0' },
      { shard: true },
      { part: 3, of: 4 },
    ],
    [
      'Slurm array from 1',
      { SLURM_ARRAY_TASK_ID: '4', SLURM_ARRAY_TASK_COUNT: '4', SLURM_ARRAY_TASK_MIN: '1' },
      { shard: true },
      { part: 4, of: 4 },
    ],
    [
      'Slurm array in steps',
      {
        SLURM_ARRAY_TASK_ID: '20',
        SLURM_ARRAY_TASK_COUNT: '3',
        SLURM_ARRAY_TASK_MIN: '0',
        SLURM_ARRAY_TASK_STEP: '10',
      },
      { shard: true },
      { part: 3, of: 3 },
    ],
    ['Kubernetes index', { JOB_COMPLETION_INDEX: '0' }, { shard: { part: null, of: 5 } }, { part: 1, of: 5 }],
  ])('%s', (_, env, options, expected) => expect(shardOf(options, env)).toEqual(expected))
  test.each<[string, Record<string, string>, Pick<Options, 'shard'>, RegExp]>([
    ['no environment', {}, { shard: true }, /SLURM_ARRAY_TASK_ID or JOB_COMPLETION_INDEX/],
    ['Kubernetes without a count', { JOB_COMPLETION_INDEX: '0' }, { shard: true }, /--shard \/N/],
    ['a shard beyond the last', { JOB_COMPLETION_INDEX: '5' }, { shard: { part: null, of: 5 } }, /shard 6 of 5/],
  ])('%s', (_, env, options, message) => expect(() => shardOf(options, env)).toThrow(message))
  test.each([['0/3'], ['4/3'], ['x']])('--shard %s is a usage error', async (given) => {
    expect((await run(['batch', 'a.smi', '--shard', given, '-o', 'x.ndjson'])).err).toContain('2/8')
  })
  test('a shard without rows says so, and not that the file has none', async () => {
    const input = put('two.csv', 'smiles\nCCO\nCCC\n')
    const { code, err } = await run(['batch', input, '--shard', '1/5', '-o', path('none.csv')])
    expect([code, err]).toEqual([0, expect.stringContaining(`no rows in shard 1 of 5 of ${input}`)])
  })
  test('a shard needs an output', async () => {
    expect((await run(['batch', put('a.smi', 'C\n'), '--shard', '1/2'])).err).toContain('needs -o')
  })
})
