import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { edition } from '../support/law.js'
import { fentanyl, run } from './fake-host.js'
import { testFolder } from './files.js'

const file = testFolder()

describe('countries by name', () => {
  test.each([
    ['China', 'CN'],
    ['usa', 'US'],
    ['United States', 'US'],
    ['Deutschland', 'DE'],
    ['中国', 'CN'],
    ['UK', 'GB'],
    ['United Nations', 'UN'],
    ['Chemical Weapons Convention', 'CWC'],
    ['Montreal Protocol', 'MPS'],
    ['de', 'DE'],
  ])('%s is %s', async (name, code) => {
    const { out } = await run(['check', 'CCO', '-j', name, '--as-of', '2020-01-01'])
    expect(out).toContain(`UNCONTROLLED in ${code} on 2020-01-01`)
  })
  test('an unrecorded one is reported with the recorded ones', async () => {
    const { code, err } = await run(['check', 'CCO', '-j', 'Atlantis'])
    expect([code, err]).toEqual([2, expect.stringMatching(/^coverage: no jurisdiction ATLANTIS\. Known: CA, CH, CN, /)])
  })
})

describe('mistyped words', () => {
  test.each<[string[], string]>([
    [['help', 'chekc'], 'coverage: there is no command chekc. Did you mean check?\n'],
    [
      ['check', 'CCO', '--assume', 'cn-proposed-fentanyl'],
      'coverage: no rule cn-proposed-fentanyl. Did you mean cn-proposed-fentanyl-class? All of them: coverage law list.\n',
    ],
    [['check', 'CCO', '--assume', 'nosuch'], 'coverage: no rule nosuch. All of them: coverage law list.\n'],
  ])('%j', async (args, said) => {
    expect(await run(args)).toEqual({ code: 2, out: '', err: said })
  })
  test('help of a command is not an error', async () => {
    for (const args of [['help'], ['help', 'check'], ['help', 'law'], ['help', 'law', 'show']]) {
      const { code, out } = await run(args)
      expect([code, out.startsWith('Usage: coverage')]).toEqual([0, true])
    }
  })
})

test.each([
  ['check', 'CCO', '--rule', 'no-such.json'],
  ['check', 'CCO', '--edition', 'no-such.json'],
  ['check', 'CCO', '--nonsense'],
  ['check', 'CCO', '--as-of', '2018-02-30'],
  ['check', 'CCO', '-o', 'no/such/folder/x.json'],
  ['batch', 'no-such.csv'],
  ['compare', 'no-such.csv', '--against', '2020-01-01'],
  ['expect', 'no-such.csv'],
  ['report', 'no-such.ndjson', '-o', 'x.html'],
  ['nonsense'],
])('%j: the error begins like all others, and has no system error code', async (...args) => {
  const { code, err } = await run(args)
  const [first] = err.split('\n').filter((line) => !line.startsWith('coverage: warning'))
  expect([code, first]).toEqual([2, expect.stringMatching(/^coverage: /)])
  expect(err).not.toMatch(/\bE[A-Z]{4,}\b/)
})

test('--version names the edition and its hash', async () => {
  for (const flag of ['--version', '-v'])
    expect((await run([flag])).out).toMatch(
      new RegExp(`^\\d+\\.\\d+\\.\\d+, edition ${edition.id} \\(sha256 ${edition.sha256.slice(0, 12)}\\)\n$`),
    )
})

describe('no input at all', () => {
  test.each([
    ['batch', 'id,smiles\n'],
    ['expect', 'structure,expected\n'],
  ])('%s: exit code 2, unless --allow-empty', async (command, text) => {
    const path = file('empty.csv', text)
    const { code, err } = await run([command, path])
    expect([code, err]).toEqual([2, expect.stringContaining(`no rows in ${path}; --allow-empty accepts that`)])
    expect((await run([command, path, '--allow-empty'])).code).toBe(0)
  })
  const results = () => file('empty.ndjson', '')
  const us = ['-j', 'US', '--as-of', '2026-09-01']
  const days = ['-j', 'US', '--as-of', '2018-01-01', '--against', '2026-09-01']
  test.each<[string, () => readonly string[]]>([
    ['compare', () => ['compare', file('header.csv', 'id,smiles\n'), ...days]],
    ['compare, of an empty file', () => ['compare', file('nothing.smi', ''), ...days]],
    ['compare --json', () => ['compare', file('nothing.smi', ''), ...days, '--json']],
    ['compare, empty result files', () => ['compare', results(), results()]],
    ['history', () => ['history', file('header.csv', 'id,smiles\n'), '-j', 'US']],
    ['history as a page', () => ['history', file('nothing.smi', ''), '-j', 'US', '--format', 'html']],
    ['history of rows', () => ['history', file('nothing.smi', ''), '-j', 'US', '-o', file('rows.ndjson', '')]],
    ['expect --lint', () => ['expect', '--lint', file('header.csv', 'id,smiles\n')]],
    ['verify', () => ['verify', results()]],
  ])('%s: exit code 2, unless --allow-empty', async (_, command) => {
    const { code, err } = await run(command())
    expect([code, err]).toEqual([2, expect.stringMatching(/no rows in \S+; --allow-empty accepts that/)])
    expect((await run([...command(), '--allow-empty'])).code).toBe(0)
  })
  test.each(['first', 'second'])('compare: the %s of two result files is empty', async (which) => {
    const { out } = await run(['check', '--json', fentanyl, ...us])
    const full = file('full.ndjson', out)
    const pair = which === 'first' ? [results(), full] : [full, results()]
    expect((await run(['compare', ...pair])).code).toBe(2)
    expect((await run(['compare', ...pair, '--allow-empty'])).code).toBe(0)
  })
  test('merge of shards that are all empty', async () => {
    const path = file('nothing.smi', '')
    const parts = ['1/2', '2/2'].map((shard) => [shard, file(`part-${shard[0]}.ndjson`, '')] as const)
    for (const [shard, part] of parts) await run(['batch', path, ...us, '--quiet', '--shard', shard, '-o', part])
    const merge = ['merge', ...parts.map(([, part]) => part), '-o', file('merged.ndjson', '')]
    expect((await run(merge)).code).toBe(2)
    expect((await run([...merge, '--allow-empty'])).code).toBe(0)
  })
  test('a shard may be empty', async () => {
    const path = file('one.smi', 'CCO a\n')
    const parts = await Promise.all(
      ['1/3', '2/3', '3/3'].map((shard) =>
        run(['batch', path, '--shard', shard, '-o', file(`${shard[0]}.ndjson`, '')]),
      ),
    )
    expect(parts.map((p) => p.code)).toEqual([0, 0, 0])
  })
})

