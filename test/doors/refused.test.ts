import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { needsToken } from '../../src/server/guards.js'
import { parseJson } from '../../src/unique-keys.js'
import { fentanyl, run, runJson } from '../cli/fake-host.js'
import { placesFor } from '../cli/files.js'
import { inline, workbook } from '../support/workbook.js'
import { type Started, startService } from './doors.js'

const { put } = placesFor('coverage-refused-')
const question = ['-j', 'US', '--as-of', '2026-09-01']
let started: Started
beforeAll(async () => void (started = await startService()))
afterAll(() => started.close())

test.each<[string, string | null]>([
  ['{"a":1,"a" :2}', 'a'],
  ['{"a":{"b":1},"c":[{"b":2},{"b":3,"\\u0062":4}]}', 'b'],
  ['{"__proto__":1,"__proto__":2}', '__proto__'],
  ['{"a":"x\\\\","b":1,\n"a"\t:2}', 'a'],
  ['{"a":"\\":","b":":"}', null],
  ['{"a":"{\\"b\\":1,\\"b\\":2}","b":1}', null],
  ['[{"a":1},{"a":1},"a",":"]', null],
])('a key twice in one object: %s', (text, key) => {
  const read = () => parseJson(text)
  if (key === null) expect(read()).toEqual(JSON.parse(text))
  else expect(read).toThrow(`the key ${JSON.stringify(key)} stands twice in one object`)
})

describe('a key twice is refused', () => {
  const row = `{"smiles":"${fentanyl}","smiles":"CCO"}\n`
  const twice = 'stands twice in one object'
  const settings = '{"kinds":["drug"],"kinds":["precursor"]}'
  test.each<[string, () => Promise<string>]>([
    [
      'batch',
      async () =>
        (await runJson(['batch', put('a.ndjson', row), ...question, '--format', 'ndjson'])).rows[0].problem.message,
    ],
    ['pipe', async () => (await run(['pipe', ...question], { stdin: row })).out],
    ['/v1/batch', () => started.post('/v1/batch', row)],
    ['/v1/check', () => started.post('/v1/check', `{"inputs":["CCO"],"inputs":["${fentanyl}"]}`)],
    ['/mcp', () => started.post('/mcp', '{"jsonrpc":"2.0","id":1,"id":2,"method":"ping"}')],
    ['settings', async () => (await run(['check', 'CCO', '--config', put('c.json', settings)])).err],
    ['a rule', async () => (await run(['check', 'CCO', '--rule', put('r.json', '{"id":"us-a","id":"us-b"}')])).err],
    ['positions', async () => (await run(['check', 'CCO', '--position', put('p.json', '{"a":1,"a":2}')])).err],
    ['results', async () => (await run(['verify', put('v.ndjson', '{"index":1,"index":2}\n')])).out],
  ])('%s', async (_, said) => expect((await said()).replace(/\s+/g, ' ')).toContain(twice))
})

test('a parameter twice in a URL is refused', async () => {
  const answer = await started.app.request('/v1/history?structure=CCO&structure=fentanyl', {
    headers: { host: 'localhost' },
  })
  expect([answer.status, await answer.json()]).toEqual([
    400,
    expect.objectContaining({ errors: [{ at: 'structure', message: 'given more than once' }] }),
  ])
})

test.each<[string, boolean]>([
  ['Bearer abc', true],
  ['bearer abc', true],
  ['BEARER  abc', true],
  ['Bearer abd', false],
  ['Basic abc', false],
  ['abc', false],
])('the scheme of a token has any case: %s', async (header, passes) => {
  let passed = false
  const context = { req: { path: '/v1/law', header: () => header } }
  await needsToken('abc')(context as never, async () => void (passed = true)).catch(() => {})
  expect(passed).toBe(passes)
})

test('a second field with a structure is reported in any object', async () => {
  const rows = '{"smiles":"CCO"}\n{"smiles":"CCO","SMILES":"CCC"}\n'
  for (const { err } of [
    await run(['batch', put('s.ndjson', rows), ...question]),
    await run(['pipe', ...question], { stdin: rows }),
  ])
    expect(err).toContain('the column SMILES is not checked, only smiles')
})

