import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { run } from '../cli/fake-host.js'
import { testFolder } from '../cli/files.js'
import { startChromium } from '../support/chromium.js'
import { namesOf, openPage, sortBy, type Opened } from './open-page.js'
import { keepAnswers } from '../support/kept-answers.js'

keepAnswers()

const put = testFolder()
const table = `name,smiles,kept in
betaine,C[N+](C)(C)CC(=O)[O-],cupboard 9
crotonyl,C/C=C/C(=O)N(c1ccccc1)C1CCN(CCc2ccccc2)CC1,strongbox
alpha,CCC(=O)N(c1ccccc1)C1CCN(CCc2ccccc2)CC1,vault 1
nonsense,C1CC(,cupboard 3
ibuprofen,CC(C)Cc1ccc(cc1)C(C)C(=O)O,cupboard 1
bromo,CC(C)C(=O)N(c1ccc(Br)cc1)C1CCN(CCc2ccccc2)CC1,vault 3
open,*CC(*)c1ccccc1,vault 4
ether,COC,
water,O,
salt,[Na+].[Cl-],
ethanol,CCO,
`
let browser: Awaited<ReturnType<typeof startChromium>>
let opened: Opened
beforeAll(async () => {
  browser = await startChromium()
  const page = put('page.html', '')
  const { code, err } = await run([
    ...['batch', put('table.csv', table), '-o', page, '-j', 'CN,US', '--as-of', '2019-05-01', '--quiet'],
  ])
  expect({ code, err }).toEqual({ code: 3, err: '' })
  opened = await openPage(browser.context, page)
})
afterAll(async () => browser?.close())

/** The initial state: no row open, nothing chosen. */
async function fresh() {
  await opened.page.reload()
  return opened.page
}

test('the counts are those of the file', async () => {
  const page = await fresh()
  const rows = await page
    .locator('table.counts tbody tr')
    .evaluateAll((trs) => trs.map((tr) => [...tr.children].slice(0, 6).map((cell) => cell.textContent)))
  expect(rows).toEqual([
    ['all laws (strictest verdict)', '1', '2', '1', '6', '1'],
    ['CN China', '1', '2', '1', '6', ''],
    ['US United States (federal)', '1', '2', '1', '6', ''],
  ])
})

test('a heading sorts, verdicts by strength, and shows the order', async () => {
  const page = await fresh()
  expect((await namesOf(page)).slice(0, 2)).toEqual(['betaine', 'crotonyl'])
  await sortBy(page, 'name and input', 'ascending')
  expect((await namesOf(page)).slice(0, 3)).toEqual(['alpha', 'betaine', 'bromo'])
  await sortBy(page, 'name and input', 'descending')
  expect((await namesOf(page))[0]).toBe('water')
  await sortBy(page, 'verdict', 'ascending')
  const verdicts = await page.locator('#rows tbody tr td.verdict').allTextContents()
  expect(verdicts.slice(0, 4)).toEqual(['listed', 'class', 'class', 'undecided'])
  expect(verdicts.at(-1)).toBe('unreadable')
})

test('search covers names, structures, citations and the columns of the file', async () => {
  const page = await fresh()
  const search = page.getByLabel('Search all columns')
  for (const [text, found] of [
    ['STRONG', ['crotonyl']],
    ['Br)cc1', ['bromo']],
    ['Fentanyl-related', ['crotonyl', 'bromo']],
    ['no such thing', []],
  ] as const) {
    await search.fill(text)
    expect(await namesOf(page)).toEqual(found)
  }
  expect(await page.locator('#rows tbody').textContent()).toContain('No row has all of this')
})

test('a verdict is chosen, overall or in one jurisdiction', async () => {
  const page = await fresh()
  await page.getByLabel('Verdict', { exact: true }).selectOption('class')
  expect(await namesOf(page)).toEqual(['crotonyl', 'bromo'])
  await page.getByLabel('Verdict', { exact: true }).selectOption('controlled')
  expect(await namesOf(page)).toEqual(['crotonyl', 'alpha', 'bromo'])
  await page.getByLabel('in', { exact: true }).selectOption('CN China')
  await page.getByLabel('Verdict', { exact: true }).selectOption('listed')
  expect(await namesOf(page)).toEqual(['alpha'])
})

test('a verdict chosen after sorting leaves the rows that have it', async () => {
  const page = await fresh()
  await sortBy(page, 'name and input', 'ascending')
  await page.getByLabel('Verdict', { exact: true }).selectOption('class')
  expect(await namesOf(page)).toEqual(['bromo', 'crotonyl'])
})

