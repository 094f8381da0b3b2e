import axe from 'axe-core'
import type { Page } from 'playwright-core'

const all = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** What axe objects to on a page as it is shown: all its rules, or those of colours only. */
async function violationsOf(page: Page, rules: 'all' | 'colours'): Promise<{ id: string; where: string[] }[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  const { violations } = await page.evaluate(
    async (only) => (window as unknown as { axe: typeof axe }).axe.run({ runOnly: only, resultTypes: ['violations'] }),
    rules === 'all' ? all : { type: 'rule' as const, values: ['color-contrast', 'link-in-text-block'] },
  )
  return violations.map((v) => ({
    id: v.id,
    where: v.nodes.slice(0, 3).map((n) => `${n.html.slice(0, 160)} ${n.failureSummary ?? ''}`),
  }))
}

/**
 * Checks a page in light by all rules, WCAG 2.2 AA among them, and in dark by those of colours: nothing else of it
 * depends on the colour scheme.
 * @returns the violations by colour scheme; empty lists if there are none
 */
export async function violationsInLightAndDark(page: Page): Promise<Record<'light' | 'dark', object[]>> {
  await page.emulateMedia({ colorScheme: 'light' })
  const light = await violationsOf(page, 'all')
  await page.emulateMedia({ colorScheme: 'dark' })
  return { light, dark: await violationsOf(page, 'colours') }
}
