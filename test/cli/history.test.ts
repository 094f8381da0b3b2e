import { describe, expect, test } from 'vitest'
import { crotonylfentanyl, run, runJson } from './fake-host.js'

/** First day and verdict of every span, for the law itself; changes of proposals are ignored. */
async function spans(substance: string, code: string): Promise<string[]> {
  const { rows } = await runJson(['history', '--json', '-j', code, substance])
  const { chapters } = rows[0].jurisdictions[0]
  const told: string[] = []
  for (const c of chapters) {
    const cites = c.findings.filter((f: any) => f.counts === 'listed' || f.counts === 'class').map((f: any) => f.cite)
    const text = `${c.verdict} ${cites.join(' + ')}`.trim()
    if (told.at(-1)?.replace(/^\S+ /, '') !== text) told.push(`${c.from} ${text}`)
  }
  return told
}

describe('timelines of real substances', () => {
  test('mephedrone, United States: temporary order of 2011, statute of 2012, no gap between them', async () => {
    const days = await spans('mephedrone', 'US')
    expect(days.slice(-3)).toEqual([
      '1971-05-01 uncontrolled',
      '2011-10-21 listed 76 FR 65371',
      expect.stringMatching(/^2012-07-09 listed .*Pub\. L\. 112-144/),
    ])
  })
  test('MDMA, United States: out of control from 1988-01-27 to 1988-03-22', async () => {
    const days = await spans('mdma', 'US')
    expect(days.map((d) => d.slice(0, 22).trim())).toEqual([
      'null undecided',
      '1971-05-01 uncontrolle',
      '1985-07-01 listed 50 F',
      '1986-11-13 listed 51 F',
      '1988-01-27 uncontrolle',
      '1988-03-23 listed 21 C',
    ])
  })
  test('carfentanil, China: listed from 2017-03-01', async () => {
    const { rows } = await runJson(['history', '--json', '-j', 'CN', 'carfentanil'])
    const listed = rows[0].jurisdictions[0].chapters.filter((c: any) => c.verdict === 'listed')
    expect(listed[0].from).toBe('2017-03-01')
    expect(rows[0].jurisdictions[0].chapters.at(-1).verdict).toBe('listed')
  })
  test('crotonylfentanyl, by structure: class from the day of each class, listed in the United States from 2020-10-02', async () => {
    expect((await spans(crotonylfentanyl, 'CN')).map((d) => d.slice(0, 16))).toContain('2019-05-01 class')
    const us = await spans(crotonylfentanyl, 'US')
    expect(us.some((d) => d.startsWith('2018-02-06 class 83 FR 5188'))).toBe(true)
    expect(us.at(-1)).toMatch(/^2020-10-02 listed .*85 FR 62215/)
  })
  test('a span ends where the next begins', async () => {
    for (const name of ['mephedrone', 'mdma', 'cannabis']) {
      const { rows } = await runJson(['history', '--json', name])
      for (const { chapters } of rows[0].jurisdictions)
        chapters.forEach((c: any, i: number) => expect(c.until).toBe(chapters[i + 1]?.from ?? null))
    }
  })
  test('each day of change is a day on which check gives another answer', async () => {
    const { rows } = await runJson(['history', '--json', '-j', 'US', 'mdma'])
    for (const { from, verdict } of rows[0].jurisdictions[0].chapters.slice(1)) {
      const { rows: asked } = await runJson(['check', '--json', '-j', 'US', '--as-of', from, 'mdma'])
      expect({ from, verdict: asked[0].verdict }).toEqual({ from, verdict })
    }
  })
})

describe('the text', () => {
  test('gives days, verdicts, citations and the day up to which the law was reviewed', async () => {
    const { out, code } = await run(['history', '-j', 'US', '437-38-7', 'mephedrone'])
    expect(code).toBe(0)
    expect(out).toMatch(/2011-10-21 +listed +Mephedrone/)
    expect(out).toContain('76 FR 65371')
    expect(out).toMatch(/US: records begin on 1971-05-01; law reviewed up to \d{4}-/)
    for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(100)
  })
  test('a proposal is marked as one, and shown once', async () => {
    const { out } = await run(['history', '-j', 'CN', crotonylfentanyl], { columns: 140 })
    expect(out.match(/would be covered by: Fentanyl class proposed to China/g)).toHaveLength(1)
  })
  test('a name that is not recorded is reported as such', async () => {
    const { code, out } = await run(['history', 'Fentanl', '-j', 'US'])
    expect([code, out]).toEqual([3, expect.stringContaining("not recorded\nNo substance recorded under 'Fentanl'")])
  })
  test('an unreadable input is reported, and gives 3', async () => {
    const { out, code } = await run(['history', 'C1CC('])
    expect(code).toBe(3)
    expect(out).toContain('unreadable')
  })
  test('an unknown jurisdiction gives 2', async () => expect((await run(['history', '-j', 'XX', 'C'])).code).toBe(2))
})

test('a first day that lies between two days is said as such, in the history and in every answer', async () => {
  const bounds = 'between 2025-11-01 and 2026-04-11'
  const asked = ['adb-5br-pinaca', '-j', 'SE']
  expect((await run(['history', ...asked])).out).toContain(`Controlled since a day ${bounds}`)
  expect((await run(['check', ...asked])).out).toContain(`since  a day ${bounds}`)
  expect((await run(['check', ...asked, '--format', 'html'])).out).toContain(`controlled since a day ${bounds}`)
  expect((await run(['check', ...asked, '--format', 'csv'])).out).toContain(`SE: a day ${bounds}`)
})

test('a page of several structures begins with one chart, a lane for each on one axis; unreadable ones have none', async () => {
  const { out, code } = await run(['history', 'mephedrone', 'CCO', 'C(', '-j', 'US', '--format', 'html'])
  const [chart] = out.slice(out.indexOf('<main')).split('<article')
  expect([code, [...chart!.matchAll(/text-anchor="end">\s*([^<]+)</g)].map(([, name]) => name)]).toEqual([
    3,
    ['Mephedrone', 'CCO'],
  ])
  expect([...chart!.matchAll(/<title>([^<]+)</g)].map(([, title]) => title)).toContain('Mephedrone, 2011-10-21: listed')
  const { out: one } = await run(['history', 'CCO', '-j', 'US', '--format', 'html'])
  expect(one.slice(one.indexOf('<main'))).toMatch(/^<main id="results">\s*<article/)
})
