import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { fentanyl, ibuprofen, run } from './fake-host.js'
import { placesFor } from './files.js'

const { path, put } = placesFor('coverage-baseline-')

/** In a class in the United States from 2018-02-06, and listed there later. */
const crotonylfentanyl = 'CC=CC(=O)N(c1ccccc1)C1CCN(CCc2ccccc2)CC1'
const csv = () =>
  put('in.csv', `id,smiles,note\na,${fentanyl},"two\nlines"\nb,${ibuprofen},\nc,${crotonylfentanyl},\nd,C1CC,\n`)
const day = ['-j', 'US,CWC', '--as-of', '2019-01-01']

describe('expect --write', () => {
  test('makes a table that holds on its day and not on another', async () => {
    const table = path('e.csv')
    expect((await run(['expect', csv(), ...day, '--write', table])).code).toBe(0)
    expect(readFileSync(table, 'utf8').split('\r\n')).toEqual([
      'id,structure,jurisdiction,as_of,expected,clause',
      `a,${fentanyl},CWC,2019-01-01,uncontrolled,`,
      `a,${fentanyl},US,2019-01-01,listed,`,
      `b,${ibuprofen},CWC,2019-01-01,uncontrolled,`,
      `b,${ibuprofen},US,2019-01-01,uncontrolled,`,
      `c,${crotonylfentanyl},CWC,2019-01-01,uncontrolled,`,
      `c,${crotonylfentanyl},US,2019-01-01,class,us-fentanyl-related-substances`,
      'd,C1CC,,2019-01-01,unreadable,',
      '',
    ])
    expect((await run(['expect', table])).out).toContain('7 rows: 7 passed, 0 failed')
    const earlier = put('earlier.csv', readFileSync(table, 'utf8').replaceAll('2019-01-01', '2018-02-05'))
    expect((await run(['expect', earlier])).out).toContain('7 rows: 6 passed, 1 failed')
  })
  test('without a day the answers are expected on every day; a row keeps its own day; sets and names are kept', async () => {
    const table = path('e2.csv')
    const rows = 'id,name,as_of\n1,Fentanyl,\n2,crotonylfentanyl,2018-02-05\n3,2-FA | 4-FA,\n'
    await run(['expect', put('in2.csv', rows), '-j', 'US', '--write', table])
    expect(readFileSync(table, 'utf8').split('\r\n').slice(1, 4)).toEqual([
      '1,Fentanyl,US,,listed,',
      '2,crotonylfentanyl,US,2018-02-05,uncontrolled,',
      '3,2-FA | 4-FA,US,,listed,',
    ])
    expect((await run(['expect', table])).code).toBe(0)
  })
  test.each([
    ['the table is its own input', () => ['expect', csv(), '--write', csv()], / is both .+ and /],
    [
      'a report is asked for',
      () => ['expect', csv(), '--write', path('x.csv'), '--format', 'sarif'],
      /--format has no effect/,
    ],
    [
      'a row gives no day',
      () => ['expect', put('bad.csv', 'smiles,as_of\nC,2018-02-30\n'), '--write', path('x.csv')],
      /row 1: as_of is "2018-02-30"/,
    ],
  ])('is refused where %s', async (_, args, said) => {
    const { code, err } = await run(args())
    expect([code, err]).toEqual([2, expect.stringMatching(said)])
  })
})

test.each([
  ['-j', ['-j', 'US'], '--jurisdiction'],
  ['a day', ['--as-of', '2019-01-01'], '--as-of'],
  ['kinds of control', ['--kinds', 'drug'], '--kinds'],
])('expect --lint of structures alone refuses options of verdicts: %s', async (_, options, name) => {
  const { code, err } = await run(['expect', '--lint', csv(), ...options])
  expect([code, err]).toEqual([2, expect.stringContaining(`${name} ha`)])
  const expected = put('both.csv', `smiles,expected\n${ibuprofen},uncontrolled\n`)
  expect((await run(['expect', '--lint', expected, ...options])).code).toBe(0)
})

describe('batch for a build', () => {
  test('annotations: controlled rows are errors at their line, unreadable ones warnings', async () => {
    const { out, code } = await run([
      ...['batch', csv()],
      ...day,
      ...['--format', 'github', '--fail-on', 'controlled', '--quiet'],
    ])
    expect(code).toBe(1)
    expect(
      out
        .trim()
        .split('\n')
        .map((line) => /^::(\w+) file=.*in\.csv,line=(\d+),title=([^:]*)::/.exec(line)?.slice(1)),
    ).toEqual([
      ['error', '2', 'listed/csa-schedule-2-opiates'],
      ['error', '5', 'class/us-fentanyl-related-substances'],
      ['warning', '6', 'syntax'],
    ])
    expect(out).toContain('a: US: listed (Fentanyl (Schedule II(c) opiates), 21 CFR 1308.12(c)(9)')
    expect((await run(['batch', csv(), ...day, '--format', 'github', '--quiet', '--no-screen'])).out).toBe(out)
  })
  test('SARIF and JUnit by the name of the output; JUnit has a case for every row', async () => {
    await run(['batch', csv(), ...day, '-o', path('r.sarif'), '--quiet'])
    const { runs } = JSON.parse(readFileSync(path('r.sarif'), 'utf8'))
    expect(runs[0].results.map((r: any) => [r.level, r.locations[0].physicalLocation.region.startLine])).toEqual([
      ['error', 2],
      ['error', 5],
      ['warning', 6],
    ])
    expect(runs[0].properties.rows).toBe(4)
    await run(['batch', csv(), ...day, '-o', path('r.xml'), '--quiet'])
    expect(readFileSync(path('r.xml'), 'utf8')).toContain('tests="4" failures="2"')
  })
  test('lines of SMILES files, and of rows of a set', async () => {
    const smi = await run(['batch', put('s.smi', `CCO a\n\n${fentanyl} b\n`), ...day, '--format', 'github', '--quiet'])
    expect([...smi.out.matchAll(/,line=(\d+)/g)].map(([, line]) => line)).toEqual(['2', '3'])
    const set = put('set.csv', `smiles,set\nCCO,A\nCCN,A\n${fentanyl},\n`)
    expect((await run(['batch', set, ...day, '--format', 'github', '--quiet'])).out).toContain(',line=4,')
  })
  test('a document is neither resumed nor of several files', async () => {
    expect((await run(['batch', csv(), '-o', path('x.sarif'), '--resume'])).err).toContain('neither resumed nor merged')
    expect((await run(['batch', csv(), csv(), '-o', path('x.sarif')])).err).toContain('one document')
  })
})

test('the pre-commit hook for controlled rows blocks a file with one, and passes one without', async () => {
  const hooks = readFileSync(new URL('../../.pre-commit-hooks.yaml', import.meta.url), 'utf8')
  const entry = /id: coverage-controlled\n.*?entry: coverage ([^\n]*)/s.exec(hooks)![1]!.split(' ')
  const clean = put('clean.csv', `smiles\n${ibuprofen}\n`)
  expect((await run([...entry, ...day, clean])).code).toBe(0)
  expect((await run([...entry, ...day, clean, put('found.csv', `smiles\n${fentanyl}\n`)])).code).toBe(1)
})
