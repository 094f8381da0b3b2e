import type { Reader } from '../../chem/index.js'
import { impactJson, impactText } from '../../report/documents.js'
import type { Impact } from '../../report/index.js'
import type { Host } from '../host.js'
import { drawingsOf } from '../output/drawings.js'
import { withOutput } from '../output/output-choice.js'
import { textStyle } from '../output/terminal.js'

export const impactFormats = ['text', 'json', 'html'] as const
export type ImpactFormat = (typeof impactFormats)[number]

export async function writeImpact(
  report: Impact,
  format: ImpactFormat,
  options: { readonly output?: string; readonly color: boolean },
  reader: Reader,
  host: Host,
): Promise<void> {
  await withOutput(options.output, host, async (output) => {
    if (format === 'json') return output.write(impactJson(report))
    if (format === 'html') {
      for (const part of await pageOf(report, reader)) await output.write(part)
      return
    }
    await output.write(impactText(report, textStyle(host, options)))
  })
}

/** Loaded only where a page is wanted: the others start without it. */
async function pageOf(report: Impact, reader: Reader): Promise<Iterable<string>> {
  const [{ drawnIn, impactPage }, { pageAssets }] = await Promise.all([
    import('../../report/html/index.js'),
    import('../output/page-assets.js'),
  ])
  return impactPage(report, await drawingsOf(drawnIn(report), reader), pageAssets())
}
