import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet'
import { parquetWriteBuffer } from 'hyparquet-writer'
import { describe, expect, test } from 'vitest'
import { chainBlock, fentanyl, ibuprofen } from '../batch/nasty.js'
import { corpus } from '../batch/corpus.js'
import { run, runJson } from './fake-host.js'
import { temporaryFolder } from './files.js'

const folder = temporaryFolder('coverage-formats-')

const path = (name: string) => join(folder, name)
const file = (name: string, content: string | Uint8Array): string => {
  writeFileSync(path(name), content)
  return path(name)
}
const verdicts = (rows: any[]) => rows.map((r) => [r.id, r.verdict])
const expected = [
  ['a', 'listed'],
  ['b', 'uncontrolled'],
]

describe('JSON lines', () => {
  test('objects by field, other fields kept, anything but an object a separate row', async () => {
    const lines = [
      { smiles: fentanyl, id: 'a', n: 1, more: { x: [1] } },
      { smiles: ibuprofen, id: 'b' },
    ].map((o) => JSON.stringify(o))
    const { code, rows } = await runJson(['batch', file('a.ndjson', `${lines[0]}\nnot json\n\n[1]\n${lines[1]}`)])
    expect(rows.map((r) => [r.row, r.id, r.verdict, r.problem?.code ?? null])).toEqual([
      [1, 'a', 'listed', null],
      [2, 'row-2', 'unreadable', 'not-a-structure'],
      [3, 'row-3', 'unreadable', 'empty'],
      [4, 'row-4', 'unreadable', 'not-a-structure'],
      [5, 'b', 'uncontrolled', null],
    ])
    expect(rows[0].fields).toEqual({ smiles: fentanyl, id: 'a', n: '1', more: '{"x":[1]}' })
    expect(code).toBe(3)
  })
  test('CSV and Parquet: values are below their names, whatever their order; values without a column are reported', async () => {
    const lines = [
      '{"smiles":"CCO","id":"a","n":1}',
      '{"id":"b","smiles":"CCN","n":2}',
      '{"extra":"x","smiles":"CCC","__proto__":3,"id":"c"}',
      'no object',
    ]
    const { out, err } = await run(['batch', '-', '--input-format', 'ndjson', '-j', 'CA', '--format', 'csv'], {
      stdin: lines.join('\n'),
    })
    expect(out.split('\r\n').map((line) => line.split(',').slice(0, 4).join())).toEqual([
      'smiles,id,n,verdict',
      'CCO,a,1,uncontrolled',
      'CCN,b,2,uncontrolled',
      'CCC,c,,uncontrolled',
      ',,,unreadable',
      '',
    ])
    expect(err).toContain('-: 1 row has values in columns that do not occur')
    const json = await runJson(['batch', '-', '--input-format', 'ndjson', '-j', 'CA', '--format', 'ndjson'], {
      stdin: lines.join('\n'),
    })
    expect(json.rows[2].fields).toMatchObject({ extra: 'x', id: 'c' })
    expect(json.err).not.toContain('do not occur')
  })
  test('a table row with more cells than the header: reported if the cells are omitted, in words and as JSON', async () => {
    const table = ['batch', '-', '--input-format', 'csv', '-j', 'CA', '--format', 'csv']
    const stdin = 'name,smiles\na,CCO\nb,CCN,more\n'
    expect((await run(table, { stdin })).err).toContain('-: 1 row has values in columns that do not occur')
    expect(JSON.parse((await run([...table, '--log'], { stdin })).err)).toMatchObject({
      event: 'end',
      notes: [expect.stringContaining('-: 1 row')],
    })
  })
  test('fields by name; a missing one ends with 2', async () => {
    const path = file(
      'b.jsonl',
      `${JSON.stringify({ drawn: fentanyl, tag: 'a' })}\n${JSON.stringify({ drawn: ibuprofen, tag: 'b' })}\n`,
    )
    expect(verdicts((await runJson(['batch', path, '--columns', 'smiles=drawn', '--columns', 'id=tag'])).rows)).toEqual(
      expected,
    )
    const { code, err } = await run(['batch', path])
    expect([code, err]).toEqual([2, expect.stringContaining('fields: drawn, tag')])
  })
})

