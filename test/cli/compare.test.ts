import { readFileSync } from 'node:fs'
import { describe, expect, test, vi } from 'vitest'
import { carfentanil, crotonylfentanyl, fentanyl, ibuprofen, run, runJson } from './fake-host.js'
import { testFolder } from './files.js'

vi.setConfig({ testTimeout: 60_000 })
const file = testFolder()
const rows = `id,smiles\nfent,${fentanyl}\ncroto,${crotonylfentanyl}\nibu,${ibuprofen}\n`
/** All rows, and the facts common to them. */
const compare = async (args: string[]) => {
  const { rows: all } = await runJson(['compare', '--json', '--all', ...args])
  return { rows: all.slice(0, -1), ...all.at(-1).summary }
}

describe('compare: two scenarios', () => {
  test('the law of China on 2018-11-26, with and without the proposed class', async () => {
    const found = await compare([
      ...[file('a.csv', rows), '--as-of', '2018-11-26', '-j', 'CN'],
      ...['--assume', 'cn-proposed-fentanyl-class'],
    ])
    expect(found.rows.map((r: any) => [r.id, r.before, r.after])).toEqual([
      ['fent', 'listed', 'listed'],
      ['croto', 'uncontrolled', 'class'],
      ['ibu', 'uncontrolled', 'uncontrolled'],
    ])
    const [move] = found.rows[1].moves
    expect(move).toMatchObject({
      code: 'CN',
      from: 'uncontrolled',
      to: 'class',
      lost: [],
      gained: [{ ruleId: 'cn-proposed-fentanyl-class', clauses: [{ id: 'E' }] }],
    })
    expect(found.before.query.assume).toEqual([])
    expect(found.after.query.assume).toEqual(['cn-proposed-fentanyl-class'])
    expect(found.files[0].sha256).toMatch(/^[0-9a-f]{64}$/)
  })
  test('two days', async () => {
    const found = await compare([file('a.csv', rows), '-j', 'CN', '--as-of', '2019-04-30', '--against', '2019-05-01'])
    expect(found.rows.map((r: any) => r.moves.length)).toEqual([0, 1, 0])
    expect(found.rows[1].moves[0].gained[0]).toMatchObject({ ruleId: 'cn-fentanyl-class', from: '2019-05-01' })
  })
  test('two jurisdictions', async () => {
    const found = await compare([file('a.csv', rows), '-j', 'CN', '--against', 'US', '--as-of', '2018-11-26'])
    expect(found.rows[1]).toMatchObject({
      before: 'uncontrolled',
      after: 'class',
      moves: [{ code: null, gained: [{ ruleId: 'us-fentanyl-related-substances' }] }],
    })
  })
  test('a substance listed elsewhere still moves in the jurisdiction whose law changes', async () => {
    const found = await compare([
      ...[file('b.csv', `id,smiles\ncarf,${carfentanil}\n`), '-j', 'CN,US', '--as-of', '2017-02-28'],
      ...['--against', '2017-03-01'],
    ])
    expect(found.rows[0]).toMatchObject({
      before: 'listed',
      after: 'listed',
      moves: [{ code: 'CN', from: 'uncontrolled', to: 'listed' }],
    })
  })
  test('names stand for structures; what is neither is unreadable and gives 3', async () => {
    const { code, rows: found } = await runJson([
      ...['compare', '--json', '--all', file('c.csv', 'id,smiles\na,mdma\nb,C1CC(\n'), '-j', 'US'],
      ...['--as-of', '1988-02-01', '--against', '1988-03-23'],
    ])
    expect(code).toBe(3)
    expect(found.slice(0, -1).map((r: any) => [r.before, r.after])).toEqual([
      ['uncontrolled', 'listed'],
      ['unreadable', 'unreadable'],
    ])
  })
  test('a name that is not recorded is not called unreadable', async () => {
    const days = ['-j', 'US', '--as-of', '2020-01-01', '--against', '2021-01-01']
    const { out } = await run(['compare', file('names.csv', 'name\nFentanl\n'), ...days])
    expect(out).toContain("\nFentanl: not recorded (No substance recorded under 'Fentanl'")
  })
  test.each([
    [['-j', 'CN']],
    [['--against', 'US']],
    [['-j', 'CN', '--against', 'CN', '--against', 'US']],
    [['--against', 'no-such-edition.json']],
    [['--against', '2018-02-30']],
    [['--assume', 'no-such-rule']],
  ])('%j cannot run', async (args) => {
    expect((await run(['compare', file('a.csv', rows), ...args])).code).toBe(2)
  })
})

