import { pathToFileURL } from 'node:url'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { run } from '../cli/fake-host.js'
import { testFolder } from '../cli/files.js'
import { startFirefox } from '../support/firefox.js'
import { manyRows } from './many-rows.js'

const put = testFolder()
const crotonyl = 'C/C=C/C(=O)N(c1ccccc1)C1CCN(CCc2ccccc2)CC1'
const day = '2026-08-01'
let firefox: Awaited<ReturnType<typeof startFirefox>>
let page: Page
let own: string
const requests: string[] = []

beforeAll(async () => {
  const file = put('coverage.html', '')
  expect((await run(['page', '-o', file])).code).toBe(0)
  own = pathToFileURL(file).href
  firefox = await startFirefox()
  page = await firefox.browser.newPage()
  // The browser's own log of its requests; content within the page is not a request.
  page.on('request', (request) => {
    const url = request.url().split('#')[0]!
    if (url !== own && !/^(blob|data):/.test(url)) requests.push(url)
  })
  await page.goto(`${own}#lang=en`)
  await page.waitForSelector('html[data-ready=yes]', { timeout: 60_000 })
}, 180_000)
afterAll(async () => firefox?.close())

const show = (fragment: string) => page.evaluate((hash) => void (location.hash = hash), fragment)
const text = (selector: string) => page.$eval(selector, (element) => element.textContent ?? '')
const badge = (verdict: string) => page.waitForSelector(`#answer h2 .badge.${verdict}`, { timeout: 60_000 })

test('a typed structure: verdict and coloured atoms of the command line; another day, another verdict', async () => {
  await show('#lang=en&in=US&day=2019-05-01')
  await page.type('#structure', crotonyl)
  await page.keyboard.press('Enter')
  await badge('class')
  const { out } = await run(['check', crotonyl, '-j', 'US', '--as-of', '2019-05-01', '--json'])
  const { atoms } = JSON.parse(out).jurisdictions[0].findings[0].clauses[0]
  expect(await page.$$eval('section.part svg g.tone-0 ellipse', (all) => all.length)).toBe(atoms.length)
  await show(`#lang=en&in=US&day=2018-02-05&q=${encodeURIComponent(crotonyl)}`)
  await badge('uncontrolled')
}, 120_000)

test('toluene drawn with the mouse is a listed precursor', async () => {
  await show('#lang=en&in=UN&day=2024-01-01')
  await page.click('#drawing summary')
  await page.waitForFunction(() => document.querySelector('#editor > div')?.shadowRoot?.querySelector('canvas'))
  const box = await page.$eval('#editor', (editor) => {
    editor.scrollIntoView()
    const { x, y } = editor.getBoundingClientRect()
    return { x, y }
  })
  const click = (x: number, y: number) => page.mouse.click(box.x + x, box.y + y, { delay: 50 })
  await click(34, 202)
  await click(400, 200)
  await page.waitForFunction(() => document.querySelector<HTMLTextAreaElement>('#structure')!.value.includes('  6  6'))
  await click(12, 118)
  await click(400, 200)
  await page.waitForFunction(() => document.querySelector<HTMLTextAreaElement>('#structure')!.value.includes('  7  7'))
  await badge('listed')
  expect(await text('.verdicts tbody td:nth-child(3)')).toMatch(/toluene/i)
}, 120_000)

test('300 rows of a table are the rows that the command line writes', async () => {
  const csv = manyRows(300)
  await show(`#lang=en&view=files&day=${day}`)
  await page.evaluate((content) => {
    const transfer = new DataTransfer()
    transfer.items.add(new File([content], 'many.csv'))
    document.querySelector('#drop')!.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true }))
  }, csv)
  await page.waitForSelector('[data-save=ndjson]', { timeout: 400_000 })
  const saved = await page.evaluate(async () => {
    const made: Blob[] = []
    const make = URL.createObjectURL
    URL.createObjectURL = (blob) => {
      made.push(blob as Blob)
      return make(blob)
    }
    document.querySelector<HTMLButtonElement>('[data-save=ndjson]')!.click()
    URL.createObjectURL = make
    return made[0]!.text()
  })
  const whole = await run(['batch', put('many.csv', csv), '--as-of', day, '--format', 'ndjson', '--quiet'])
  const [lines, expected] = [saved.split('\n'), whole.out.split('\n')]
  expect(lines.length).toBe(301)
  for (const [i, line] of lines.entries()) if (line !== expected[i]) expect(line).toBe(expected[i])
}, 600_000)

test('a rule is displayed, with its drawing', async () => {
  await show('#lang=en&view=law&record=cn%2Frule%2Fcn-fentanyl-class')
  await page.waitForSelector('#record figure > svg', { timeout: 60_000 })
  expect(await text('#record h2')).toContain('Fentanyl-related substances')
}, 120_000)

test('nothing was requested from the network, and nothing can be', async () => {
  expect(requests).toEqual([])
  const sent = await page.evaluate(() =>
    fetch('https://example.org').then(
      () => 'sent',
      () => 'refused',
    ),
  )
  expect(sent).toBe('refused')
})