describe('Parquet', () => {
  const columnData = [
    { name: 'name', data: ['a', 'b'], type: 'STRING' as const },
    { name: 'SMILES', data: [fentanyl, ibuprofen], type: 'STRING' as const },
    { name: 'n', data: [1n, null], type: 'INT64' as const },
  ]
  test('columns guessed, values as text', async () => {
    const { rows } = await runJson(['batch', file('a.parquet', new Uint8Array(parquetWriteBuffer({ columnData })))])
    expect(verdicts(rows)).toEqual(expected)
    expect(rows.map((r) => r.fields)).toEqual([
      { name: 'a', SMILES: fentanyl, n: '1' },
      { name: 'b', SMILES: ibuprofen, n: '' },
    ])
  })
  test('several row groups, in order', async () => {
    const names = Array.from({ length: 2500 }, (_, i) => `r${i}`)
    const bytes = parquetWriteBuffer({
      columnData: [
        { name: 'id', data: names, type: 'STRING' },
        { name: 'smiles', data: names.map(() => ibuprofen), type: 'STRING' },
      ],
      rowGroupSize: 700,
    })
    const { rows } = await runJson(['batch', file('groups.parquet', new Uint8Array(bytes)), '-j', 'US'])
    expect(rows.map((r) => r.id)).toEqual(names)
  })
  test.each([
    ['a damaged file', () => file('bad.parquet', 'PAR1 and nothing'), /cannot be read as Parquet/],
    [
      'no such column',
      () =>
        file(
          'none.parquet',
          new Uint8Array(parquetWriteBuffer({ columnData: [{ ...columnData[0]!, name: 'batch' }] })),
        ),
      /columns: batch/,
    ],
  ])('%s ends with 2', async (_, made, message) => {
    const { code, err } = await run(['batch', made()])
    expect([code, err]).toEqual([2, expect.stringMatching(message)])
  })
  test('written: the cells of the CSV', async () => {
    const input = file('out.smi', corpus(45_000, 3000))
    await run(['batch', input, '-j', 'US', '--as-of', '2026-09-01', '-o', path('out.parquet')])
    await run(['batch', input, '-j', 'US', '--as-of', '2026-09-01', '-o', path('out.csv')])
    const rows = (await parquetReadObjects({ file: await asyncBufferFromFile(path('out.parquet')) })) as Record<
      string,
      string
    >[]
    const csv = readFileSync(path('out.csv'), 'utf8').trimEnd().split('\r\n')
    expect(Object.keys(rows[0]!)).toEqual(csv[0]!.split(','))
    expect(rows.length).toBe(45_000)
    expect(rows.map((r) => `${r.index},${r.id},`)).toEqual(
      csv.slice(1).map((line) => `${line.split(',', 2).join(',')},`),
    )
    expect(rows.filter((r) => r.verdict === 'listed').length).toBe(csv.filter((line) => /,listed,/.test(line)).length)
  })
  test('an empty input gives a file without rows', async () => {
    await run(['batch', file('none.smi', ''), '-o', path('none-out.parquet')])
    expect(await parquetReadObjects({ file: await asyncBufferFromFile(path('none-out.parquet')) })).toEqual([])
  })
  test.each([[['--resume']], [['--shard', '1/2']]])('%j is rejected, with the reason', async (more) => {
    expect((await run(['batch', file('r.smi', 'C\n'), '-o', path('r.parquet'), ...more])).err).toContain(
      'neither resumed nor merged',
    )
  })
})

describe('Zstandard', () => {
  /** A frame of uncompressed blocks. Source: RFC 8878, 3.1.1. */
  const pack = (text: string): Buffer => {
    const bytes = Buffer.from(text)
    const blocks: Buffer[] = []
    for (let at = 0; at < bytes.length; at += 64 * 1024) {
      const part = bytes.subarray(at, at + 64 * 1024)
      const header = Buffer.alloc(3)
      header.writeUIntLE((part.length << 3) | (at + part.length === bytes.length ? 1 : 0), 0, 3)
      blocks.push(header, part)
    }
    return Buffer.concat([Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0x00, 0x58]), ...blocks])
  }
  test('one frame, and two in sequence', async () => {
    expect(
      verdicts((await runJson(['batch', file('a.smi.zst', pack(`${fentanyl} a\n${ibuprofen} b\n`))])).rows),
    ).toEqual(expected)
    expect(
      verdicts(
        (
          await runJson([
            'batch',
            file('b.smi.zst', Buffer.concat([pack(`${fentanyl} a\n`), pack(`${ibuprofen} b\n`)])),
          ])
        ).rows,
      ),
    ).toEqual(expected)
  })
  test('truncated: the rows so far, then it ends with 2', async () => {
    const whole = pack(corpus(60_000, 1e9))
    const { code, rows, err } = await runJson([
      ...['batch', file('cut.smi.zst', whole.subarray(0, whole.length >> 1)), '-j', 'US'],
    ])
    expect(code).toBe(2)
    expect(rows.length).toBeGreaterThan(1000)
    expect(rows.length).toBeLessThan(60_000)
    expect(err).toMatch(/damaged or cut off/)
  })
  test('.zst that is not Zstandard', async () => {
    expect((await run(['batch', file('not.smi.zst', 'CCO\n')])).err).toContain('not Zstandard data')
  })
})

