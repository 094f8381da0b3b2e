import { statSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { run } from '../cli/fake-host.js'
import { testFolder } from '../cli/files.js'
import { startChromium } from '../support/chromium.js'
import { answered, openApp, type OpenedApp } from './open-app.js'

const put = testFolder()
let file: string
const crotonyl = 'C/C=C/C(=O)N(c1ccccc1)C1CCN(CCc2ccccc2)CC1'
let browser: Awaited<ReturnType<typeof startChromium>>
let opened: OpenedApp
let page: Page

beforeAll(async () => {
  file = put('coverage.html', '')
  expect(await run(['page', '-o', file])).toMatchObject({ code: 0, err: `wrote ${file}\n` })
  browser = await startChromium()
  opened = await openApp(browser.context, file)
  page = opened.page
}, 120_000)
afterAll(async () => browser?.close())

test('it is one file of at most 8 MB', () => {
  expect(statSync(file).size).toBeLessThan(8 * 1024 * 1024)
})

test('a typed structure gets the verdicts and atoms of the command line', async () => {
  const begun = performance.now()
  await page.getByLabel('Law of the day').fill('2019-05-01')
  await page.getByLabel(/^SMILES, name/).fill(crotonyl)
  await page.getByRole('button', { name: 'Check' }).click()
  await answered(page)
  expect(performance.now() - begun).toBeLessThan(20_000)
  const { out } = await run(['check', crotonyl, '--as-of', '2019-05-01', '--json'], { today: '2026-09-01' })
  const { verdict, jurisdictions } = JSON.parse(out) as any
  expect(await page.locator('#answer h2 .badge').first().textContent()).toBe(verdict)
  const shown = await page
    .locator('.verdicts tbody tr')
    .evaluateAll((rows) =>
      rows.map((row) => [row.querySelector('th b')!.textContent, row.querySelector('.badge')!.textContent]),
    )
  expect(Object.fromEntries(shown)).toEqual(Object.fromEntries(jurisdictions.map((j: any) => [j.code, j.verdict])))
  const us = page.locator('section.part', { has: page.getByRole('heading', { name: 'US: class' }) })
  const clause = jurisdictions.find((j: any) => j.code === 'US').findings[0].clauses[0]
  expect(await us.locator('svg g.tone-0 ellipse').count()).toBe(clause.atoms.length)
  expect(await us.locator('.legend li').first().textContent()).toContain(`clause ${clause.id}`)
})

test('pointing at the words of a clause shows its atoms, and at the atoms the words', async () => {
  const us = page.locator('section.part', { has: page.getByRole('heading', { name: 'US: class' }) })
  await us.locator('.legend li').first().hover()
  expect(await us.locator('svg g.pointed ellipse').count()).toBeGreaterThan(0)
  await page.mouse.move(0, 0)
  expect(await us.locator('.pointed').count()).toBe(0)
  await us.locator('svg g.tone-0 ellipse').first().dispatchEvent('pointerover')
  expect(await us.locator('.legend li.pointed').textContent()).toContain('clause')
  await us.locator('.legend li').first().focus()
  expect(await us.locator('svg g.pointed').count()).toBe(1)
})

test('the address contains the question: another tab gives the same answer', async () => {
  const other = await openApp(browser.context, file, new URL(page.url()).hash)
  await answered(other.page)
  expect(await other.page.locator('#answer').textContent()).toBe(await page.locator('#answer').textContent())
  await other.page.close()
})

test('no request was made, and the policy of the page refused nothing', () => {
  expect({ requests: opened.requests, complaints: opened.complaints }).toEqual({ requests: [], complaints: [] })
})
