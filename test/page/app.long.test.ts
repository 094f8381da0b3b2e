import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { languages, uiWords, type Language } from '../../src/report/app/ui-words.js'
import { run } from '../cli/fake-host.js'
import { testFolder } from '../cli/files.js'
import { startChromium } from '../support/chromium.js'
import { violationsInLightAndDark } from './accessible.js'
import { answered, openApp, type OpenedApp } from './open-app.js'

const put = testFolder()
const fentanyl = 'CCC(=O)N(c1ccccc1)C1CCN(CCc2ccccc2)CC1'
let browser: Awaited<ReturnType<typeof startChromium>>
let file: string
/** A page for tests that leave nothing in it but an answer; those that open the editor have pages of their own. */
let shared: OpenedApp
/** Pages of the current test alone. */
const opened: OpenedApp[] = []

beforeAll(async () => {
  file = put('coverage.html', '')
  expect((await run(['page', '-o', file])).code).toBe(0)
  browser = await startChromium()
  shared = await openApp(browser.context, file, '#lang=en')
}, 120_000)
afterEach(async () => {
  const own = opened.splice(0)
  for (const { page } of own) await page.close()
  for (const { requests, complaints } of [shared, ...own])
    expect({ requests, complaints }).toEqual({ requests: [], complaints: [] })
})
afterAll(async () => browser?.close())

async function open(fragment: string): Promise<Page> {
  const own = await openApp(browser.context, file, fragment)
  opened.push(own)
  return own.page
}

/** Shows an address in the shared page, as following a link does. */
async function show(fragment: string): Promise<Page> {
  const { page } = shared
  // The empty question comes first, so that the previous answer is not taken for the next one.
  for (const hash of ['#lang=en', fragment])
    await page.evaluate(
      (next) =>
        new Promise<void>((resolve) => {
          if (next === location.hash) return resolve()
          addEventListener('hashchange', () => resolve(), { once: true })
          location.hash = next
        }),
      hash,
    )
  return page
}

const ask = async (page: Page, text: string) => {
  await page.getByLabel(/^SMILES, name/).fill(text)
  await page.getByRole('button', { name: 'Check' }).click()
}
const headBadge = (page: Page) => page.locator('#answer h2 .badge').first().textContent()

describe('the editor', () => {
  test('a phenethylamine drawn with the mouse is judged, and the atoms of its clauses are coloured', async () => {
    const page = await open('#lang=en&in=GB&day=2024-01-01')
    await page.locator('#drawing summary').click()
    const box = (await page.locator('#editor').boundingBox())!
    const click = async (x: number, y: number) => {
      await page.mouse.move(box.x + x, box.y + y)
      await page.mouse.down()
      await page.mouse.up()
    }
    const [bond, benzene, nitrogen] = [() => click(12, 118), () => click(34, 202), () => click(12, 265)]
    /** Atoms of the drawn mol block, in pixels of the editor; the first was placed at 400, 200. */
    const atoms = async (count: number) => {
      await page.waitForFunction(
        (n) =>
          document
            .querySelector<HTMLTextAreaElement>('#structure')!
            .value.split('\n')[3]
            ?.startsWith(`${n}`.padStart(3)),
        count,
      )
      const lines = (await page.locator('#structure').inputValue()).split('\n').slice(4, 4 + count)
      const places = lines.map((line) => line.trim().split(/\s+/).slice(0, 2).map(Number) as [number, number])
      const [[x0, y0]] = places as [[number, number]]
      return places.map(([x, y]) => [400 + (x - x0) * 16, 200 - (y - y0) * 16] as const)
    }
    await benzene()
    await click(400, 200)
    await bond()
    const ring = await atoms(6)
    // Every click on an atom adds another one: a chain of three on the first, and one opposite.
    await click(...ring[0]!)
    await click(...(await atoms(7))[6]!)
    await click(...(await atoms(8))[7]!)
    const chain = await atoms(9)
    await click(...ring[3]!)
    await atoms(10)
    await nitrogen()
    await click(...chain[8]!)
    await page.waitForFunction(() => document.querySelector<HTMLTextAreaElement>('#structure')!.value.includes(' N '))
    await page.locator('#answer h2 .badge.class').waitFor()
    const part = page.locator('section.part').first()
    expect(await part.locator('.legend li').count()).toBeGreaterThan(0)
    expect(await part.locator('svg g[class^=tone] ellipse').count()).toBeGreaterThan(0)
    expect(decodeURIComponent(page.url())).toContain('M++END')
  })
  test('it shows the typed structure', async () => {
    const page = await open(`#lang=en&in=US&day=2024-01-01&q=${encodeURIComponent(fentanyl)}`)
    await answered(page)
    await page.locator('#drawing summary').click()
    const box = (await page.locator('#editor').boundingBox())!
    // One more separate atom makes a mixture of the structure and methane.
    await page.mouse.click(box.x + 12, box.y + 244)
    await page.mouse.click(box.x + 100, box.y + 380)
    await page.waitForFunction(() => document.querySelector<HTMLTextAreaElement>('#structure')!.value.includes(' 26 '))
  })
})