describe('compare: the race', () => {
  const seen = (day: string) =>
    file('seen.csv', `id,smiles,first_seen\ncarf,${carfentanil},${day}\ncroto,${crotonylfentanyl},\n`)
  test('carfentanil in China: from the day it was seen to the day before it was listed', async () => {
    const found = await compare([seen('2017-02-01'), '-j', 'CN', '--as-of', '2018-11-26', '--against', 'US'])
    expect(found.race).toEqual({
      substances: 1,
      before: { total: 28, median: 28, undecided: 0 },
      after: { total: 0, median: 0, undecided: 0 },
      assumedFrom: null,
      until: '2018-11-26',
    })
    expect(found.rows[1].race).toBeNull()
  })
  test('an assumed rule counts from its first day, or from --assume-from', async () => {
    const csv = file('croto.csv', `id,smiles,first_seen\ncroto,${crotonylfentanyl},2018-01-27\n`)
    const args = [csv, '-j', 'CN', '--as-of', '2018-11-26', '--assume', 'cn-proposed-fentanyl-class']
    expect((await compare(args)).race).toMatchObject({
      before: { total: 303 },
      after: { total: 10 },
      assumedFrom: '2018-02-06',
    })
    expect((await compare([...args, '--assume-from', '2018-02-01'])).race).toMatchObject({
      before: { total: 303 },
      after: { total: 5 },
    })
  })
  test('two days are counted to the later one, the law of the earlier one as it was', async () => {
    const csv = file('days.csv', `id,smiles,first_seen\ncarf,${carfentanil},2017-02-01\n`)
    // Carfentanil was listed in China on 2017-03-01: under the law of the day before, no days would have ended.
    for (const [first, second, days] of [
      ['2017-02-28', '2017-03-11', [38, 28]],
      ['2017-03-11', '2017-02-28', [28, 38]],
    ] as const) {
      const { race } = await compare([csv, '-j', 'CN', '--as-of', first, '--against', second])
      expect([race.before.total, race.after.total, race.until]).toEqual([...days, '2017-03-11'])
    }
  })
  test('a day that is none stops the run and says where', async () => {
    const { code, err } = await run([
      ...['compare', seen('spring'), '-j', 'CN', '--as-of', '2018-11-26', '--against', '2019-05-01'],
    ])
    expect(code).toBe(2)
    expect(err).toMatch(/row 1: first_seen is "spring"; expected YYYY/)
  })
})

