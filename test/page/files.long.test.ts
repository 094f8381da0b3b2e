import { readFileSync, writeFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { unzipSync } from 'fflate'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { run } from '../cli/fake-host.js'
import { testFolder } from '../cli/files.js'
import { startChromium } from '../support/chromium.js'
import { manyRows } from './many-rows.js'
import { openApp, type OpenedApp } from './open-app.js'
import { keepAnswers } from '../support/kept-answers.js'

keepAnswers()

const put = testFolder()
const day = '2026-08-01'
const hit = 'C/C=C/C(=O)N(c1ccccc1)C1CCN(CCc2ccccc2)CC1'
let browser: Awaited<ReturnType<typeof startChromium>>
let opened: OpenedApp
let page: Page
let file: string

beforeAll(async () => {
  file = put('coverage.html', '')
  expect((await run(['page', '-o', file])).code).toBe(0)
  browser = await startChromium()
  opened = await openApp(browser.context, file, `#view=files&lang=en&day=${day}`)
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

test('160 rows of a table: each is the row that the command line writes, in every format', async () => {
  const csv = manyRows(160)
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
  expect(lines.length).toBe(161)
  for (const [i, line] of lines.entries()) if (line !== expected[i]) expect(line).toBe(expected[i])
  expect((await saved('csv')).equals(await batch('csv', put('many.out.csv', '')))).toBe(true)
  const parts = (bytes: Buffer) =>
    Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, Buffer.from(part).toString()]))
  const [own, theirs] = [parts(await saved('xlsx')), parts(await batch('xlsx', put('many.xlsx', '')))]
  expect(Object.keys(own).sort()).toEqual(Object.keys(theirs).sort())
  for (const name of Object.keys(own)) expect(own[name] === theirs[name], name).toBe(true)
}, 600_000)

/** The rows of a file, as the page saves them and as the command line writes them. */
async function bothOf(name: string, bytes: Buffer): Promise<readonly [page: string, line: string]> {
  await drop(name, bytes)
  await done()
  const path = put(name, '')
  writeFileSync(path, bytes)
  const { out } = await run(['batch', path, '--as-of', day, '--format', 'ndjson', '--quiet'])
  return [(await saved('ndjson')).toString(), out]
}

const block = (title: string) =>
  `${title}\n\n\n  1  0  0  0  0  0  0  0  0  0999 V2000\n    0.0000    0.0000    0.0000 C   0  0\nM  END\n`

describe('every format is read as the command line reads it', () => {
  test.each<[name: string, bytes: () => Buffer | Promise<Buffer>]>([
    ['a.smi', () => Buffer.from('CCO ethanol\nC1CC\n\n# comment\nCNC(C)Cc1ccc2OCOc2c1 mdma\n')],
    ['b.smi.gz', () => gzipSync('CCO ethanol\nCNC(C)Cc1ccc2OCOc2c1 mdma\n')],
    ['c.csv', () => Buffer.from('name;cas\nmdma;42542-10-9\n"never closed;1\nthing;1\n')],
    ['d.csv', () => Buffer.from('\ufeffid,smiles\n1,CCO\n', 'utf16le')],
    ['e.sdf', () => Buffer.from(`${block('one')}>  <ID>\n7\n\n$$$$\n${block('two').replace('M  END', '')}$$$$\n`)],
    ['f.ndjson', () => Buffer.from('{"smiles":"CCO","id":"x"}\nnot json\n')],
    ['g.xlsx', async () => workbookOf('id,smiles\n1,CCO\n2,C1CC\n3,CNC(C)Cc1ccc2OCOc2c1\n')],
  ])('%s', async (name, bytes) => {
    const [own, line] = await bothOf(name, await bytes())
    expect(line.length).toBeGreaterThan(0)
    expect(own).toBe(line)
  })
})

/** A workbook written by the program itself. */
async function workbookOf(csv: string): Promise<Buffer> {
  const output = put('made.xlsx', '')
  expect((await run(['batch', put('made.csv', csv), '--as-of', day, '-j', 'US', '-o', output, '--quiet'])).code).toBe(3)
  return readFileSync(output)
}

test('a file that cannot be read says why, and rows before the damage are kept', async () => {
  await drop('x.pdf', Buffer.from('%PDF'))
  await page.locator('#run-note', { hasText: 'this page reads' }).waitFor()
  await drop('x.csv', Buffer.from('a,b\n1,2\n'))
  await page.locator('#run-note', { hasText: 'no SMILES column found' }).waitFor()
  await drop('x.xlsx', Buffer.from('no workbook'))
  await page.locator('#run-note', { hasText: 'cannot be read as XLSX' }).waitFor()
  const zipped = gzipSync(
    `id,smiles\n${Array.from({ length: 5000 }, (_, i) => `${i},${'C'.repeat(1 + (i % 90))}\n`).join('')}`,
  )
  await drop('x.csv.gz', zipped.subarray(0, zipped.length - 2000))
  await page.locator('#run-note', { hasText: 'x.csv.gz: cannot be read' }).waitFor()
  expect(
    Number((await page.locator('.dt-info').textContent())!.replaceAll(',', '').match(/of (\d+)/)![1]),
  ).toBeGreaterThan(100)
})