describe('questions', () => {
  const asked: [what: string, input: string, verdict: string][] = [
    ['a name', 'fentanyl', 'listed'],
    ['a CAS number', '437-38-7', 'listed'],
    ['an InChIKey', 'PJMPHNIQZUBGLI-UHFFFAOYSA-N', 'listed'],
    [
      'an InChI',
      'InChI=1S/C22H28N2O/c1-2-22(25)24(20-11-7-4-8-12-20)21-14-17-23(18-15-21)16-13-19-9-5-3-6-10-19/h3-12,21H,2,13-18H2,1H3',
      'listed',
    ],
    ['an InChI that is not recorded', 'InChI=1S/C2H6O/c1-2-3/h3H,2H2,1H3', 'unreadable'],
    ['a name in Chinese', '芬太尼', 'listed'],
    ['an open ring', 'C1CC', 'unreadable'],
    ['ibuprofen', 'CC(C)Cc1ccc(cc1)C(C)C(=O)O', 'uncontrolled'],
  ]
  test('names, numbers, keys and structures, one after another', async () => {
    const page = await show('#lang=en&in=US&day=2024-01-01')
    for (const [what, input, verdict] of asked) {
      await page.evaluate((text) => {
        // The previous answer must not be taken for this one.
        document.querySelector('#answer')!.replaceChildren()
        location.hash = `lang=en&in=US&day=2024-01-01&q=${encodeURIComponent(text)}`
      }, input)
      await answered(page)
      expect(await headBadge(page), what).toBe(verdict)
    }
  })
  test('the day moves with the slider, from one change of the law to the next', async () => {
    const page = await show('#lang=en&in=US&day=2018-02-06&q=C%2FC%3DC%2FC(%3DO)N(c1ccccc1)C1CCN(CCc2ccccc2)CC1')
    await answered(page)
    expect(await headBadge(page)).toBe('class')
    await page.getByLabel('Days on which the law changed').press('ArrowLeft')
    await page.locator('#answer h2 .badge.uncontrolled').waitFor()
    expect(await page.getByLabel('Law of the day').inputValue()).toMatch(/^201[78]-\d\d-\d\d$/)
    expect(page.url()).toContain(`day=${await page.getByLabel('Law of the day').inputValue()}`)
  })
  test('jurisdictions, precursors and proposals are chosen', async () => {
    const page = await show('#lang=en&day=2018-11-26')
    await ask(page, 'C/C=C/C(=O)N(c1ccccc1)C1CCN(CCc2ccccc2)CC1')
    await answered(page)
    await page.getByText('Jurisdictions:').click()
    await page.getByRole('checkbox', { name: 'CN China' }).check()
    await page.locator('#answer h2 .badge.uncontrolled').waitFor()
    expect(await page.locator('.verdicts tbody tr').count()).toBe(1)
    await page.getByText('Treat proposals as if in force:').click()
    await page.locator('input[value=cn-proposed-fentanyl-class]').check()
    await page.locator('#answer h2 .badge.class').waitFor()
    expect(page.url()).toContain('assume=cn-proposed-fentanyl-class')
    await ask(page, 'toluene')
    await page.locator('#answer h2 .badge.listed').waitFor()
    await page.getByRole('checkbox', { name: 'Precursors and listed chemicals' }).uncheck()
    await page.locator('#answer h2 .badge.uncontrolled').waitFor()
  })
  test('further kinds of control count only when they are chosen', async () => {
    const page = await show('#lang=en&in=EU&day=2026-09-21')
    await ask(page, 'thiodiglycol')
    await page.locator('#answer h2 .badge.uncontrolled').waitFor()
    await page.getByText('Further kinds:').click()
    await page.getByRole('checkbox', { name: 'Dual-use goods' }).check()
    await page.locator('#answer h2 .badge.listed').waitFor()
    expect(await page.locator('#answer').textContent()).toContain('1C350.1')
    expect(await page.locator('#further').textContent()).toBe('1')
    expect(decodeURIComponent(page.url())).toContain('kinds=drug,precursor,chemical+weapon,dual+use')
  })
  test('a kind of control that the law does not have is not an unreadable structure', async () => {
    const page = await show('#lang=en&in=US&day=2026-09-21&kinds=ozone+or+climate&q=toluene')
    await page.getByText('no record of the kind ozone or climate in US').waitFor()
    expect(await page.locator('#answer .badge').count()).toBe(0)
  })
  test('a near miss shows the group that no clause allows', async () => {
    const nitrile = 'C/C=C/C(=O)N(c1ccccc1)C1(C#N)CCN(CCc2ccccc2)CC1'
    const page = await show(`#lang=en&in=US&day=2019-06-01&q=${encodeURIComponent(nitrile)}`)
    await answered(page)
    await page.locator('.near summary').click()
    expect(await page.locator('.near').textContent()).toContain('no clause allows this group')
    const { out } = await run(['check', nitrile, '-j', 'US', '--as-of', '2019-06-01', '--json', '--explain'])
    const { atoms } = JSON.parse(out).jurisdictions[0].nearMisses[0].failure
    expect(await page.locator('.near svg g.tone-0 ellipse').count()).toBe(atoms.length)
  })
  test('the timeline is that of coverage history', async () => {
    const page = await show('#lang=en&in=US&day=2024-01-01&q=mdma')
    await page.locator('#history section').waitFor()
    await page.locator('#history summary').click()
    const days = await page.locator('#history table tbody td:first-child').allTextContents()
    expect(days).toEqual(['as far as known', '1971-05-01', '1985-07-01', '1986-11-13', '1988-01-27', '1988-03-23'])
  })
})

