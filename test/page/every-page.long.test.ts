import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { run } from '../cli/fake-host.js'
import { testFolder } from '../cli/files.js'
import { startChromium } from '../support/chromium.js'
import { violationsInLightAndDark } from './accessible.js'
import { openPage } from './open-page.js'
import { keepAnswers } from '../support/kept-answers.js'

keepAnswers()

const put = testFolder()
const crotonyl = 'C/C=C/C(=O)N(c1ccccc1)C1CCN(CCc2ccccc2)CC1'
const kinds = [
  `fentanyl,CCC(=O)N(c1ccccc1)C1CCN(CCc2ccccc2)CC1`,
  `crotonyl,${crotonyl}`,
  'open,*c1ccccc1',
  'ethanol,CCO',
  'broken,C1CC',
]
const few = `name,smiles\n${[...kinds, ...kinds, ...kinds].join('\n')}\n`
const compared = [
  ...['compare', 'examples/fentanyls-2018.csv', '--as-of', '2018-11-26', '-j', 'CN'],
  ...['--assume', 'cn-proposed-fentanyl-class'],
]

/** Every other page that a command writes, and what is done on it before it is examined. */
const pages: [name: string, args: readonly string[], code: number, open: boolean][] = [
  // Each row is opened, with its drawings: a few of each verdict show everything. Fewer rows are answers without a
  // table.
  ['batch', ['batch', 'few.csv', '--as-of', '2019-05-01', '--quiet'], 3, true],
  ['check', ['check', crotonyl, 'mdma', 'CCO', 'C1CC(', '--as-of', '2019-05-01'], 3, false],
  ['history', ['history', 'mdma', crotonyl], 0, false],
  [
    'impact',
    [
      'impact',
      'cn-proposed-fentanyl-class',
      ...['--as-of', '2018-11-26', '-j', 'CN,US', '--first-seen', 'examples/fentanyls-2018.csv'],
    ],
    0,
    false,
  ],
]

let browser: Awaited<ReturnType<typeof startChromium>>
/** The page of compare. */
let comparison = ''
beforeAll(async () => {
  browser = await startChromium()
  comparison = put('comparison.html', '')
  expect((await run([...compared, '-o', comparison])).code).toBe(0)
})
afterAll(async () => browser?.close())

describe.each([...pages, ['compare', null, 0, true] as const])('the page of %s', (name, args, code, open) => {
  async function written(): Promise<string> {
    if (args === null) return comparison
    const path = put(`${name}.html`, '')
    const given = args.map((arg) => (arg === 'few.csv' ? put(arg, few) : arg))
    expect((await run([...given, '-o', path])).code).toBe(code)
    return path
  }
  test('is read by everybody, in light and in dark (rules of axe, WCAG 2.2 AA among them)', async () => {
    const { page, requests, complaints } = await openPage(browser.context, await written())
    if (open) await page.getByRole('button', { name: 'Open all shown rows' }).click()
    await page.evaluate(() => document.querySelectorAll('details').forEach((d) => (d.open = true)))
    expect(await violationsInLightAndDark(page)).toEqual({ light: [], dark: [] })
    if (open) await page.getByRole('button', { name: 'Close all shown rows' }).click()
    expect({ requests, complaints }).toEqual({ requests: [], complaints: [] })
    for (const { media, width } of [
      { media: 'screen', width: 390 },
      { media: 'print', width: 690 },
    ] as const) {
      await page.emulateMedia({ media })
      await page.setViewportSize({ width, height: 900 })
      const wide = await page.evaluate(() => document.documentElement.scrollWidth)
      expect({ media, wide }).toEqual({ media, wide: width })
    }
    await page.close()
  }, 240_000)
})

test('rows printed on A4 have their verdicts, and numbers next to names', async () => {
  const { page } = await openPage(browser.context, comparison)
  await page.emulateMedia({ media: 'print' })
  await page.setViewportSize({ width: 690, height: 900 })
  const row = page.locator('#rows tbody tr').first()
  await row.locator('td.column').first().waitFor()
  expect(await row.locator('td.column:visible, td.by:visible').count()).toBe(3)
  const [number, name] = [await row.locator('button.open').boundingBox(), await row.locator('.name').boundingBox()]
  expect(number!.x + number!.width).toBeLessThanOrEqual(name!.x)
  await page.close()
})

