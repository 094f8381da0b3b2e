import { linkSync, readFileSync, rmSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { shippedData, shippedEdition } from '../../src/cli/shipped.js'
import { fentanyl, ibuprofen, run, runJson } from './fake-host.js'
import { placesFor } from './files.js'

const { path, put } = placesFor('coverage-hostile-')

// Slow cases: hostile-input.long.test.ts.
test('JSON 3,000 levels deep is one unreadable row, and those after it are judged', async () => {
  const { code, rows } = await runJson([
    'batch',
    put(
      'deep.ndjson',
      `{"smiles":"CC"}\n{"smiles":"CC","x":${'['.repeat(3000)}${']'.repeat(3000)}}\n{"smiles":"${fentanyl}"}\n`,
    ),
    '-j',
    'US',
  ])
  expect([code, rows.map((r) => r.verdict)]).toEqual([3, ['uncontrolled', 'unreadable', 'listed']])
})

describe('no input file is written', () => {
  const input = () => put('in.smi', `${ibuprofen}\n`)
  const linked = (to: string, name: string) => {
    rmSync(path(name), { force: true })
    linkSync(to, path(name))
    return path(name)
  }
  const edition = () => put('edition.json', readFileSync(shippedEdition))
  test.each<[string, () => string[]]>([
    ['a hard link of the input as output', () => ['batch', input(), '-o', linked(input(), 'link.ndjson')]],
    [
      'a hard link of the input next to the output',
      () => ['batch', input(), '-o', linked(input(), 'j.ndjson.journal.partial').replace('.journal.partial', '')],
    ],
    [
      'the edition of a batch',
      () => ['batch', input(), '--edition', edition(), '--format', 'ndjson', '-o', path('edition.json')],
    ],
    [
      'a rule of a batch',
      () => [
        ...['batch', input()],
        ...[
          '--rule',
          `US=${put('rule.json', readFileSync(join(shippedData, 'us/rules/us-fentanyl-related-substances.json')))}`,
        ],
        ...['--format', 'ndjson', '-o', path('rule.json')],
      ],
    ],
    ['the edition of a check', () => ['check', 'CC', '--edition', edition(), '-o', path('edition.json')]],
    ['the results of a report', () => ['report', put('r.ndjson', '{}\n'), '-o', path('r.ndjson')]],
    [
      'the file of a comparison',
      () => ['compare', input(), '--against', '2020-01-01', '-o', linked(input(), 'c.json')],
    ],
  ])('%s', async (_, args) => {
    const given = args()
    const before = readFileSync(path('in.smi'), 'utf8')
    const { code, err } = await run(given)
    expect([code, err]).toEqual([2, expect.stringMatching(/ is both .+ and /)])
    expect(readFileSync(path('in.smi'), 'utf8')).toBe(before)
  })
})

describe('only one run at a time writes an output', () => {
  const input = () => put('few.smi', `${ibuprofen}\n`)
  test('a lock of a process with the id of a dead one', async () => {
    put('reused.ndjson.lock', JSON.stringify({ pid: process.pid, host: hostname(), started: '1' }))
    expect((await run(['batch', input(), '-j', 'US', '-o', path('reused.ndjson')])).code).toBe(0)
  })
  test('a lock of another machine counts while its heartbeat continues', async () => {
    put('other.ndjson.lock', JSON.stringify({ pid: 1, host: 'elsewhere', started: '1' }))
    expect((await run(['batch', input(), '-j', 'US', '-o', path('other.ndjson')])).err).toContain(
      'process 1 on elsewhere',
    )
  })
})

describe('characters that would affect a terminal', () => {
  const text = 'smiles,id\nCC,"\u001b[2Jx\u009by\rz"\n'
  test.each(['ndjson', 'csv'])('are escaped in %s', async (format) => {
    const { out } = await run(['batch', put('controls.csv', text), '-j', 'US', '--format', format])
    expect(out.replaceAll('\r\n', '\n')).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/)
    expect(out).toContain('\\u001b[2Jx\\u009by')
  })
  test('a rule file that is not JSON is not quoted', async () => {
    const { code, err } = await run(['check', 'CC', '--rule', `US=${put('secret.json', 'hunter2 is the word')}`])
    expect([code, err]).toEqual([2, expect.stringContaining('it is not JSON')])
    expect(err).not.toContain('hunter2')
  })
})

test('no message claims that rows are kept if nothing was done', async () => {
  const { code, err } = await run(['batch', put('none.csv', 'a,b\n1,2\n'), '-j', 'US', '-o', path('none.ndjson')])
  expect(code).toBe(2)
  expect(err).not.toContain('is kept')
})