describe('attempts to break it', () => {
  test('a worker that hangs is replaced', async () => {
    const page = await open('#lang=en&in=US&day=2024-01-01')
    await page.clock.install()
    await ask(page, fentanyl)
    await answered(page)
    // It processes no more messages, like one that hangs.
    await page.workers()[0]!.evaluate(() => {
      ;(globalThis as { onmessage: unknown }).onmessage = null
    })
    await ask(page, 'mdma')
    await page.clock.fastForward(60_000)
    await page.locator('#answer h2', { hasText: 'MDMA' }).waitFor({ timeout: 60_000 })
    expect(await headBadge(page)).toBe('listed')
  }, 120_000)
  test('structures that are too large for RDKit lose only their own answer', async () => {
    const page = await show('#lang=en&in=US&day=2024-01-01')
    for (const monster of ['C'.repeat(5000), 'C(C'.repeat(1500) + ')'.repeat(1500), `C1${'C'.repeat(450)}1`]) {
      await ask(page, monster)
      await page.waitForFunction(
        (text) => document.querySelector('#answer .input code')?.textContent?.startsWith(text.slice(0, 20)),
        monster,
      )
      await page.locator('#answer:not([aria-busy])').waitFor()
    }
    await ask(page, fentanyl)
    await page.locator('#answer h2 .badge.listed').waitFor()
  }, 240_000)
  // For any place it is put into: text, an attribute, a field.
  const attack = [
    '<script>window.caught=1</script>',
    '<img src=x onerror=window.caught=1>',
    '"><svg onload=window.caught=1>',
    "'><svg onload=window.caught=1>",
    '</textarea><script>window.caught=1</script>',
  ].join('')
  test('nothing in an address is executed', async () => {
    let page: Page | null = null
    for (const key of ['q', 'day', 'in', 'assume', 'record', 'lang', 'view']) {
      const extra = key === 'record' ? '&view=law' : key === 'q' ? '&view=ask' : '&q=CCO'
      const fragment = `#${key}=${encodeURIComponent(attack)}${extra}`
      if (page === null) page = await open(fragment)
      else
        await page.evaluate((hash) => {
          for (const part of document.querySelectorAll('#answer, #record')) part.replaceChildren()
          location.hash = hash
        }, fragment)
      if (key === 'record') await page.locator('#record *').first().waitFor()
      else await answered(page)
      expect(await page.evaluate(() => (window as { caught?: unknown }).caught ?? null), key).toBeNull()
      expect(await page.locator('#page script, #page img, #page [onload], #page [onerror]').count(), key).toBe(0)
    }
  }, 120_000)
  test('it works without a network', async () => {
    const page = await open('#lang=en&in=US&day=2024-01-01')
    await browser.context.setOffline(true)
    try {
      await ask(page, fentanyl)
      await answered(page)
      expect(await headBadge(page)).toBe('listed')
      expect(
        await page.evaluate(() =>
          fetch('https://example.org').then(
            () => 'sent',
            () => 'refused',
          ),
        ),
      ).toBe('refused')
    } finally {
      await browser.context.setOffline(false)
    }
    // The policy reports it in the console.
    opened.pop()
    await page.close()
  })
})