test('links lead to the web only, and tell nobody where from', async () => {
  const path = put('links.html', '')
  await run(['check', crotonyl, 'mdma', '-o', path])
  const { page } = await openPage(browser.context, path)
  const links = await page
    .locator('main a')
    .evaluateAll((all) => all.map((a) => [a.getAttribute('href'), a.getAttribute('rel')] as const))
  expect(links.length).toBeGreaterThan(5)
  for (const [href, rel] of links) {
    expect(href).toMatch(/^https?:\/\//)
    expect(rel).toBe('noreferrer')
  }
  await page.close()
})

test('every drawing and plot of the page of compare has a text', async () => {
  const { page } = await openPage(browser.context, comparison)
  const texts = await page
    .locator(':is(main, header) svg[role=img]:not(#results svg)')
    .evaluateAll((all) => all.map((svg) => svg.getAttribute('aria-label') ?? ''))
  expect(texts[0]).toBe('Drawing of Fentanyl')
  expect(
    texts.filter((text) => /^Drawing of .+ with the atoms of the draft, clauses? .+ marked$/.test(text)),
  ).toHaveLength(6)
  expect(texts.every((text) => text !== '')).toBe(true)
  await page.close()
})

describe('plots show what the tables say', () => {
  test('days uncontrolled: as long as their numbers, and the same numbers', async () => {
    const { out } = await run([...compared, '--json', '--all'])
    const rows = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    const races: any[][] = rows
      .flatMap((r: any) => (r.race ? [[r.id, r.race.before, r.race.after]] : []))
      .sort((a: any, b: any) => b[1] - a[1])
    expect(races.length).toBe(5)
    const { page } = await openPage(browser.context, comparison)
    const chart = page.getByRole('img', { name: /Bar chart of days uncontrolled/ })
    const bars = await chart.locator('g:has(rect)').evaluateAll((all) =>
      all.map((g) => ({
        texts: [...g.querySelectorAll('text')].map((t) => t.textContent),
        widths: [...g.querySelectorAll('rect')].map((r) => Number(r.getAttribute('width'))),
      })),
    )
    expect(bars.map((b) => [b.texts[0], Number(b.texts[1]), Number(b.texts[2])])).toEqual(races)
    const perDay = bars[0]!.widths[0]! / races[0]![1]
    bars.forEach(({ widths }, i) =>
      widths.forEach((width, k) => expect(Math.abs(width / perDay - races[i]![k + 1])).toBeLessThan(1)),
    )
    await page.close()
  })
  test('coverage over the years: two scenarios with one scale, apart only once the class counts', async () => {
    const { page } = await openPage(browser.context, comparison)
    const charts = page.getByRole('img', { name: /Step chart/ })
    expect(await charts.evaluateAll((all) => all.map((c) => c.getAttribute('aria-label')))).toEqual([
      expect.stringContaining('25 listed, 0 in a class alone, of 35'),
      expect.stringContaining('25 listed, 8 in a class alone, of 35'),
    ])
    const paths = (kind: string) =>
      charts.evaluateAll((all, k) => all.map((c) => c.querySelector(`.${k}`)!.getAttribute('d')), kind)
    const inClass = await paths('v-class')
    const tops = inClass.map((d) => Math.min(...(d!.match(/(?<=,)-?[\d.]+/g) ?? []).map(Number)))
    expect(tops[1]!).toBeLessThan(tops[0]!)
    await page.close()
  })
  test('a history: spans in the order of its days', async () => {
    const path = put('history.html', '')
    await run(['history', 'mdma', '-j', 'US', '-o', path])
    const { page } = await openPage(browser.context, path)
    const days = await page.locator('table tbody td:first-child').allTextContents()
    expect(days).toEqual(['as far as known', '1971-05-01', '1985-07-01', '1986-11-13', '1988-01-27', '1988-03-23'])
    const spans = await page
      .getByRole('img', { name: /Time line/ })
      .locator('g rect')
      .evaluateAll((all) => all.map((r) => [r.getAttribute('class'), Number(r.getAttribute('x'))] as const))
    expect(spans.map(([kind]) => kind)).toEqual([
      'v-undecided',
      'v-uncontrolled',
      'v-listed',
      'v-listed',
      'v-uncontrolled',
      'v-listed',
    ])
    expect(spans.map(([, x]) => x)).toEqual(spans.map(([, x]) => x).sort((a, b) => a - b))
    await page.close()
  })
})