describe('-o - is stdout', () => {
  const us = ['-j', 'US', '--as-of', '2026-09-01']
  test.each<[string, () => readonly string[]]>([
    ['check', () => ['check', fentanyl, ...us, '--json']],
    ['history', () => ['history', fentanyl, '-j', 'US', '--format', 'csv']],
    ['batch', () => ['batch', file('dash.smi', 'CCO a\n'), ...us]],
  ])('%s', async (_, command) => {
    const [plain, dash] = [await run(command()), await run([...command(), '-o', '-'])]
    expect([dash.code, dash.out]).toEqual([0, plain.out])
    expect(existsSync('-')).toBe(false)
  })
})

test('a name without an ending is text, and .txt too', async () => {
  for (const name of ['answer', 'answer.txt', 'in.a.folder/answer']) {
    const path = file(name.replaceAll('/', '-').replace('in.a.folder-', ''), '')
    expect((await run(['check', fentanyl, '-j', 'US', '-o', path])).code).toBe(0)
    expect(readFileSync(path, 'utf8')).toMatch(/^CCC.*: LISTED in US on/)
  }
})

test('compare under the same law names it', async () => {
  const days = ['-j', 'US', '--as-of', '2026-09-01', '--against', '2026-09-01']
  const { out } = await run(['compare', file('same.smi', 'CCO a\n'), ...days])
  expect(out).toMatch(/2026-09-01 {2}2026-09-01/)
})

test('help --help is help', async () => {
  const { code, out } = await run(['help', '--help'])
  expect([code, out]).toEqual([0, expect.stringContaining('Usage: coverage')])
})

test('every command is described by a sentence', async () => {
  for (const words of [['--help'], ['rule', '--help'], ['law', '--help']]) {
    const { out } = await run(words)
    const described = [
      ...out.slice(out.search(/^(?:Check|Read the records|Commands):/m)).matchAll(/^ {2}(?!help)[a-z].*? {2,}(\S)/gm),
    ]
    expect(described.length).toBeGreaterThan(2)
    for (const [line, first] of described) expect(first, line).toMatch(/[A-Z]/)
  }
})

describe('messages about written files', () => {
  test('-o says so; beside a drawing the answer is printed', async () => {
    const [json, svg] = [file('a.json', ''), file('a.svg', '')]
    expect((await run(['check', fentanyl, '-j', 'US', '-o', json])).err).toBe(`wrote ${json}\n`)
    const { err, out } = await run(['check', fentanyl, '-j', 'US', '-o', svg])
    expect(err).toBe(`wrote ${svg}\n`)
    expect(out).toContain('LISTED')
    const csv = file('b.csv', '')
    const batch = await run(['batch', file('b.smi', 'CCO a\n'), '-j', 'US', '-o', csv])
    expect(batch.err).toMatch(new RegExp(`\nwrote ${csv}\n$`))
  })
})

test('--data: unfinished records need no compilation step', async () => {
  const { mkdirSync, writeFileSync } = await import('node:fs')
  const { dirname, join } = await import('node:path')
  const data = join(dirname(file('x', '')), 'data')
  mkdirSync(join(data, 'us', 'lists'), { recursive: true })
  writeFileSync(join(data, 'us', 'lists', 'draft.json'), JSON.stringify({ id: 'draft' }))
  const bad = await run(['check', 'CCO', '--data', data])
  expect([bad.code, bad.err]).toEqual([2, expect.stringContaining('the records cannot be used')])
  expect((await run(['check', 'CCO', '--data', data, '--edition', 'x.json'])).err).toMatch(/cannot be used with/)
})