test('an option that names a column by its number means the name that the first object has there', async () => {
  const rows = `{"id":"a","s":"CCO"}\n{"s":"${fentanyl}","id":"b"}\n{"id":"c","name":"Caffeine","smiles":"CCO"}\n`
  const args = [...question, '--columns', 'smiles=2']
  const batch = await runJson(['batch', put('n.ndjson', rows), ...args, '--format', 'ndjson'])
  const pipe = await runJson(['pipe', ...args], { stdin: rows })
  for (const own of [batch, pipe])
    expect(own.rows.map((r) => r.verdict)).toEqual(['uncontrolled', 'listed', 'unreadable'])
})

test('characters that turn the direction of text are written out', async () => {
  const file = put('bidi.ndjson', `{"id":"a\u202eb\u2066","smiles":"${fentanyl}"}\n`)
  for (const format of ['csv', 'sarif', 'junit', 'github']) {
    const { out } = await run(['batch', file, ...question, '--format', format])
    expect([format, out]).toEqual([format, expect.not.stringMatching(/[\u202a-\u202e\u2066-\u2069]/)])
    expect(JSON.stringify(out)).toContain('u202eb')
  }
})

test('lines of builds count objects, not the line ends in their values', async () => {
  const file = put('lines.ndjson', `{"id":"a\\nb","smiles":"CCO"}\n{"id":"c","smiles":"${fentanyl}"}\n`)
  expect((await run(['batch', file, ...question, '--format', 'github'])).out).toContain('line=2,')
})

describe('a workbook', () => {
  const text = (cell: string) => `<c t="inlineStr"><is><t>${cell}</t></is></c>`
  const read = async (sheets: Readonly<Record<string, string>>, hidden: readonly string[] = []) =>
    runJson(['batch', put('b.xlsx', await workbook(sheets, { hidden })), ...question, '--format', 'ndjson'])
  test('a formula without a saved value makes an unreadable row, in columns that are read', async () => {
    const header = inline(['id', 'name', 'smiles', 'note'])
    const { rows } = await read({
      A: `${header}<row><c r="C2"><f>A1</f></c></row><row>${text('b') + text('Caffeine')}<c><f>A1</f></c></row><row>${
        text('c') + text('Caffeine') + text('CCO')
      }<c><f>A1</f></c></row><row>${text('d') + text('')}<c t="str"><f>""</f><v></v></c></row>`,
    })
    expect(rows.map((r) => [r.id, r.verdict])).toEqual([
      ['row-1', 'unreadable'],
      ['b', 'unreadable'],
      ['c', 'uncontrolled'],
      ['d', 'unreadable'],
    ])
    expect(rows[1].problem.message).toContain('a formula whose value the workbook does not have')
  })
  test('a hidden first sheet is not the default, and is named', async () => {
    const sheets = { One: inline(['smiles']) + inline(['CCO']), Two: inline(['smiles']) + inline([fentanyl]) }
    const { rows, err } = await read(sheets, ['One'])
    expect([rows.map((r) => r.verdict), err]).toEqual([['listed'], expect.stringContaining('not One (--sheet)')])
    expect((await read(sheets, ['One', 'Two'])).rows[0].verdict).toBe('uncontrolled')
  })
  test('a row with a text that the workbook lacks keeps its name', async () => {
    const { rows } = await read({ A: `${inline(['id', 'smiles'])}<row>${text('b')}<c t="s"><v>7</v></c></row>` })
    expect(rows.map((r) => [r.id, r.verdict])).toEqual([['b', 'unreadable']])
  })
})

test.each(['437-38-7 (base)', '437-38-7 (free base)', '437-38-7\u200b', 'Fentanyl\u200b', 'Fentanyl \ufeff'])(
  'read as it is meant: %j',
  async (input) => {
    const column = /^\d/.test(input) ? 'cas' : 'name'
    const { rows } = await runJson([
      ...['batch', put('i.ndjson', JSON.stringify({ [column]: input }))],
      ...question,
      ...['--format', 'ndjson'],
    ])
    expect(rows[0].lookup.substance).toBe('fentanyl')
    expect((await runJson(['check', input, ...question, '--json'])).rows[0].lookup.substance).toBe('fentanyl')
  },
)
