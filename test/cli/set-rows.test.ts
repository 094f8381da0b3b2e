import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Result } from '../../src/report/index.js'
import { run, runJson } from './fake-host.js'
import { placesFor } from './files.js'

const { path, put } = placesFor('coverage-set-rows-')

const two = 'CC(N)Cc1ccccc1F'
const three = 'CC(N)Cc1cccc(F)c1'
/** Listed in the United States; the others are not. */
const four = 'CC(N)Cc1ccc(F)cc1'
const law = ['-j', 'US,GB', '--as-of', '2026-09-01']
const table = (rows: readonly string[], header = 'id,smiles,set,lab') => `${header}\n${rows.join('\n')}\n`

describe('rows that share a set', () => {
  const rows = [`1,${two},A,x`, `2,${three},A,y`, `3,${four},A,`, `4,CCO,,z`, `5,${four},B,`, `6,CCO,B,`]

  test('are one answer, that of the same structures between bars', async () => {
    const { rows: found, err } = await runJson(['batch', put('a.csv', table(rows)), ...law])
    const { rows: stated } = await runJson(['check', `${two} | ${three} | ${four}`, ...law, '--json'])
    expect(found.map((row) => [row.index, row.id, row.verdict, row.row])).toEqual([
      [1, '1', 'controlled', 1],
      [2, '4', 'uncontrolled', 4],
      [3, '5', 'depends', 5],
    ])
    for (const field of ['members', 'verdict', 'countsAs', 'input'] as const)
      expect(found[0][field]).toEqual(stated[0][field])
    expect(found[0].jurisdictions.map((j: Result['jurisdictions'][number]) => [j.findings, j.decides])).toEqual(
      stated[0].jurisdictions.map((j: Result['jurisdictions'][number]) => [j.findings, j.decides]),
    )
    expect(found[0].fields).toEqual({ id: '1', smiles: `${two} | ${three} | ${four}`, set: 'A', lab: 'x | y' })
    expect(err).toContain('5 rows that share a value in the column set are 2 answers')
  })

  test.each(['ndjson', 'csv', 'html', 'xlsx', 'parquet'])(
    '%s: the same with and without the screen',
    async (ending) => {
      const write = async (name: string, more: string[]) => {
        const out = path(`${name}.${ending}`)
        expect((await run(['batch', put('a.csv', table(rows)), ...law, '-o', out, '--quiet', ...more])).code).toBe(0)
        return readFileSync(out)
      }
      expect((await write('quick', [])).equals(await write('full', ['--no-screen']))).toBe(true)
    },
  )

  test.each([
    ['names and numbers', 'id,cas,name,set', ['1,,2-FA,A', '2,,3-FA,A', '3,459-02-9,,A']],
    ['a set within a set', 'id,name,set', ['1,2/4-fluoroamphetamine,A', '2,3-FA,A']],
  ])('by %s', async (_, header, own) => {
    const { rows: found } = await runJson(['batch', put('n.csv', table(own, header)), ...law])
    expect(found.map((row) => [row.verdict, row.members.length])).toEqual([['controlled', 3]])
  })

  test('in JSON lines and SD files', async () => {
    const lines = [two, three, four].map((smiles) => `${JSON.stringify({ smiles, set: 7 })}\n`)
    const input = put('s.ndjson', lines.join(''))
    const { rows: found } = await runJson(['batch', input, ...law])
    expect(found.map((row) => [row.id, row.verdict])).toEqual([['row-1', 'controlled']])
    const block = (y: string) =>
      `mol${y}\n  x\n\n  1  0  0  0  0  0  0  0  0  0999 V2000\n    0.0000    0.0000    0.0000 ${y}   0  0\nM  END\n> <set>\nS\n\n$$$$\n`
    const sd = await runJson(['batch', put('s.sdf', block('C') + block('N')), ...law])
    expect(sd.rows.map((row) => [row.id, row.verdict, row.members.map((m: { label: string }) => m.label)])).toEqual([
      ['molC', 'uncontrolled', ['molC', 'molN']],
    ])
  })

  test('one member that cannot be read makes the set unreadable and is named', async () => {
    const { rows: found, code } = await runJson(['batch', put('u.csv', table(['1,CCO,A,', '2,C1CC,A,'])), ...law])
    expect([code, found.length, found[0].problem.code]).toEqual([3, 1, 'set-member'])
    expect(found[0].problem.message).toContain("Member 2 of 2, 'C1CC', cannot be judged")
  })

  test('a value that comes back stops the run with its rows: it may be no set of structures', async () => {
    const split = put('split.csv', table(['1,CCO,train,', '2,CCN,test,', '3,CCC,train,']))
    const { code, err } = await run(['batch', split, ...law])
    expect([code, err]).toEqual([2, expect.stringContaining('the set train do not follow one another (rows 1 and 3)')])
    const many = table(Array.from({ length: 600 }, (_, i) => `${i},CCO,train,`))
    expect((await run(['batch', put('many.csv', many), ...law])).err).toContain('more than 512 rows have the set train')
  })

  test('results are verified, and expectations are those of the whole set', async () => {
    const out = path('v.ndjson')
    await run(['batch', put('a.csv', table(rows)), ...law, '-o', out, '--quiet'])
    expect((await run(['verify', out])).out).toContain('3 unchanged, 0 different, 0 not checked')
    const wanted = (own: string, expected: string) => `${own}${expected}`
    const expected = put(
      'e.csv',
      table(
        rows.map((row, i) => wanted(row, i === 3 ? ',uncontrolled' : ',listed')),
        'id,smiles,set,lab,expected',
      ),
    )
    expect((await run(['expect', expected, '-j', 'US', '--as-of', '2026-09-01'])).out).toContain('3 rows: 3 passed')
  })
})

test('a set counts as its weakest member on request: for --fail-on, --only, the counts, and when it is verified', async () => {
  const input = put('w.csv', table([`1,${four},A,`, '2,CCO,A,']))
  const on = ['-j', 'US', '--as-of', '2026-09-01', '--fail-on', 'controlled']
  expect((await run(['batch', input, ...on])).code).toBe(1)
  expect((await run(['batch', input, ...on, '--only', 'hits', '--format', 'csv', '--quiet'])).out).toContain('depends')
  const weakest = ['--set-counts-as', 'weakest']
  const out = path('w.ndjson')
  expect((await run(['batch', input, ...on, ...weakest, '-o', out])).code).toBe(0)
  const found = JSON.parse(readFileSync(out, 'utf8')) as Result
  expect([found.verdict, found.countsAs]).toEqual(['depends', 'uncontrolled'])
  expect((await run(['verify', out])).out).toContain('1 unchanged')
  const clean = await run(['batch', input, ...on, ...weakest, '--only', 'hits', '--format', 'csv', '--quiet'])
  expect(clean.out).not.toContain('depends')
  expect((await run(['check', `${four} | CCO`, ...on, ...weakest])).code).toBe(0)
})