describe('the law', () => {
  test('contents, lists in the order of the law, rules with drawings, and a search over names in all scripts', async () => {
    const page = await open('#lang=en&view=law')
    await page.getByRole('link', { name: 'US United States' }).click()
    await page.locator('#record h2', { hasText: 'United States' }).waitFor()
    await page.locator('#record a', { hasText: 'csa-schedule-1-opiates' }).first().click()
    await page.locator('#record h2', { hasText: 'opiates' }).waitFor()
    const list = JSON.parse(readFileSync('data/us/lists/csa-schedule-1-opiates.json', 'utf8'))
    const names = await page.locator('#record tbody tr td:nth-child(2)').allTextContents()
    expect(names.filter((name) => name !== '')).toEqual(
      list.entries.map((e: any) => e.name_in_law + (e.limited_to ? ` [only: ${e.limited_to}]` : '')),
    )
    await page.getByLabel('Search the law').fill('芬太尼类')
    await page.locator('#hits a', { hasText: 'Fentanyl-related substances' }).click()
    await page.locator('#record figure > svg').waitFor({ timeout: 60_000 })
    expect(page.url()).toContain('record=cn%2Frule%2Fcn-fentanyl-class')
    await page.reload()
    await page.locator('#record h2', { hasText: 'Fentanyl-related' }).waitFor()
    await page.goto(`${page.url().split('#')[0]}#lang=en&view=law&record=us%2Finstruments`)
    await page.locator('#record h2', { hasText: 'Instruments of' }).waitFor()
    const days = (await page.locator('#record tbody td:first-child').allTextContents()).filter(
      (day) => day !== 'unknown',
    )
    expect(days).toEqual([...days].sort().reverse())
  }, 120_000)
  test('a draft begins with the atoms that are chosen in the drawing of a parent', async () => {
    const page = await open('#lang=en&view=own&in=US&day=2026-01-01')
    await page.locator('#own-code').selectOption('US')
    await page.getByLabel(/^Begin with a parent/).fill('C1CC')
    await page.getByRole('button', { name: 'Draw it' }).click()
    await page.locator('#own-atoms .warning', { hasText: 'unclosed ring' }).waitFor()
    await page.getByLabel(/^Begin with a parent/).fill('methcathinone')
    await page.getByRole('button', { name: 'Draw it' }).click()
    await page.getByRole('checkbox', { name: 'atom 2', exact: true }).click()
    await page.getByRole('checkbox', { name: 'atom 9', exact: true }).focus()
    await page.keyboard.press('Space')
    expect(await page.getByRole('checkbox', { name: 'atom 9', exact: true }).getAttribute('aria-checked')).toBe('true')
    expect(await violationsInLightAndDark(page)).toEqual({ light: [], dark: [] })
    const draft = JSON.parse(await page.getByLabel(/^Paste or drop the draft/).inputValue())
    expect(draft).toMatchObject({ id: 'us-draft', parent: 'methcathinone', sites: [{ on: [1] }, { on: [2] }] })
    expect(draft.scaffolds[0].smarts).toBe('C[N:1]C(C)C(=O)c1c[c:2]ccc1')
    await page.getByRole('button', { name: 'Test it' }).click()
    await page.locator('#own-result', { hasText: 'us-draft' }).waitFor()
    await page.getByRole('link', { name: 'Ask' }).click()
    await ask(page, 'CN(CC)C(C)C(=O)c1cccc(CCCCCCCCCC)c1')
    await page.locator('#answer h2 .badge.class').waitFor()
    await ask(page, 'CNC(C)C(=O)c1ccc(CCCCCCCCCC)cc1')
    await page.locator('#answer h2 .badge.uncontrolled').waitFor()
  }, 120_000)

  test('a user rule is tested, added and removed', async () => {
    const page = await open('#lang=en&view=own&in=US&day=2016-01-01')
    const rule = JSON.parse(readFileSync('data/cn/rules/cn-fentanyl-class.json', 'utf8'))
    const draft = JSON.parse(JSON.stringify({ ...rule, id: 'us-draft' }))
    for (const period of draft.periods) delete period.instrument
    await page.getByLabel(/^Paste or drop the draft/).fill('{')
    await page.getByRole('button', { name: 'Test it' }).click()
    await page.locator('#own-result .warning', { hasText: 'the rule cannot be read as JSON' }).waitFor()
    await page.getByLabel(/^Paste or drop the draft/).fill(JSON.stringify(draft))
    await page.getByLabel(/^Its examples/).fill(readFileSync('data/cn/rules/cn-fentanyl-class.examples.json', 'utf8'))
    await page.getByRole('button', { name: 'Test it' }).click()
    await page.locator('#own-result', { hasText: /us-draft: (\d+) of \1 examples as expected/ }).waitFor()
    await page.getByRole('link', { name: 'Ask' }).click()
    await ask(page, 'CCCCC(=O)N(c1ccccc1)C1CCN(CCc2ccccc2)CC1')
    await page.locator('#answer h2 .badge.class').waitFor()
    expect(await page.locator('#own-on').textContent()).toContain('us-draft')
    expect(await page.locator('#foot').textContent()).toContain('+own')
    await page.getByRole('link', { name: 'Own rule' }).click()
    await page.getByRole('button', { name: 'Remove it' }).click()
    await page.locator('#own-on').waitFor({ state: 'hidden' })
    await page.getByRole('link', { name: 'Ask' }).click()
    await page.locator('#answer h2 .badge.uncontrolled').waitFor()
  }, 120_000)
})

