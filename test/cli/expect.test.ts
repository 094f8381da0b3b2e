import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import Ajv from 'ajv-draft-04'
import { describe, expect, test, vi } from 'vitest'
import { crotonylfentanyl, fentanyl, run } from './fake-host.js'
import { worthScreen } from '../../src/answers/screens.js'
import { Screened } from '../../src/screen/index.js'
import { corpus } from '../batch/corpus.js'
import { law } from '../support/law.js'
import { testFolder } from './files.js'

vi.setConfig({ testTimeout: 60_000 })
const file = testFolder()
const enough = Math.ceil(worthScreen(law, {}))
const head = 'id,structure,jurisdiction,as_of,expected,clause\n'
const table = (...rows: string[]) => file('expectations.csv', head + rows.map((r) => `${r}\n`).join(''))
const croto = (day: string, expected: string, clause = '') =>
  `croto,${crotonylfentanyl},US,${day},${expected},${clause}`

describe('expect', () => {
  test.each<[number, string]>([
    [0, croto('2018-02-05', 'uncontrolled')],
    [0, croto('2018-02-06', 'class')],
    [0, croto('2018-02-06', 'controlled')],
    [0, croto('2018-02-06', 'class', 'E')],
    [0, croto('2018-02-06', 'class', 'us-fentanyl-related-substances E')],
    [0, croto('2021-01-01', 'controlled')],
    [0, 'broken,C1CC(,US,2018-02-06,unreadable,'],
    [0, 'mdma by name,mdma,UK;US,2018-02-06,listed,'],
    [0, `anywhere,${fentanyl},,2018-02-06,listed,`],
    [0, `today,${fentanyl},US,,listed,`],
    [1, croto('2018-02-05', 'class')],
    [1, croto('2018-02-06', 'listed')],
    [1, croto('2018-02-06', 'class', 'D')],
    [1, croto('2018-02-06', 'legal')],
    [1, croto('2018-02-30', 'class')],
    [1, `x,${fentanyl},QQ,2018-02-06,listed,`],
    [1, 'broken,C1CC(,US,2018-02-06,uncontrolled,'],
  ])('%i: %s', async (code, row) => {
    const ran = await run(['expect', table(row)])
    expect({ code: ran.code, out: ran.out, err: ran.err }).toMatchObject({ code, err: '' })
    expect(ran.out).toContain(code === 0 ? '1 row: 1 passed, 0 failed' : '1 row: 0 passed, 1 failed')
  })
  test('a failure gives file, line, what was expected, the answer and the deciding law', async () => {
    const path = table('"two\nlines",CCO,US,2018-02-06,uncontrolled,', croto('2018-02-06', 'uncontrolled'))
    const { out } = await run(['expect', path])
    expect(out).toContain(
      `${path}:4: error croto: expected uncontrolled in US on 2018-02-06, is class (us-fentanyl-related-substances E, 83 FR 5188) (verdict/us-fentanyl-related-substances)`,
    )
  })
  test('many rows of one day use the screen, and unexpected ones are found all the same', async () => {
    const plain = corpus(enough + 60, Infinity)
      .trimEnd()
      .split('\n')
    const rows = plain.map((line, i) => `${i},${line.split(' ')[0]},US,2018-02-06,uncontrolled,`)
    rows[enough + 20] = `wrong,${plain[0]!.split(' ')[0]},US,2018-02-06,listed,`
    rows[enough + 30] = croto('2018-02-06', 'uncontrolled')
    rows[enough + 40] = croto('2018-02-06', 'class', 'E')
    const path = table(...rows)
    const cleared = vi.spyOn(Screened.prototype, 'clears')
    const quick = await run(['expect', path])
    expect(cleared.mock.results.filter((r) => r.value === true).length).toBeGreaterThan(20)
    cleared.mockRestore()
    expect(quick.out).toContain(`:${enough + 22}: error wrong: expected listed`)
    expect(quick.out).toContain(`:${enough + 32}: error croto: expected uncontrolled`)
    expect(quick.out.match(/: error /g)).toHaveLength(2)
    for (const format of ['plain', 'junit'])
      expect(await run(['expect', path, '--format', format])).toEqual(
        await run(['expect', path, '--format', format, '--no-screen']),
      )
  })
  test('without a column "expected" it cannot run', async () => {
    const { code, err } = await run(['expect', file('none.csv', `smiles\n${fentanyl}\n`)])
    expect(code).toBe(2)
    expect(err).toContain('no column named expected')
  })
  test('--lint reads names too, and accepts one substance on several days', async () => {
    const lint = await run([
      'expect',
      '--lint',
      table(croto('2018-02-05', 'uncontrolled'), croto('2018-02-06', 'class')),
    ])
    expect(lint.code).toBe(0)
    const wrong = file(
      'names.csv',
      `name,smiles,jurisdiction,as_of,expected\nAcetylfentanyl,${fentanyl},US,2020-01-01,listed\n`,
    )
    expect((await run(['expect', wrong])).code).toBe(0)
    expect((await run(['expect', '--lint', wrong])).out).toContain('Acetylfentanyl is recorded with another structure')
  })
})