test('the remaining rows are saved as CSV, in the order shown', async () => {
  const page = await fresh()
  await page.getByLabel('Verdict', { exact: true }).selectOption('class')
  await sortBy(page, 'name and input', 'ascending')
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save these rows as CSV' }).click(),
  ])
  const text = readFileSync((await download.path())!, 'utf8')
  expect(download.suggestedFilename()).toBe('coverage.csv')
  const lines = text.split('\r\n')
  expect(lines[0]).toBe('\ufeffno,coverage_name,input,verdict,CN,US,by,problem,name,smiles,kept in')
  expect(lines.slice(1)).toEqual([
    expect.stringMatching(/^6,bromo,CC\(C\).*,class,class,class,.*,vault 3$/),
    expect.stringMatching(/^2,crotonyl,C\/C=C.*,class,class,class,.*,strongbox$/),
    '',
  ])
})

test('headings and filters have the names of countries, and a legend explains the verdicts', async () => {
  const page = await fresh()
  expect(await page.locator('#rows thead abbr').evaluateAll((all) => all.map((a) => a.getAttribute('title')))).toEqual([
    'China',
    'United States (federal)',
  ])
  await page.getByText('What the verdicts mean').click()
  expect(await page.locator('.meanings dd').allTextContents()).toContainEqual(
    expect.stringContaining('the whole structure'),
  )
})

test.each([1280, 390])('nothing is outside the window at %i px', async (width) => {
  const many = put('many.html', '')
  await run(['batch', put('many.csv', table), '-o', many, '--as-of', '2019-05-01', '--quiet'])
  const { page } = await openPage(browser.context, many)
  await page.setViewportSize({ width, height: 900 })
  const over = await page.evaluate(() =>
    [document.documentElement, ...document.querySelectorAll('.scroll')].map((e) => e.scrollWidth - e.clientWidth),
  )
  expect(Math.max(...over)).toBeLessThanOrEqual(0)
  // The last column is shown if there is room for it; on a phone an opened row shows it.
  expect(await page.locator('#rows td.by').first().isVisible()).toBe(width > 720)
  await page.close()
})

