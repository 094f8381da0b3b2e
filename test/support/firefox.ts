import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'

/** Playwright only drives its own build of Firefox; `.ci/nightly` installs this one. Its pages take the calls used alike. */
const driver: string = 'puppeteer-core'
interface Driver {
  launch(options: object): Promise<Pick<Browser, 'close'> & { newPage(): Promise<Page> }>
}

/** Debian's Firefox, unless the environment names another, with its own profile, driven through WebDriver BiDi; the caller closes it. */
export async function startFirefox() {
  const profile = mkdtempSync(join(tmpdir(), 'coverage-firefox-'))
  const { default: puppeteer } = (await import(driver)) as { readonly default: Driver }
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: process.env.FIREFOX ?? '/usr/bin/firefox-esr',
    userDataDir: profile,
    headless: true,
    defaultViewport: { width: 1280, height: 900 },
  })
  const close = async () => {
    await browser.close()
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
  }
  return { browser, close }
}