describe('formats', () => {
  const require = createRequire(import.meta.url)
  const schema = JSON.parse(
    readFileSync(
      require.resolve('@microsoft/jest-sarif').replace(/index\.js$/, 'schemas/sarif-2.1.0-rtm.5.json'),
      'utf8',
    ),
  )
  // Formats (uri, date-time) are checked below: the schema itself does not require a validator to.
  const valid = new (Ajv as unknown as typeof Ajv.default)({
    strict: false,
    validateFormats: false,
    unicodeRegExp: false,
  }).compile(schema)
  const rows = [
    croto('2018-02-06', 'uncontrolled'),
    croto('2018-02-06', 'class', 'E'),
    croto('2018-02-30', 'class'),
    '"a & <b>",CCO,US,2018-02-06,listed,',
  ]

  test('SARIF 2.1.0: valid by the official schema, with rule, law text and line', async () => {
    const { code, out } = await run(['expect', '--format', 'sarif', table(...rows)])
    const log = JSON.parse(out)
    expect(valid(log), JSON.stringify(valid.errors)).toBe(true)
    expect(code).toBe(1)
    const [{ results, tool }] = log.runs
    expect(results).toHaveLength(3)
    expect(results[0]).toMatchObject({
      ruleId: 'verdict/us-fentanyl-related-substances',
      level: 'error',
      locations: [{ physicalLocation: { region: { startLine: 2 } } }],
    })
    expect(tool.driver.rules[results[0].ruleIndex]).toMatchObject({
      id: results[0].ruleId,
      helpUri: 'https://www.federalregister.gov/citation/83-FR-5188',
    })
    for (const { locations } of results)
      expect(() => new URL(locations[0].physicalLocation.artifactLocation.uri, 'file:///x')).not.toThrow()
  })
  test('SARIF of a run without issues is valid too, and the schema rejects invalid ones', async () => {
    const { out } = await run(['expect', '--format', 'sarif', table(rows[1]!)])
    expect(valid(JSON.parse(out)), JSON.stringify(valid.errors)).toBe(true)
    expect(valid({ ...JSON.parse(out), more: 1 })).toBe(false)
  })
  test('JUnit: one case per row, text escaped', async () => {
    const { out } = await run(['expect', '--format', 'junit', table(...rows)])
    expect(out.match(/<testcase /g)).toHaveLength(4)
    expect(out.match(/<failure /g)).toHaveLength(3)
    expect(out).toMatch(/<testsuites tests="4" failures="3"/)
    expect(out).toContain('name="a &amp; &lt;b&gt;"')
    expect(out.replace(/<[^<>]*>/g, '').trim()).toBe('')
  })
  test('GitHub: one annotation per issue, its parts escaped', async () => {
    const { out } = await run(['expect', '--format', 'github', table('"50% a, b: c",CCO,US,2018-02-06,listed,')])
    expect(out).toMatch(
      /^::error file=[^,]*,line=2,title=verdict::50%25 a, b: c: expected listed in US on 2018-02-06, is uncontrolled\n$/,
    )
  })
})

describe('expect --lint', () => {
  const lint = async (text: string, name = 'set.csv') => (await run(['expect', '--lint', file(name, text)])).out
  test('unreadable rows', async () =>
    expect(await lint('C1CC(\nCCO\n', 'set.smi')).toMatch(
      /set\.smi:1: error row-1: .*\(structure\/unread\)\n2 rows: 1 passed, 1 failed/,
    ))
  test('one structure drawn twice', async () =>
    expect(await lint('name,smiles\na,CCO\nb,OCC\n')).toContain(':3: error b: the same structure as row 1 (a)'))
  test('a salt next to its base is a warning', async () => {
    const out = await lint('name,smiles\na,CCN\nb,CCN.Cl\n')
    expect(out).toContain(':3: warning b: another form of the substance in row 1 (a)')
    expect(out).toContain('2 passed, 0 failed')
  })
  test('one name with different structures, and one with different stereo', async () => {
    expect(await lint(`name,smiles\nAcetylfentanyl,${fentanyl}\n`)).toContain(
      'Acetylfentanyl is recorded with another structure',
    )
    expect(await lint(`name,smiles\nCrotonylfentanyl,${crotonylfentanyl.replace('C/C=C/', 'C/C=C\\')}\n`)).toMatch(
      /warning .*recorded with other stereo/,
    )
    expect(await lint(`name,smiles,cas\nwhatever,CCO,437-38-7\n`)).toContain(
      '437-38-7 is recorded with another structure',
    )
  })
  test('enantiomers are different substances', async () =>
    expect(await lint('name,smiles\na,C[C@H](N)CC\nb,C[C@@H](N)CC\n')).toMatch(/^2 rows: 2 passed/))
  test('the shipped examples have no issues', async () => {
    for (const name of ['fentanyls-2018.csv', 'medicines.csv'])
      expect((await run(['expect', '--lint', `examples/${name}`])).code).toBe(0)
  })
})
