import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { run } from '../cli/fake-host.js'
import { testFolder } from '../cli/files.js'
import { startChromium } from '../support/chromium.js'
import { namesOf, openPage } from './open-page.js'

const put = testFolder()
const fentanyl = 'CCC(=O)N(c1ccccc1)C1CCN(CCc2ccccc2)CC1'

/** Each would set a flag if any of it were executed. */
const attacks = [
  '<script>window.caught=1</script>',
  '</script><script>window.caught=1</script>',
  '<!--<script>window.caught=1',
  '</script x',
  '<img src=x onerror=window.caught=1>',
  '"><svg onload=window.caught=1>',
  `' onmouseover='window.caught=1' style='position:fixed;inset:0`,
  '<a href="javascript:window.caught=1">x</a>',
  '<iframe srcdoc="<script>parent.caught=1</script>"></iframe>',
  '${window.caught=1}{{window.caught=1}}',
  '\u202egnihton\u0007\u0000',
]

let browser: Awaited<ReturnType<typeof startChromium>>
beforeAll(async () => void (browser = await startChromium()))
afterAll(async () => browser?.close())

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`

const image = attacks.find((text) => text.startsWith('<img'))!

/** Opens a page, triggers everything on it, and reports whether anything was executed. */
async function caughtBy(file: string): Promise<unknown> {
  const { page, requests, complaints } = await openPage(browser.context, file)
  const all = page.getByRole('button', { name: 'Open all shown rows' })
  if ((await all.count()) > 0) await all.click()
  await page.locator('th, td, figure, summary').evaluateAll((cells) => {
    for (const cell of cells)
      if (cell.checkVisibility()) cell.dispatchEvent(new MouseEvent('mouseover', { bubbles: true }))
  })
  const caught = await page.evaluate(() => (window as { caught?: unknown }).caught ?? null)
  const elements = await page.locator('iframe, img, [onerror], [onload], [onmouseover], a[href^=javascript]').count()
  await page.close()
  return { caught, elements, requests, complaints }
}
const nothing = { caught: null, elements: 0, requests: [], complaints: [] }

describe('no text of an input is executed', () => {
  test('names, structures, columns and values of a table', async () => {
    const rows = attacks.flatMap((text) => [
      [text, fentanyl, text],
      [text, text, text],
      [text, `${fentanyl} ${text}`, 'x'],
    ])
    const csv = [`name,smiles,${quoted(image)}`, ...rows.map((row) => row.map(quoted).join(','))].join('\n')
    const page = put('hostile.html', '')
    await run(['batch', put('hostile.csv', csv), '-o', page, '--quiet'])
    expect(await caughtBy(page)).toEqual(nothing)
    const { page: shown } = await openPage(browser.context, page)
    // It is shown as plain text.
    expect(await namesOf(shown)).toContain(image)
    await shown.getByLabel('Search all columns').fill(image)
    expect((await namesOf(shown)).length).toBeGreaterThan(0)
    expect(await shown.evaluate(() => (window as { caught?: unknown }).caught ?? null)).toBeNull()
  })
  test('titles and properties of an SD file', async () => {
    const block = (title: string) =>
      `${title}\n\n\n  1  0  0  0  0  0  0  0  0  0999 V2000\n    0.0000    0.0000    0.0000 C   0  0\nM  END\n`
    const sdf = attacks
      .slice(0, -1)
      .map((text) => `${block(text.slice(0, 80))}>  <${text.replaceAll(/[<>]/g, '')}>\n${text}\n\n$$$$\n`)
      .join('')
    const page = put('hostile-sd.html', '')
    await run(['batch', put('hostile.sdf', sdf), '-o', page, '--quiet'])
    expect(await caughtBy(page)).toEqual(nothing)
  })
  test('check and history, one structure and many', async () => {
    for (const [name, args] of [
      ['one', [`${fentanyl} ${attacks[1]}`]],
      ['many', attacks.flatMap((a) => [a, `${fentanyl} ${a}`])],
    ] as const) {
      for (const command of ['check', 'history']) {
        const page = put(`${command}-${name}.html`, '')
        await run([command, ...args, '-j', 'CN', '-o', page])
        expect(await caughtBy(page)).toEqual(nothing)
      }
    }
  })
  test('compare, its file of what must not be covered, and its days uncontrolled', async () => {
    const rows = attacks.map((a) => [a, fentanyl, '2012'].map(quoted).join(','))
    const csv = put('compared.csv', ['name,smiles,first_seen', ...rows].join('\n'))
    const page = put('compare.html', '')
    await run(['compare', csv, '--as-of', '2010-01-01', '--against', '2019-05-01', '-j', 'CN', '-o', page])
    expect(await caughtBy(page)).toEqual(nothing)
  })
  test('the text, ids and addresses of a user rule', async () => {
    const rule = JSON.parse(
      readFileSync(new URL('../../data/us/rules/us-fentanyl-related-substances.json', import.meta.url), 'utf8'),
    )
    const hostile = JSON.parse(
      JSON.stringify(rule).replaceAll('"reads":"', `"reads":${JSON.stringify(attacks[1]).slice(0, -1)}`),
    ) as typeof rule
    for (const period of hostile.periods) Object.assign(period, { url: 'javascript:window.caught=1', cite: attacks[0] })
    hostile.title = image
    hostile.id = 'us-own'
    const page = put('rule.html', '')
    const ran = await run([
      ...['check', 'C/C=C/C(=O)N(c1ccccc1)C1CCN(CCc2ccccc2)CC1'],
      ...['--rule', `US=${put('us-own.json', JSON.stringify(hostile))}`, '-j', 'US'],
      ...['--as-of', '2019-05-01', '-o', page],
    ])
    expect(ran.code).toBe(0)
    const text = readFileSync(page, 'utf8')
    expect(text).toContain('&lt;img src=x')
    expect(text).toContain('&lt;/script&gt;')
    expect(await caughtBy(page)).toEqual(nothing)
  })
  test('a drawing as a file', async () => {
    for (const text of attacks.slice(0, -1)) {
      const svg = put('hostile.svg', '')
      await run(['check', `${fentanyl} ${text}`, '-j', 'US', '-o', svg])
      const { page, requests, complaints } = await openPage(browser.context, svg)
      expect(await page.evaluate(() => (globalThis as { caught?: unknown }).caught ?? null)).toBeNull()
      expect(await page.locator('svg svg ellipse, svg svg path').count()).toBeGreaterThan(0)
      expect({ requests, complaints }).toEqual({ requests: [], complaints: [] })
      await page.close()
    }
  })
})

test('and if some text did become a script, the policy of the page would refuse it', async () => {
  const file = put('policy.html', '')
  await run(['check', fentanyl, '-j', 'US', '-o', file])
  const { page, complaints } = await openPage(browser.context, file)
  const caught = await page.evaluate(async () => {
    const script = document.createElement('script')
    script.textContent = 'window.caught = 1'
    document.body.append(script)
    document.body.insertAdjacentHTML(
      'beforeend',
      '<img src="x" onerror="window.caught = 2"><b onclick="window.caught = 3" id="press">x</b>',
    )
    document.getElementById('press')!.click()
    await new Promise((resolve) => setTimeout(resolve, 100))
    return (window as { caught?: unknown }).caught ?? null
  })
  expect(caught).toBeNull()
  expect(complaints.filter((c) => c.includes('Content Security Policy')).length).toBeGreaterThanOrEqual(3)
})