describe('a row opens', () => {
  test('on its drawing with the atoms of the clause, the clause in words, the citation and the data of the file', async () => {
    const page = await fresh()
    await page.getByRole('button', { name: '6: details of bromo' }).click()
    const told = page.locator('#rows tr.child')
    const text = (await told.textContent())!
    expect(text).toContain('clause D')
    expect(text).toContain('clause E')
    expect(text).toContain('another acyl group')
    expect(text).toContain('vault 3')
    expect(text).toContain('Known gaps in the records of China (CN)')
    const us = told.locator('section.part', {
      has: page.getByRole('heading', { name: 'United States (federal) (US): class' }),
    })
    expect(await us.getByRole('link', { name: '83 FR 5188' }).getAttribute('href')).toMatch(/^https:\/\//)
    // Clause D is the ring with its bromine, clause E the isobutyryl: atoms of the input, each in the colour of its
    // clause.
    const marked = (tone: number) => us.locator(`svg g.tone-${tone} ellipse`).count()
    expect(text).toMatch(/clause D.*?atoms 6-12 \(counted from 0\)/)
    expect(await marked(0)).toBe(7)
    expect(await marked(1)).toBe(5)
    const colours = await us
      .locator('.legend .swatch')
      .evaluateAll((all) => all.map((s) => getComputedStyle(s).backgroundColor))
    const fills = await us
      .locator('svg g[class^=tone]')
      .evaluateAll((all) => all.map((g) => getComputedStyle(g.querySelector('ellipse')!).fill))
    expect(fills).toEqual(colours)
    expect(new Set(fills).size).toBe(2)
  })
  test('and closes again; rows that were not opened are not drawn', async () => {
    const page = await fresh()
    expect(await page.locator('#rows svg').count()).toBe(0)
    const button = page.getByRole('button', { name: '3: details of alpha' })
    await button.click()
    expect(await button.getAttribute('aria-expanded')).toBe('true')
    expect(await page.locator('#rows tr.child svg').count()).toBeGreaterThan(0)
    await button.click()
    expect(await button.getAttribute('aria-expanded')).toBe('false')
    expect(await page.locator('#rows tr.child').count()).toBe(0)
  })
  test('an unreadable row says why, an uncontrolled one says so', async () => {
    const page = await fresh()
    await page.getByRole('button', { name: 'Open all shown rows' }).click()
    const told = await page.locator('#rows tr.child').allTextContents()
    expect(told).toHaveLength(11)
    expect(told[3]).toContain('not a SMILES')
    expect(told[10]).toContain('No recorded entry or rule covers it')
    await page.getByRole('button', { name: 'Close all shown rows' }).click()
    expect(await page.locator('#rows tr.child').count()).toBe(0)
  })
})

test('everything can be reached and used with the keyboard alone', async () => {
  const page = await fresh()
  const reached: string[] = []
  for (let i = 0; i < 14; i++) {
    await page.keyboard.press('Tab')
    reached.push(
      await page.evaluate(
        () =>
          document.activeElement?.getAttribute('aria-label') ??
          document.activeElement?.textContent ??
          document.activeElement?.tagName ??
          '',
      ),
    )
  }
  expect(reached[0]).toBe('Skip to the results')
  expect(reached.some((name) => name.startsWith('name and input'))).toBe(true)
  await page.getByRole('button', { name: '2: details of crotonyl' }).focus()
  await page.keyboard.press('Enter')
  expect(await page.locator('#rows tr.child').textContent()).toContain('clause E')
  await page.keyboard.press('Space')
  expect(await page.locator('#rows tr.child').count()).toBe(0)
  await page.locator('#rows thead th.name [role=button]').focus()
  await page.keyboard.press('Enter')
  await page.locator('#rows thead th.name[aria-sort=ascending]').waitFor()
  expect((await namesOf(page))[0]).toBe('alpha')
})

test('a printout contains the rows as shown and the caveats, without elements that can only be clicked', async () => {
  const page = await fresh()
  await page.getByRole('button', { name: '2: details of crotonyl' }).click()
  await page.emulateMedia({ media: 'print' })
  expect(await page.locator('#filters').isVisible()).toBe(false)
  expect(await page.locator('.dt-search').isVisible()).toBe(false)
  expect(await page.locator('#rows tr.child svg').first().isVisible()).toBe(true)
  expect(await page.locator('#rests li').first().isVisible()).toBe(true)
  expect(
    await page.getByRole('link', { name: '83 FR 5188' }).evaluate((a) => getComputedStyle(a, '::after').content),
  ).toContain('http')
  const pdf = await page.pdf({ format: 'A4' })
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
  // Nothing is wider than the paper.
  await page.setViewportSize({ width: 718, height: 1000 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(718)
  await page.emulateMedia({ media: null })
  await page.setViewportSize({ width: 1280, height: 900 })
})

test('on paper all rows are there, with since and citation of what is found; afterwards the page is as before', async () => {
  const path = put('many.html', '')
  const rows = Array.from(
    { length: 42 },
    (_, i) => `E-${i + 1},${i % 2 === 0 ? 'CCO' : 'CCC(=O)N(c1ccccc1)C1CCN(CCc2ccccc2)CC1'}`,
  )
  const exhibits = put('many.csv', `exhibit,smiles\n${rows.join('\n')}\n`)
  await run(['batch', exhibits, '-j', 'US', '--as-of', '2026-09-01', '-o', path, '--quiet'])
  const { page } = await openPage(browser.context, path)
  const shown = () => page.locator('#rows tbody > tr:not(.child)').count()
  expect(await shown()).toBe(25)
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
  expect(await shown()).toBe(42)
  expect(await page.locator('#rows tr.child .cite').count()).toBe(21)
  expect(await page.locator('#rows tr.child').first().textContent()).toMatch(
    /controlled since 1971-05-01 or earlier[\s\S]*21 CFR/,
  )
  await page.evaluate(() => dispatchEvent(new Event('afterprint')))
  expect([await shown(), await page.locator('#rows tr.child').count()]).toEqual([25, 0])
  await page.close()
})

test('one substance in three laws, with what the answers rest on, is one sheet of A4', async () => {
  const path = put('exhibit.html', '')
  const exhibit = put('exhibit.csv', 'exhibit,smiles,case\nE-1,CCC(=O)N(c1ccccc1)C1CCN(CCc2ccccc2)CC1,17\n')
  await run(['batch', exhibit, '-j', 'US,DE,GB', '--as-of', '2026-09-01', '-o', path, '--quiet'])
  const { page } = await openPage(browser.context, path)
  const margin = { top: '10mm', bottom: '10mm', left: '10mm', right: '10mm' }
  const pdf = await page.pdf({ format: 'A4', margin })
  expect(pdf.toString('latin1').match(/\/Type\s*\/Page[^s]/g)).toHaveLength(1)
  await page.close()
})

test('on a phone nothing overflows the page', async () => {
  const page = await fresh()
  await page.setViewportSize({ width: 390, height: 800 })
  await page.getByRole('button', { name: '2: details of crotonyl' }).click()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  await page.setViewportSize({ width: 1280, height: 900 })
})

test('nothing was requested from the network, and the policy of the page refused nothing', () => {
  expect(opened.requests).toEqual([])
  expect(opened.complaints).toEqual([])
})

test('the same input gives the same page', async () => {
  const [first, second] = [put('a.html', ''), put('b.html', '')]
  for (const page of [first, second]) await run(['batch', put('table.csv', table), '-o', page, '-j', 'CN', '--quiet'])
  expect(readFileSync(first, 'utf8')).toBe(readFileSync(second, 'utf8'))
})
