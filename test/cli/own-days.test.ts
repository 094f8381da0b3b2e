import { readFileSync } from 'node:fs'
import { parquetWriteBuffer } from 'hyparquet-writer'
import { describe, expect, test } from 'vitest'
import type { Result } from '../../src/report/index.js'
import { run, runJson } from './fake-host.js'
import { placesFor } from './files.js'

const { path, put } = placesFor('coverage-days-')

/** Listed in the United States since 2018-02-06 as a member of a class. */
const smiles = 'CC=CC(=O)N(c1ccccc1)C1CCN(CCc2ccccc2)CC1'
const sd = `
  x

  1  0  0  0  0  0  0  0  0  0999 V2000
    0.0000    0.0000    0.0000 C   0  0
M  END
`

test('a column of dates that is not used is named', async () => {
  const { out, err } = await run(['batch', put('dates.csv', `smiles,Date\n${smiles},2017-01-01\n`), '-j', 'US'])
  expect(out).not.toContain('"asOf":"2017-01-01"')
  expect(err).toContain('the dates in Date are not used: all rows are judged by the law of')
})

describe('rows with a day of their own', () => {
  const files: [name: string, column: string, file: () => string][] = [
    ['CSV', 'as_of', () => put('a.csv', `smiles,as_of\n${smiles},2017-01-01\n`)],
    ['CSV, another spelling', 'As of', () => put('b.csv', `smiles,As of\n${smiles},2017-01-01\n`)],
    ['JSON lines', 'asOf', () => put('c.ndjson', `{"smiles":"${smiles}","asOf":"2017-01-01"}\n`)],
    [
      'JSON lines, not in the first',
      'asOf',
      () => put('d.ndjson', `{"smiles":"C"}\n{"smiles":"${smiles}","asOf":"2017-01-01"}\n`),
    ],
    ['an SD file', 'AS_OF', () => put('e.sdf', `${sd}> <AS_OF>\n2017-01-01\n\n$$$$\n`)],
    [
      'Parquet',
      'as_of',
      () =>
        put(
          'f.parquet',
          Buffer.from(
            parquetWriteBuffer({
              columnData: [
                { name: 'smiles', data: [smiles], type: 'STRING' },
                { name: 'as_of', data: ['2017-01-01'], type: 'STRING' },
              ],
            }),
          ),
        ),
    ],
  ]
  test.each(files)('are judged by the law of their day, with and without the screen: %s', async (_, column, file) => {
    const input = file()
    const day = ['-j', 'US', '--as-of', '2018-02-06', '--format', 'ndjson']
    const { code, out, err } = await run(['batch', input, ...day])
    const rows = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Result)
    expect([code, rows.at(-1)!.verdict, rows.at(-1)!.asOf]).toEqual([0, 'uncontrolled', '2017-01-01'])
    expect(err).toContain(`each row is judged by the law of the day in ${column}, or of 2018-02-06 where there is none`)
    expect(err).toContain('records begin on these days, and earlier control is not included: US 1971-05-01\n')
    expect((await run(['batch', input, ...day, '--no-screen'])).out).toBe(out)
  })
  test.each(files)('are left out with --ignore-dates, and that is said: %s', async (_, column, file) => {
    const { out, err } = await run([
      ...['batch', file(), '-j', 'US', '--as-of', '2018-02-06', '--format', 'ndjson', '--ignore-dates'],
    ])
    const days = out
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as Result).asOf)
    expect(new Set(days)).toEqual(new Set(['2018-02-06']))
    expect(err).toContain(`the days in ${column} are ignored: all rows are judged by the law of 2018-02-06`)
  })
  test('a row without a day has that of --as-of, a bad day is unreadable and named, and all are counted', async () => {
    const rows = `${smiles},2018-02-05\n${smiles},2018-02-06\n${smiles},\n${smiles},2018-02-30\nCCO,2017-01-01\n`
    const input = put('mixed.csv', `smiles,as_of\n${rows}`)
    const out = path('mixed.ndjson')
    const { code } = await run(['batch', input, '-j', 'US', '--as-of', '2019-01-01', '-o', out])
    const found = readFileSync(out, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Result)
    expect([code, found.map(({ verdict }) => verdict)]).toEqual([
      3,
      ['uncontrolled', 'class', 'class', 'unreadable', 'uncontrolled'],
    ])
    expect(found.map(({ asOf }) => asOf)).toEqual(['2018-02-05', '2018-02-06', undefined, undefined, '2017-01-01'])
    expect(found[3]!.problem).toMatchObject({
      code: 'bad-day',
      message: 'as_of is "2018-02-30"; expected a day that exists, written YYYY-MM-DD',
    })
    const { out: table, err } = await run(['batch', input, '-j', 'US', '--as-of', '2019-01-01', '--format', 'summary'])
    expect(table).toMatch(/US.*0.*2.*0.*2/)
    expect(err).toContain('1 unreadable')
    // Whoever reads the results sees every day.
    expect((await run(['verify', out])).out).toContain('4 unchanged, 0 different, 1 not checked')
    const page = path('mixed.html')
    expect((await run(['report', out, '-o', page])).code).toBe(0)
    expect(readFileSync(page, 'utf8')).toContain('by the law of 2018-02-05')
    expect((await run(['compare', out, out])).code).toBe(3)
  })
  test('columns that give different days make the row unreadable', async () => {
    const input = put(
      'two.csv',
      `smiles,as_of,asOf\n${smiles},2018-02-05,2018-02-06\n${smiles},2018-02-05,2018-02-05\n`,
    )
    const { rows } = await runJson(['batch', input, '-j', 'US'])
    expect((rows as Result[]).map(({ verdict }) => verdict)).toEqual(['unreadable', 'uncontrolled'])
  })
  test('compare says that it does not use them', async () => {
    const { err } = await run([
      ...['compare', files[0]![2](), '-j', 'US', '--as-of', '2018-01-01', '--against', '2019-01-01'],
    ])
    expect(err).toContain('the days in as_of are not used')
  })
  test('many days in any order, on threads and resumed: each row as by itself', async () => {
    const days = Array.from(
      { length: 40 },
      (_, i) => `2018-0${1 + (i % 3)}-${String(1 + ((i * 7) % 28)).padStart(2, '0')}`,
    )
    const input = put('many.csv', `smiles,as_of\n${days.map((day) => `${smiles},${day}\n`).join('')}`)
    const { rows } = await runJson(['batch', input, '-j', 'US', '--workers', '2'])
    expect((rows as Result[]).map(({ verdict, asOf }) => [asOf, verdict])).toEqual(
      days.map((day) => [day, day < '2018-02-06' ? 'uncontrolled' : 'class']),
    )
  })
  test.each(['as_of', 'asOf', 'As of'])('expect uses them: %s', async (column) => {
    const rows = `smiles,${column},jurisdiction,expected\n${smiles},2018-02-05,US,uncontrolled\n${smiles},2018-02-06,US,class\n`
    const { code, out } = await run(['expect', put('expect.csv', rows)])
    expect([code, out]).toEqual([0, expect.stringContaining('2 passed, 0 failed')])
  })
  test('a column with another date is a column as any other', async () => {
    const { code } = await runJson(['batch', put('g.csv', `smiles,date\nCCO,2017-01-01\n`), '-j', 'US'])
    expect(code).toBe(0)
  })
})
