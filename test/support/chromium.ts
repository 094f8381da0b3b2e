import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type BrowserContext } from 'playwright-core'

/** Debian's Chromium, unless the environment names another. */
const browser = process.env.CHROMIUM ?? '/usr/bin/chromium'

/** No sandbox, as in a CI container; no background requests. */
const flags = [
  ...['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
]

/** A browser with its own profile; the caller closes it. */
export async function startChromium(): Promise<{
  readonly context: BrowserContext
  readonly close: () => Promise<void>
}> {
  const profile = mkdtempSync(join(tmpdir(), 'coverage-chromium-'))
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: browser,
    args: flags,
    headless: true,
    viewport: { width: 1280, height: 900 },
  })
  const close = async () => {
    await context.close()
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
  }
  return { context, close }
}
