import { describe, expect, test } from 'vitest'
import { crotonylfentanyl, fentanyl, lastColumns, run } from './fake-host.js'
import { testFolder } from './files.js'

const file = testFolder()

describe('CSV', () => {
  test('check: one row per input, with the columns of a batch', async () => {
    const { out, code } = await run(['check', fentanyl, 'C1', '-j', 'CN,US', '--format', 'csv'])
    expect(code).toBe(3)
    const lines = out.split('\r\n')
    expect(lines[0]).toBe(`index,id,input,verdict,CN,US,findings,cites,controlled_since,problem,${lastColumns}`)
    expect(lines[1]).toMatch(/^1,row-1,CCC.*,listed,listed,listed,"?CN: 芬太尼/)
    expect(lines[2]).toMatch(/^2,row-2,C1,unreadable,,,,,,"?not a SMILES/)
    expect(lines).toHaveLength(4)
  })
  test('history: one row per span of days', async () => {
    const { out } = await run(['history', fentanyl, 'C1', '-j', 'GB', '--format', 'csv'])
    expect(out.split('\r\n').slice(1)).toEqual([
      expect.stringMatching(/^1,row-1,CCC.*,GB,,1973-07-01,undecided,/),
      expect.stringMatching(/^1,row-1,CCC.*,GB,1973-07-01,,listed,Fentanyl \(Class A\),MDA 1971/),
      expect.stringMatching(/^2,row-2,C1,,,,unreadable,,,/),
      '',
    ])
  })
  test('compare: one row per structure, with findings gained and the time uncontrolled', async () => {
    const csv = file('two.csv', `id,smiles,first_seen\ncroto,${crotonylfentanyl},2018-01-27\n=1+1,CCO,\n`)
    const { out } = await run([
      ...['compare', csv, '-j', 'CN', '--as-of', '2019-04-30', '--against', '2019-05-01', '--format', 'csv', '--all'],
    ])
    const [head, ...rows] = out.split('\r\n')
    expect(head).toBe(
      'index,id,input,before,after,changes,gained,lost,problem,cites,controlled_since,first_seen,days_before,days_after,undecided_before,undecided_after,input_id,smiles,input_first_seen',
    )
    expect(rows[0]).toMatch(
      /^1,croto,C.*,uncontrolled,class,CN: uncontrolled -> class,CN: Fentanyl-related substances.* 1,,,"CN: MPS.*CN: 2019-05-01,2018-01-27,459,459,0,0,croto,C.*,2018-01-27$/,
    )
    // As in a batch, a cell that a spreadsheet would run is written as text.
    expect(rows[1]).toMatch(/^2,'=1\+1,CCO,uncontrolled,uncontrolled,,,,,,,,,,,,'=1\+1,CCO,$/)
  })
})

describe('Markdown', () => {
  test('check: the verdict, then a table with the age of each law', async () => {
    const { out } = await run(['check', crotonylfentanyl, '-j', 'CN,UN,US', '--as-of', '2019-05-01', '--format', 'md'])
    expect(out).toContain('\nclass in 2 of 3 laws on 2019-05-01\n')
    expect(out).toContain(
      '| jurisdiction | verdict | by | controlled since | until | citation | notes | law reviewed to |\n| --- |',
    )
    expect(out).toMatch(/\| US \| class \| .*clause E, code 9850 \| 2018-02-06 \| 2020-02-06 \| 83 FR 5188,/)
    expect(out).toMatch(/^Nothing found; law reviewed to: UN/m)
  })
  test('history and compare', async () => {
    const history = await run(['history', fentanyl, '-j', 'GB', '--format', 'md'])
    expect(history.out).toContain('| 1973-07-01 | listed | Fentanyl, Class A, entry Part I para 1(a) \\[[MDA 1971')
    const csv = file('one.csv', `id,smiles\ncroto,${crotonylfentanyl}\n`)
    const days = ['-j', 'CN', '--as-of', '2019-04-30', '--against', '2019-05-01']
    const { out } = await run(['compare', csv, ...days, '--format', 'md'])
    expect(out).toContain('| uncontrolled | 1 | 0 |')
    expect(out).toContain('croto: CN uncontrolled -\\> class')
  })
  test('the name of the output determines the format', async () => {
    const [csv, md] = [file('a.csv', ''), file('a.md', '')]
    for (const output of [csv, md]) expect((await run(['check', 'CCO', '-o', output])).code).toBe(0)
    const { readFileSync } = await import('node:fs')
    expect(readFileSync(csv, 'utf8')).toMatch(/^index,id/)
    expect(readFileSync(md, 'utf8')).toMatch(/^## CCO/)
  })
})
