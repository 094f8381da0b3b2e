import { parquetWriteBuffer } from 'hyparquet-writer'
import { describe, expect, test } from 'vitest'
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
  test.each(files)('are refused by name: %s', async (_, column, file) => {
    const { code, err } = await run(['batch', file(), '-j', 'US', '-o', path('out.ndjson')])
    expect([code, err]).toEqual([2, expect.stringContaining(`: ${column} gives a day for each row`)])
    expect(err).toMatch(/--as-of.*rename.*coverage expect/)
  })
  test.each(files)('are judged by the day that is given, and that is said: %s', async (_, column, file) => {
    const { err } = await run(['batch', file(), '-j', 'US', '--as-of', '2018-02-06', '--format', 'ndjson'])
    expect(err).toContain(`the days in ${column} are not used: all rows are judged by the law of 2018-02-06`)
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