describe('SD output', () => {
  test('mol blocks and properties are kept, and findings added', async () => {
    const input = file(
      'in.sdf',
      `${chainBlock('one', 5)}>  <ID>\nP-1\n\n$$$$\nbroken\n$$$$\n${chainBlock('two', 3)}$$$$\n`,
    )
    await run(['batch', input, '-j', 'US', '-o', path('out.sdf')])
    const text = readFileSync(path('out.sdf'), 'utf8')
    expect(text).toContain('>  <ID>\nP-1\n\n>  <COVERAGE_VERDICT>\nuncontrolled\n')
    const again = await runJson(['batch', path('out.sdf'), '-j', 'US'])
    expect(again.rows.map((r) => [r.id, r.verdict, r.fields?.COVERAGE_VERDICT])).toEqual([
      ['one', 'uncontrolled', 'uncontrolled'],
      ['broken', expect.anything(), 'unreadable'],
      ['two', 'uncontrolled', 'uncontrolled'],
    ])
  })
  test('with several files each record names its own', async () => {
    const [a, b] = [file('a.sdf', `${chainBlock('a', 3)}$$$$\n`), file('b.sdf', `${chainBlock('b', 3)}$$$$\n`)]
    await run(['batch', a, b, '-j', 'US', '-o', path('both.sdf')])
    expect((await runJson(['batch', path('both.sdf'), '-j', 'US'])).rows.map((r) => r.fields.COVERAGE_FILE)).toEqual([
      a,
      b,
    ])
  })
  test('needs mol blocks', async () => {
    expect((await run(['batch', file('x.smi', 'C\n'), '-o', path('x.sdf')])).err).toContain('contains no mol blocks')
  })
})

describe('choice of rows and files', () => {
  test.each([
    ['hits', ['a']],
    ['clean', ['b']],
    ['undecided', ['c']],
    ['unreadable', ['d']],
  ])('--only %s writes those, and counts all', async (only, ids) => {
    const { rows, err } = await runJson([
      'batch',
      file('only.smi', `${fentanyl} a\n${ibuprofen} b\n*C c\nC1 d\n`),
      '--only',
      only,
    ])
    expect(rows.map((r) => r.id)).toEqual(ids)
    expect(err).toContain('4 inputs:')
  })
  test('patterns that no shell expanded, in name order', async () => {
    mkdirSync(path('many'), { recursive: true })
    for (const name of ['p2', 'p10', 'p1']) file(`many/${name}.smi`, `${ibuprofen} ${name}\n`)
    expect((await runJson(['batch', path('many/p*.smi')])).rows.map((r) => r.id)).toEqual(['p1', 'p10', 'p2'])
    expect((await run(['batch', path('many/q*.smi')])).err).toContain('no file matches')
  })
  test('a file whose name looks like a pattern is that file', async () => {
    expect((await runJson(['batch', file('[x].smi', `${ibuprofen} x\n`)])).rows.map((r) => r.id)).toEqual(['x'])
  })
})

describe('progress', () => {
  test('--log: the end as JSON, nothing else on stderr', async () => {
    const { err } = await run(['batch', file('log.smi', `${fentanyl} a\n`), '--log', '--format', 'ndjson'])
    expect(JSON.parse(err)).toMatchObject({
      event: 'end',
      total: 1,
      verdicts: { listed: 1 },
      screening: { cleared: 0 },
    })
  })
})

test('no other files are left next to the outputs', () => expect(existsSync(path('out.csv.journal'))).toBe(false))
