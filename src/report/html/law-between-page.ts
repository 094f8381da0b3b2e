import { blocksHtml } from '../document/html.js'
import { lawBetweenBlocks, lawBetweenTitle, type LawBetween } from '../law/day-changes.js'
import { html } from '../markup.js'
import { pageText, type PageAssets } from './page-text.js'

/** The page of what changed in the law between two days. */
export function lawBetweenPage(between: LawBetween, assets: PageAssets): Generator<string> {
  const title = lawBetweenTitle(between)
  const [, ...blocks] = lawBetweenBlocks(between)
  const main = html`<main id="results">${blocksHtml(blocks, undefined, null, 1)}</main>`
  return pageText({ title, main, runs: [between.run], assets })
}
