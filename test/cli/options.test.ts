import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { fentanyl, run } from './fake-host.js'
import { temporaryFolder } from './files.js'

const folder = temporaryFolder('coverage-options-')

function file(name: string, text: string): string {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

describe('an empty list, as from an unset variable, is rejected: it would query no law and find nothing', () => {
  test.each([
    ['check', fentanyl, '-j', ''],
    ['check', fentanyl, '-j', ' , '],
    ['history', fentanyl, '-j', ''],
    ['check', fentanyl, '--assume', ''],
    ['check', fentanyl, '--fail-on', ''],
    ['law', 'stats', '-j', ''],
    ['compare', 'examples/fentanyls-2018.csv', '-j', 'CN', '--against', ''],
  ])('%s %s %s %j', async (...args) => {
    const { code, out, err } = await run(args)
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain('expected one or more, comma-separated')
  })
})

describe('an option without effect is rejected, not ignored', () => {
  const table = 'examples/fentanyls-2018.csv'
  const days = ['--as-of', '2018-01-01', '--against', '2018-01-02']
  const smiles = () => file('s.smi', `CCO a\n`)
  const result = () => file('r.ndjson', '')
  test.each<[said: string, args: () => string[]]>([
    ['--assume-from needs --assume', () => ['compare', table, ...days, '--assume-from', '2018-01-01']],
    ['so omit -j,', () => ['compare', result(), result(), '-j', 'US']],
    ['so omit --as-of and --against,', () => ['compare', result(), result(), ...days]],
    ['so omit --kinds,', () => ['compare', result(), result(), '--kinds', 'drug']],
    ['--columns names a column with smiles', () => ['batch', smiles(), '--columns', 'smiles=2']],
    ['expected KIND=COLUMN, comma-separated; kinds are smiles,', () => ['batch', table, '--columns', 'drawn']],
    ['expected KIND=COLUMN', () => ['batch', table, '--columns', 'drawing=b,smiles=a']],
    ['--columns names a column with id', () => ['batch', smiles(), '--columns', 'id=2']],
    ['--columns names a column with smiles', () => ['compare', smiles(), ...days, '--columns', 'smiles=2']],
    [
      '--bom has no effect: csv is read and xlsx written',
      () => ['batch', table, '--bom', '-o', join(folder, 'b.xlsx')],
    ],
    ['--explain and --sheet have no effect', () => ['batch', table, '--explain', '--sheet', '2', '--format', 'csv']],
    ['--no-header has no effect: smi is read and ndjson written', () => ['batch', smiles(), '--no-header']],
    ['has a format (sdf) that this command does not write', () => ['check', 'CCO', '-o', join(folder, 'x.sdf')]],
    ['has a format (foo) that this command does not write', () => ['check', 'CCO', '-o', join(folder, 'x.foo')]],
    ['does not write to stdout; give -o, --output <file>', () => ['page', '-o', '-']],
    ['has a format (png) that this command does not write', () => ['check', 'CCO', '-o', join(folder, 'x.png')]],
    ['has a format (gz) that this command does not write', () => ['history', 'CCO', '-o', join(folder, 'x.json.gz')]],
  ])('%s', async (said, args) => {
    const { code, err } = await run(args())
    expect([code, err]).toEqual([2, expect.stringContaining(said)])
  })
  test('columns of one file among several are enough; an SD file has names; the usual column may be missing', async () => {
    expect(
      (await run(['batch', smiles(), file('t.csv', 'drawn,x\nCCO,a\n'), '--columns', 'smiles=drawn', '--quiet'])).code,
    ).toBe(0)
    expect((await run(['batch', file('e.sdf', ''), '--columns', 'id=x', '--quiet', '--allow-empty'])).code).toBe(0)
    expect((await run(['compare', file('u.csv', 'smiles\nCCO\n'), ...days])).code).toBe(0)
    expect((await run(['compare', file('f.csv', 'smiles,First seen\nCCO,2017\n'), ...days])).out).toContain(
      'first seen',
    )
    expect((await run(['check', 'CCO', '-j', 'US', '--json', '-o', join(folder, 'x.csv')])).code).toBe(0)
  })
  test('shards are merged as they are, whatever format the name of the result suggests', async () => {
    const part = join(folder, 'part.ndjson')
    await run(['batch', smiles(), '--shard', '1/1', '-o', part, '--quiet'])
    expect(await run(['merge', part, '-o', join(folder, 'whole.csv')])).toMatchObject({
      code: 2,
      err: expect.stringContaining('the shards are ndjson') as string,
    })
    expect((await run(['merge', part, '-o', join(folder, 'whole.jsonl'), '--quiet'])).code).toBe(0)
  })
})

describe('files that are not what they should be', () => {
  test('truncated results', async () => {
    const whole = gzipSync('{"index":1}\n'.repeat(2000))
    const path = join(folder, 'cut.ndjson.gz')
    writeFileSync(path, whole.subarray(0, 60))
    for (const args of [
      ['verify', path],
      ['report', path, '-o', join(folder, 'r.html')],
    ]) {
      const { code, err } = await run(args)
      expect([code, err]).toEqual([2, expect.stringMatching(/damaged or cut off|not a result/)])
      expect(err).not.toContain('Z_BUF')
    }
  })
  test('an empty Parquet file', async () => {
    expect((await run(['batch', file('e.parquet', '')])).err).toContain('it is empty')
  })
  test('records in a missing folder: a message, for every command that reads them', async () => {
    for (const command of ['lint', 'list', 'stats', 'pages'])
      expect(await run(['law', command, '--data', join(folder, 'none')])).toMatchObject({
        code: 2,
        err: expect.stringContaining('there is no folder') as string,
      })
  })
  test('a system error about a file ends with 2 and without a stack trace', async () => {
    mkdirSync(join(folder, 'law', 'zz.json'), { recursive: true })
    const { code, err } = await run(['law', 'lint', '--data', join(folder, 'law')])
    expect(code).toBeGreaterThan(0)
    expect(err).not.toMatch(/^ +at /m)
  })
  test('missing law data are reported', async () => {
    expect((await run(['check', 'CCO', '--edition', join(folder, 'none.json')])).err).toContain('there is no such file')
  })
})

describe('messages', () => {
  test('history shows what it cannot read, and passes no control character on', async () => {
    expect((await run(['history', 'C\u001b[31mC'])).out).toContain('C\\u001b[31mC: unreadable\n')
  })
  test('file names appear in them as given', async () => {
    expect((await run(['batch', '../no-such.smi'])).err).toBe('coverage: there is no file ../no-such.smi.\n')
  })
  test('the header of a file sends only text to the terminal', async () => {
    const { err } = await run([
      ...['batch', file('esc.csv', 'a\u001b[31mb,smiles\nx,CCO\n'), '--columns', 'smiles=no', '--quiet'],
    ])
    expect(err).toContain('columns: 1 a\\u001b[31mb, 2 smiles')
  })
})
