import { describe, expect, test } from 'vitest'
import { columnsOf } from '../../src/report/text/wrap.js'
import { edition } from '../support/law.js'
import { crotonylfentanyl, fentanyl, run } from './fake-host.js'

const widths = [60, 80, 200]
const linesOf = (out: string) => out.replace(/\n$/, '').split('\n')
/** Without the hash of the law data, the days of review and the number of gaps: they change with the law. */
const shown = (out: string) =>
  edition.jurisdictions
    .reduce((text, { jurisdiction: j }) => text.replaceAll(j.verified_through, 'YYYY-MM-DD'), out)
    .replace(/(?<=sha256 )[0-9a-f]{12}/, '...')
    .replace(/\d+(?= known gaps)/, 'n')

describe.each(widths)('a terminal of %i columns', (columns) => {
  test('transcript: one structure found, one that is not', async () => {
    const { out } = await run(['check', 'CCO', crotonylfentanyl, '-j', 'CN,UN,US', '--as-of', '2019-05-01'], {
      columns,
    })
    await expect(shown(out)).toMatchFileSnapshot(`./terminals/${columns}.txt`)
  })
  test('ethanol in all jurisdictions: at most 8 lines, the verdict first', async () => {
    const lines = linesOf((await run(['check', 'CCO'], { columns })).out)
    expect(lines[0]).toMatch(/^CCO: uncontrolled in (\d+) of \1 laws on 2026-09-01$/)
    expect(lines.length).toBeLessThanOrEqual(8)
  })
  test('fentanyl in all jurisdictions: at most five lines for each', async () => {
    const lines = linesOf((await run(['check', fentanyl], { columns })).out)
    expect(lines.length).toBeLessThanOrEqual(5 * edition.jurisdictions.length)
  })
  test('every line fits', async () => {
    const inputs = [fentanyl, crotonylfentanyl, 'CCO', 'CCN', 'khat', 'C1', '*CC(*)c1ccccc1', '7370']
    for (const more of [[], ['--explain'], ['--as-of', '2018-11-26']]) {
      const { out } = await run(['check', ...inputs, ...more], { columns })
      // An address cannot be broken.
      for (const line of linesOf(out).filter((l) => !/https?:\S+$/.test(l)))
        expect(columnsOf(line), line).toBeLessThanOrEqual(columns)
    }
  })
})

describe.each([80, 100])('answers on %i columns', (columns) => {
  test.each([
    ['one law', ['ketamine', '-j', 'US']],
    ['five laws', ['ketamine', '-j', 'CN,DE,GB,JP,US']],
    ['all laws', ['ketamine']],
    ['a set', ['2/3/4-fluorofentanyl', '-j', 'CN,US']],
  ])('%s: each law on one line', async (name, args) => {
    const { out } = await run(['check', ...args, '--as-of', '2026-09-01'], { columns })
    await expect(shown(out)).toMatchFileSnapshot(`./terminals/${name.replace(' ', '-')}-${columns}.txt`)
    for (const line of linesOf(out)) expect(columnsOf(line), line).toBeLessThanOrEqual(columns)
  })
})

test.each(['ketamine', 'fentanyl', 'amphetamine', 'CC(Cc1ccccc1)NC(C)=O', 'MDMA', 'JWH-018'])(
  '%s in all laws: at most 24 lines of 80 columns',
  async (name) => {
    const { out } = await run(['check', name, '--as-of', '2026-12-02'], { columns: 80, today: '2026-12-02' })
    expect(linesOf(out).length).toBeLessThanOrEqual(24)
  },
)

test('in a pipe, COLUMNS gives the width', async () => {
  const piped = (env: Record<string, string>) => run(['check', fentanyl, '-j', 'US'], { env, columns: undefined })
  expect((await piped({ COLUMNS: '60' })).out).toBe((await run(['check', fentanyl, '-j', 'US'], { columns: 60 })).out)
  for (const env of [{}, { COLUMNS: 'wide' }, { COLUMNS: '0' }])
    expect((await piped(env as Record<string, string>)).out).toBe((await run(['check', fentanyl, '-j', 'US'])).out)
})

test('--explain adds the grounds of an open question and all of a proposal; nothing is lost', async () => {
  const args = ['check', crotonylfentanyl, '-j', 'CN,US', '--as-of', '2018-11-26']
  const [short, long] = [(await run(args)).out, (await run([...args, '--explain'])).out]
  for (const words of ['Unverified: the first day', 'wording of the clauses', 'atoms 0-4']) {
    expect(short).not.toContain(words)
    expect(long.replace(/\s+/g, ' ')).toContain(words)
  }
})

describe('the age of the law', () => {
  const law = (day: string, today: string, ...more: string[]) =>
    run(['check', 'CCO', '-j', 'GB', '--as-of', day, ...more], { today })
  test('is shown next to the answer', async () => {
    const { out } = await run(['check', fentanyl, '-j', 'GB'], { columns: 80 })
    expect(out).toMatch(/^Law reviewed: GB only to \d{4}-\d\d-\d\d\./m)
  })
  test('a day in the future is a warning and a caveat', async () => {
    const { err } = await law('2024-01-02', '2024-01-01')
    expect(err).toBe('coverage: warning: 2024-01-02 is in the future; the law may change before then\n')
    const { out } = await run(['check', 'CCO', '-j', 'GB', '--as-of', '2024-01-02', '--json'], { today: '2024-01-01' })
    expect(JSON.parse(out).jurisdictions[0].caveats[0]).toMatchObject({ kind: 'after today' })
    expect((await law('2024-01-02', '2024-01-02')).err).toBe('')
  })
  test('more than a year after the review is a caveat, and a warning where the answer is no text', async () => {
    const { out } = await run(['check', 'CCO', '-j', 'GB', '--as-of', '2100-01-01', '--json'], { today: '2100-01-01' })
    const caveats: { kind: string; verifiedThrough: string }[] = JSON.parse(out).jurisdictions[0].caveats
    const reviewed = caveats.find((c) => c.kind === 'long after verified')!.verifiedThrough
    const year = `${Number(reviewed.slice(0, 4)) + 1}${reviewed.slice(4)}`
    const after = `${year.slice(0, 8)}${String(Number(year.slice(8)) + 1).padStart(2, '0')}`
    expect((await law(year, '2100-01-01')).err).toBe('')
    expect((await law(after, '2100-01-01')).err).toBe('')
    expect((await law(after, '2100-01-01', '--json')).err).toBe(
      `coverage: warning: law reviewed more than a year before ${after}: GB (${reviewed}); later amendments are not included\n`,
    )
  })
  test('expect warns about the days in its rows, not about today', async () => {
    const table = 'structure,jurisdiction,as_of,expected\n'
    const rows = (day: string) => run(['expect', '-'], { stdin: `${table}CCO,GB,${day},uncontrolled\n` })
    expect((await rows('2015-01-01')).err).not.toContain('warning')
  })
})