test('from a server it requests only itself', async () => {
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(request.url ?? '')
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(readFileSync(file))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const page = await browser.context.newPage()
  try {
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/#lang=en&in=US&q=mdma&day=2024-01-01`)
    await answered(page)
    expect(await headBadge(page)).toBe('listed')
    await page.waitForTimeout(500)
    expect(asked).toEqual(['/'])
  } finally {
    await page.close()
    server.close()
  }
}, 60_000)

const fragments: [name: string, fragment: string, ready: string][] = [
  ['ask', 'q=C%2FC%3DC%2FC(%3DO)N(c1ccccc1)C1CCN(CCc2ccccc2)CC1&day=2019-05-01', '#history section'],
  ['files', 'view=files', '#drop'],
  ['law', 'view=law&record=cn%2Frule%2Fcn-fentanyl-class', '#record figure > svg'],
  ['own', 'view=own', '#own-rule'],
]
describe.each(fragments)('the part %s', (name, fragment, ready) => {
  test('fits into windows of 390, 1,280 and 2,560 px, and is accessible in light and in dark (axe rules, including WCAG 2.2 AA)', async () => {
    const page = await (name === 'ask' ? open : show)(`#lang=en&${fragment}`)
    await page.locator(ready).waitFor({ timeout: 60_000 })
    for (const width of [390, 2560, 1280]) {
      await page.setViewportSize({ width, height: 900 })
      expect(await page.evaluate(() => document.documentElement.scrollWidth), `${width}`).toBeLessThanOrEqual(width)
    }
    await page.evaluate(() => document.querySelectorAll('details').forEach((d) => (d.open = true)))
    expect(await violationsInLightAndDark(page)).toEqual({ light: [], dark: [] })
  }, 240_000)
})

test.each(Object.keys(languages) as Language[])('%s: the texts of the page are in this language', async (language) => {
  // One is opened in its language, the page of the others changes to it.
  const page = await (language === 'zh' ? open : show)(`#lang=${language}&in=US&day=2024-01-01&q=fentanyl`)
  await answered(page)
  const ui = uiWords(language)
  expect(await page.locator('.views a').allTextContents()).toEqual([ui.ask, ui.files, ui.law, ui.own])
  expect(await headBadge(page)).toBe(ui.listed)
  expect(await page.locator('html').getAttribute('lang')).toBe(language === 'zh' ? 'zh-Hans' : language)
})
