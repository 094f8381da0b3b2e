import { pathToFileURL } from 'node:url'
import type { BrowserContext, Page } from 'playwright-core'

export interface Opened {
  readonly page: Page
  /** Addresses that the page requested, except for itself. */
  readonly requests: readonly string[]
  /** Script errors, console messages, and what the policy of the page refused. */
  readonly complaints: readonly string[]
}

/** Opens a file like a person would, and records events. */
export async function openPage(context: BrowserContext, file: string): Promise<Opened> {
  const page = await context.newPage()
  const own = pathToFileURL(file).href
  const requests: string[] = []
  const complaints: string[] = []
  page.on('request', (request) => void (request.url().split('#')[0] === own || requests.push(request.url())))
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => complaints.push(message.text()))
  page.on('dialog', (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  await page.goto(own)
  return { page, requests, complaints }
}

/** Clicks a heading and waits until it shows the order: the table sorts when it has time. */
export async function sortBy(page: Page, heading: string, order: 'ascending' | 'descending'): Promise<void> {
  const th = page.locator('#rows thead th', { hasText: heading })
  await th.click()
  await page.locator(`#rows thead th[aria-sort=${order}]`, { hasText: heading }).waitFor()
}

/** Names of the rows shown, in order. */
export async function namesOf(page: Page): Promise<string[]> {
  return page.locator('#rows tbody th .id').allTextContents()
}
