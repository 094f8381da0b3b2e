import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import puppeteer, { type Browser } from 'puppeteer-core'

/** Debian's Firefox, unless the environment names another. Playwright itself only drives its own Firefox build. */
const firefox = process.env.FIREFOX ?? '/usr/bin/firefox-esr'

/** A browser with its own profile, driven through WebDriver BiDi; the caller closes it. */
export async function startFirefox(): Promise<{ readonly browser: Browser; readonly close: () => Promise<void> }> {
  const profile = mkdtempSync(join(tmpdir(), 'coverage-firefox-'))
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: firefox,
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