describe('a rule that must not cover something', () => {
  const covered = (other: string) =>
    run([
      ...['compare', other, '--as-of', '2018-11-26', '-j', 'CN', '--assume', 'cn-proposed-fentanyl-class'],
      ...['--fail-on', 'controlled'],
    ])
  test('what becomes controlled is reported, and gives 1', async () => {
    const { code, out } = await covered(file('over.csv', `id,smiles\nibu,${ibuprofen}\ncroto,${crotonylfentanyl}\n`))
    expect(code).toBe(1)
    expect(out).toMatch(/1 of 2 rows changes: 1 becomes controlled, 0 cease to be\ncroto: CN uncontrolled -> class/)
  })
  test('what was controlled already is no fault of the rule', async () => {
    expect((await covered(file('fine.csv', `id,smiles\nibu,${ibuprofen}\nfent,${fentanyl}\n`))).code).toBe(0)
    expect((await covered('set:everyday')).out).toContain('0 of 277 rows change')
  })
  test('what cannot be read is not passed over', async () => {
    const { code, out } = await covered(file('unread.csv', 'id,smiles\nbroken,C1CC(\n'))
    expect(code).toBe(3)
    expect(out).toMatch(/; 1 unreadable\nbroken: unreadable \(not a SMILES/)
  })
})

describe('compare: rows that change', () => {
  test('only rows that change, and how many', async () => {
    const { code, out } = await run([
      ...['compare', file('a.csv', rows), '-j', 'US', '--as-of', '2018-02-05', '--against', '2018-02-06'],
    ])
    expect(code).toBe(0)
    expect(out).toMatch(
      /2018-02-05 {2}2018-02-06\n[\s\S]*\n1 of 3 rows changes: 1 becomes controlled, 0 cease to be\ncroto: US uncontrolled -> class\n.*83 FR 5188\]\n\nEdition/,
    )
  })
  test('what ceases to be controlled', async () => {
    const { out } = await run([
      ...['compare', file('m.csv', 'id,smiles\nx,CNC(C)Cc1ccc2c(c1)OCO2\n'), '-j', 'US'],
      ...['--as-of', '1988-01-26', '--against', '1988-01-27'],
    ])
    expect(out).toMatch(/x: US listed -> uncontrolled\n {2}- no longer: 3,4-Methylenedioxymethamphetamine/)
    expect(out).toContain('0 become controlled, 1 ceases to be')
  })
  test('what was undecided and is decided has not become controlled', async () => {
    const csv = file('de.csv', 'id,smiles\nx,O=C(C1CC1)N(c1ccccc1)C1CCN(CCc2ccccc2)CC1\n')
    const { out } = await run(['compare', csv, '-j', 'DE', '--as-of', '2019-07-17', '--against', '2019-07-19'])
    expect(out).toContain('x: DE undecided -> listed')
    expect(out).toContain('0 become controlled, 0 cease to be, 1 from or to undecided')
  })
  test.each<[number, string[]]>([
    [1, ['--fail-on', 'controlled']],
    [1, ['--fail-on', 'class']],
    [0, ['--fail-on', 'listed']],
    [0, []],
  ])('exit code %i with %j', async (code, more) => {
    expect(
      (
        await run([
          ...['compare', file('a.csv', rows), '-j', 'US', '--as-of', '2018-02-05'],
          ...['--against', '2018-02-06'],
          ...more,
        ])
      ).code,
    ).toBe(code)
  })
  const results = async (day: string, text = rows) =>
    file(
      `${day}.ndjson`,
      (await run(['batch', file('r.csv', text), '-j', 'US', '--as-of', day, '--format', 'ndjson', '--quiet'])).out,
    )
  test('two result files', async () => {
    const [a, b] = [await results('2018-02-05'), await results('2018-02-06')]
    const { code, out } = await run(['compare', a, b, '--fail-on', 'controlled'])
    expect(code).toBe(1)
    expect(out).toMatch(/croto: US uncontrolled -> class/)
    expect(out).toMatch(/1 of 3 rows changes:/)
    expect((await run(['compare', a, a])).out).toContain('\n0 of 3 rows change:')
  })
  test('rows that only one result file holds are told', async () => {
    const [a, b] = [await results('2018-02-05', rows.replace(/^ibu.*\n/m, 'new,CCO\n')), await results('2018-02-06')]
    expect((await run(['compare', a, b])).out).toMatch(/1 of 4 rows changes: .*; 1 new; 1 gone\n/)
  })
  describe('a row that only one result file holds', () => {
    const [fewer, more] = [
      'id,smiles\nsame,CCO\nodd,C\n',
      'id,smiles\nsame,CCO\nfent,CCC(=O)N(c1ccccc1)C1CCN(CCc2ccccc2)CC1\n',
    ]
    test('is new, with its verdict and why, and counts for --fail-on', async () => {
      const [a, b] = [await results('2018-02-05', fewer), await results('2018-02-06', more)]
      const { code, out } = await run(['compare', a, b, '--fail-on', 'controlled'])
      expect(out).toMatch(
        /\n0 of 3 rows change: .*; 1 new \(1 controlled\); 1 gone\nfent: US new: listed\n {2}- Fentanyl[\s\S]*\nodd: gone: was uncontrolled\n$/,
      )
      expect(code).toBe(1)
      expect((await run(['compare', a, b, '--fail-on', 'class'])).code).toBe(0)
    })
    test('is gone, which is no failure', async () => {
      const [a, b] = [await results('2018-02-06', more), await results('2018-02-05', fewer)]
      const { code, out } = await run(['compare', a, b, '--fail-on', 'controlled'])
      expect(out).toMatch(/\nodd: new: uncontrolled\nfent: US gone: was listed\n {2}- no longer: Fentanyl/)
      expect(code).toBe(0)
    })
    test('has no verdict on the other side in JSON', async () => {
      const [a, b] = [await results('2018-02-05', fewer), await results('2018-02-06', more)]
      const [fent, odd] = (await run(['compare', a, b, '--json'])).out
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line))
      expect(fent).toMatchObject({
        id: 'fent',
        before: null,
        after: 'listed',
        moves: [{ code: 'US', from: null, to: 'listed' }],
      })
      expect(odd).toMatchObject({ id: 'odd', before: 'uncontrolled', after: null, moves: [] })
    })
  })
  test.each(['csv', 'xlsx', 'parquet', 'ndjson'])(
    'result files of any format, here %s, give the same rows',
    async (ending) => {
      const judged = async (day: string, text: string) => {
        const path = file(`${day}.${ending}`, '')
        await run(['batch', file('in.csv', text), '-j', 'US', '--as-of', day, '-o', path, '--quiet'])
        return path
      }
      const before = await judged('2018-02-05', rows.replace(/^ibu.*\n/m, 'old,CCO\n'))
      const after = await judged('2018-02-06', rows)
      const { code, out } = await run(['compare', before, after, '--fail-on', 'controlled', '--format', 'csv'])
      expect(code).toBe(1)
      const lines = out
        .trimEnd()
        .split('\r\n')
        .map((line) => line.split(',').slice(1))
      expect(lines.map(([id, , ...cells]) => [id, ...cells.slice(0, 3)])).toEqual([
        ['id', 'before', 'after', 'changes'],
        ['croto', 'uncontrolled', 'class', 'US: uncontrolled -> class'],
        ['ibu', '', 'uncontrolled', 'new: uncontrolled'],
        ['old', 'uncontrolled', '', 'gone: was uncontrolled'],
      ])
      expect(lines[1]!.slice(5, 8)).toEqual(['US: Fentanyl-related substances E', '', ''])
      expect([lines[0]!.at(-1), lines[1]!.at(-1)]).toEqual(['smiles', crotonylfentanyl])
      expect(out.split('\r\n')[1]).toMatch(/,"?US: [^"]*\b83 FR [^"]*"?,US: 2018-02-06,/)
    },
  )
  test('a workbook, a page, and issues with file and line', async () => {
    const args = ['compare', file('a.csv', rows), '-j', 'US', '--as-of', '2018-02-05', '--against', '2018-02-06']
    for (const ending of ['xlsx', 'html']) {
      const path = file(`changes.${ending}`, '')
      const { code, err } = await run([...args, '-o', path])
      expect([code, err]).toEqual([0, expect.stringContaining('1 of 3 rows changes')])
      expect(readFileSync(path).subarray(0, 2).toString()).toBe(ending === 'xlsx' ? 'PK' : '<!')
    }
    const { out } = await run([...args, '--format', 'sarif'])
    expect(JSON.parse(out).runs[0].results).toMatchObject([
      {
        ruleId: 'change/class',
        level: 'error',
        message: {
          text: expect.stringMatching(/^croto: US uncontrolled -> class: Fentanyl-related substances, clause E/),
        },
        locations: [{ physicalLocation: { region: { startLine: 3 } } }],
      },
    ])
    expect((await run([...args, '--format', 'github'])).out).toMatch(/^::error file=.*a\.csv,line=3,/)
    expect((await run([...args, '--format', 'junit', '--all'])).out).toContain('tests="3" failures="1"')
  })
  test('a table without verdicts is no result file', async () => {
    const { code, err } = await run(['compare', file('a.csv', rows), file('b.csv', rows)])
    expect([code, err]).toEqual([2, expect.stringContaining('is not a file of results: no column verdict')])
  })
  test('a line that is no result stops the run and is named', async () => {
    const { code, err } = await run(['compare', file('x.ndjson', '{"a":1}\n'), file('y.ndjson', '')])
    expect(code).toBe(2)
    expect(err).toContain('x.ndjson line 1')
  })
  test('one result file is not enough', async () => expect((await run(['compare', file('y.ndjson', '')])).code).toBe(2))
})

test('the page of two days: its chart ends with the numbers of its table', async () => {
  const page = file('two-days.html', '')
  const days = ['--as-of', '2018-11-26', '--against', '2019-05-01']
  expect((await run(['compare', 'examples/fentanyls-2018.csv', '-j', 'CN', ...days, '-o', page])).code).toBe(0)
  const html = readFileSync(page, 'utf8')
  expect(html).toMatch(/class<\/span><\/th><td class="number">0<\/td><td class="number">10<\/td>/)
  expect(html).toContain('25 listed and 10 in a class alone, of 35, on 2019-05-01')
  // The days of both, each on its own line.
  const marks = [...html.matchAll(/y="(-?\d+)" text-anchor="(?:start|end)">(?:2018-11-26|2019-05-01)</g)].map(
    (m) => m[1],
  )
  expect(marks).toHaveLength(2)
  expect(marks[0]).not.toBe(marks[1])
})