test('a record that crashes workers is an unreadable row, and all others are judged', async () => {
  const killing = await openApp(browser.context, file, `#view=files&day=${day}&lang=en`, () => {
    const post = Worker.prototype.postMessage
    Worker.prototype.postMessage = function (this: Worker, message: unknown, ...rest: []) {
      // Like a worker that ran out of memory.
      const { id, work } = message as {
        id: number
        work?: { task?: { harmful: { crashed: number[] }; chunk: { records: { text: string }[] } } }
      }
      const at = work?.task?.chunk.records.findIndex(({ text }) => text === '[991C]') ?? -1
      if (at >= 0 && work!.task!.harmful.crashed.length === 0) {
        this.dispatchEvent(new MessageEvent('message', { data: { id, at } }))
        setTimeout(() => this.dispatchEvent(new ErrorEvent('error', { message: 'out of memory' })), 10)
      } else post.call(this, message, ...rest)
    } as never
  })
  const before = page
  page = killing.page
  try {
    const csv = 'id,smiles\na,CCO\nb,[991C]\nc,CNC(C)Cc1ccc2OCOc2c1\n'
    const [own, line] = await bothOf('k.csv', Buffer.from(csv))
    const [first, second, third] = own
      .trim()
      .split('\n')
      .map((text) => JSON.parse(text))
    const expected = line
      .trim()
      .split('\n')
      .map((text) => JSON.parse(text))
    expect([first, third]).toEqual([expected[0], expected[2]])
    expect(second).toMatchObject({ verdict: 'unreadable', problem: { message: 'it crashed the structure reader' } })
  } finally {
    await page.close()
    page = before
  }
})

test('a run can be cancelled: what was judged is kept and can be saved', async () => {
  // One chunk takes a second, all of them much longer than a click.
  const rare = Array.from({ length: 20_000 }, (_, i) => (i % 20 === 0 ? hit : 'C'.repeat(1 + (i % 90))))
  await drop('long.csv', Buffer.from(`id,smiles\n${rare.map((smiles, i) => `${i},${smiles}\n`).join('')}`))
  await page.waitForFunction(() => Number(document.querySelector('#run-rows')!.textContent!.replaceAll(',', '')) > 200)
  await page.getByRole('button', { name: 'Cancel' }).click()
  await done()
  await page.locator('#run-note', { hasText: 'Cancelled' }).waitFor()
  const rows = (await saved('ndjson')).toString().trim().split('\n').length
  expect(rows).toBeGreaterThan(200)
  expect(rows).toBeLessThan(20_000)
}, 300_000)

test('the table sorts, filters and opens rows on their drawings', async () => {
  await drop('small.csv', Buffer.from('id,smiles\nb,CCO\na,C/C=C/C(=O)N(c1ccccc1)C1CCN(CCc2ccccc2)CC1\nc,C1CC\n'))
  await done()
  await page.locator('#rows thead th', { hasText: 'name and input' }).click()
  await page.locator('#rows thead th[aria-sort=ascending]').waitFor()
  expect(await page.locator('#rows tbody th .id').allTextContents()).toEqual(['a', 'b', 'c'])
  await page.getByLabel('Verdict', { exact: true }).selectOption('unreadable')
  expect(await page.locator('#rows tbody th .id').allTextContents()).toEqual(['c'])
  await page.getByLabel('Verdict', { exact: true }).selectOption('controlled')
  await page.getByRole('button', { name: 'details of a' }).click()
  await page.locator('#rows tr.child svg g[class^=tone] ellipse').first().waitFor()
})

test('names, values, columns and the name of a file are plain text only', async () => {
  const attacks = [
    '<img src=x onerror=window.caught=1>',
    '</script><script>window.caught=1</script>',
    '"><svg onload=window.caught=1>',
  ]
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
  const rows = attacks.map((text) => `${quoted(text)},CNC(C)Cc1ccc2OCOc2c1,${quoted(text)}`)
  await drop(`${attacks[0]}.csv`, Buffer.from(`name,smiles,${quoted(attacks[0]!)}\n${rows.join('\n')}\n`))
  await done()
  await page.getByRole('button', { name: 'Open all shown rows' }).click()
  await page.locator('#rows tr.child svg').first().waitFor()
  expect(await page.evaluate(() => (window as { caught?: unknown }).caught ?? null)).toBeNull()
  expect(await page.locator('#page img, #page script, #page [onload], #page [onerror]').count()).toBe(0)
  expect(await page.locator('#rows tbody th .id').allTextContents()).toEqual(attacks)
})

test('no request was made', () => {
  expect({ requests: opened.requests, complaints: opened.complaints }).toEqual({ requests: [], complaints: [] })
})
