import { readFileSync } from 'node:fs'
import { unzipSync } from 'fflate'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { run } from '../cli/fake-host.js'
import { testFolder } from '../cli/files.js'
import { startChromium } from '../support/chromium.js'
import { manyRows } from './many-rows.js'
import { openApp, type OpenedApp } from './open-app.js'

const put = testFolder()
const day = '2026-08-01'
let browser: Awaited<ReturnType<typeof startChromium>>
let opened: OpenedApp
let page: Page
let file: string

beforeAll(async () => {
  file = put('coverage.html', '')
  expect((await run(['page', '-o', file])).code).toBe(0)
  browser = await startChromium()
  opened = await openApp(browser.context, file, `#view=files&day=${day}`)
  page = opened.page
}, 120_000)
afterAll(async () => browser?.close())

async function drop(name: string, bytes: Buffer): Promise<void> {
  const data = await page.evaluateHandle(
    ([own, base64]) => {
      const transfer = new DataTransfer()
      transfer.items.add(new File([Uint8Array.from(atob(base64!), (c) => c.charCodeAt(0))], own!))
      return transfer
    },
    [name, bytes.toString('base64')],
  )
  await page.dispatchEvent('#drop', 'drop', { dataTransfer: data })
}

async function done(): Promise<void> {
  await page.locator('#run').waitFor({ state: 'hidden', timeout: 300_000 })
}

async function saved(format: string): Promise<Buffer> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.locator(`[data-save=${format}]`).click()])
  return readFileSync(await download.path())
}

test('5,000 rows of a table: each is the row that the command line writes, in every format', async () => {
  const csv = manyRows(5000)
  const input = put('many.csv', csv)
  await drop('many.csv', Buffer.from(csv))
  await page.locator('#run').waitFor({ state: 'visible' })
  await done()
  const batch = async (format: string, output: string) => {
    const ran = await run(['batch', input, '--as-of', day, '--format', format, '--quiet', '-o', output])
    expect(ran).toMatchObject({ code: 3, err: '' })
    return readFileSync(output)
  }
  const whole = await run(['batch', input, '--as-of', day, '--format', 'ndjson', '--quiet'])
  const lines = (await saved('ndjson')).toString().split('\n')
  const expected = whole.out.split('\n')
  expect(lines.length).toBe(5001)
  for (const [i, line] of lines.entries()) if (line !== expected[i]) expect(line).toBe(expected[i])
  expect((await saved('csv')).equals(await batch('csv', put('many.out.csv', '')))).toBe(true)
  const parts = (bytes: Buffer) =>
    Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, Buffer.from(part).toString()]))
  const [own, theirs] = [parts(await saved('xlsx')), parts(await batch('xlsx', put('many.xlsx', '')))]
  expect(Object.keys(own).sort()).toEqual(Object.keys(theirs).sort())
  for (const name of Object.keys(own)) expect(own[name] === theirs[name], name).toBe(true)
}, 600_000)
