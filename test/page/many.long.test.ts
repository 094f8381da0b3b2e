import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { run } from '../cli/fake-host.js'
import { testFolder } from '../cli/files.js'
import { startChromium } from '../support/chromium.js'
import { namesOf, openPage, sortBy, type Opened } from './open-page.js'

const put = testFolder()
const hits = 5000
let browser: Awaited<ReturnType<typeof startChromium>>
let opened: Opened
beforeAll(async () => {
  browser = await startChromium()
  const [fentanyl, mdma] = ['CCC(=O)N(c1ccccc1)C1CCN(CCc2ccccc2)CC1', 'CNC(C)Cc1ccc2c(c1)OCO2']
  const two = put('two.ndjson', '')
  expect(
    (await run(['batch', put('two.smi', `${fentanyl} a\n${mdma} b\n`), '-o', two, '-j', 'US', '--quiet'])).code,
  ).toBe(0)
  const rows = readFileSync(two, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  const many = Array.from({ length: hits }, (_, i) =>
    JSON.stringify({ ...rows[i % 2], index: i + 1, id: `sample ${String(i + 1).padStart(4, '0')}` }),
  )
  const file = put('many.html', '')
  const facts = put('many.ndjson.run.json', readFileSync(`${two}.run.json`, 'utf8'))
  const made = await run(['report', put('many.ndjson', `${many.join('\n')}\n`), '--run-info', facts, '-o', file])
  expect({ code: made.code, err: made.err }).toEqual({ code: 0, err: `wrote ${file}\n` })
  opened = await openPage(browser.context, file)
}, 300_000)
afterAll(async () => browser?.close())

test('5,000 hits are all there, and only one page of them is rendered', async () => {
  const { page } = opened
  expect(await page.locator('.dt-info').textContent()).toBe('Rows 1 to 25 of 5,000')
  expect(await page.locator('#rows tbody tr').count()).toBe(25)
  expect(await page.locator('#rows svg').count()).toBe(0)
})

test('the last of them is found, sorted to the top and opened', async () => {
  const { page } = opened
  await page.getByLabel('Search all columns').fill('5000')
  expect(await namesOf(page)).toEqual(['sample 5000'])
  await page.getByLabel('Search all columns').fill('')
  await sortBy(page, 'name and input', 'ascending')
  await sortBy(page, 'name and input', 'descending')
  expect((await namesOf(page))[0]).toBe('sample 5000')
  await page.getByRole('button', { name: '5000: details of sample 5000' }).click()
  expect(await page.locator('#rows tr.child svg').count()).toBe(1)
  await page.getByRole('link', { name: 'Last' }).click()
  expect((await namesOf(page)).at(-1)).toBe('sample 0001')
  await page.getByLabel('rows a page').selectOption('500')
  expect(await page.locator('#rows tbody tr').count()).toBe(500)
})

test('nothing was requested from the network, nothing failed', () => {
  expect(opened.requests).toEqual([])
  expect(opened.complaints).toEqual([])
})
