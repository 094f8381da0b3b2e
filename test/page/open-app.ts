import { pathToFileURL } from 'node:url'
import type { BrowserContext, Page } from 'playwright-core'

export interface OpenedApp {
  readonly page: Page
  /** Addresses that the page or its worker requested, except for the page itself. */
  readonly requests: readonly string[]
  readonly complaints: readonly string[]
}

/**
 * Opens the interactive page from disk, waits until it can answer, and records events.
 * @param before run in the page before its own script
 */
export async function openApp(
  context: BrowserContext,
  file: string,
  fragment = '',
  before: (() => void) | null = null,
): Promise<OpenedApp> {
  const page = await context.newPage()
  if (before) await page.addInitScript(before)
  const own = pathToFileURL(file).href
  const requests: string[] = []
  const complaints: string[] = []
  page.on('request', (request) => {
    const url = request.url().split('#')[0]!
    // The code of the worker is in the page, and so is its icon, which is empty.
    if (url !== own && !url.startsWith('blob:') && !url.startsWith('data:')) requests.push(url)
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => complaints.push(message.text()))
  await page.goto(`${own}${fragment}`)
  await page.locator('html[data-ready=yes]').waitFor({ timeout: 60_000 })
  return { page, requests, complaints }
}

/** Waits until the question is answered, with its timeline. */
export async function answered(page: Page): Promise<void> {
  await page.locator('#answer:not([aria-busy]) article').waitFor({ timeout: 60_000 })
}
