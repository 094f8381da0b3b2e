import { blocksHtml } from '../../document/html.js'
import type { Impact } from '../../draft-report.js'
import { impactDocument, mostDrawn } from '../../impact/impact-document.js'
import { impactWords as w } from '../../impact/impact-words.js'
import { html } from '../../markup.js'
import { drawnOf, figuresOf, type Drawings } from '../measured/draft-html.js'
import { pageText, type PageAssets } from '../page-text.js'
import { pageWords } from '../page-words.js'

/** The page of a report on a draft, made to be printed. */
export function impactPage(impact: Impact, drawings: Drawings, assets: PageAssets): Generator<string> {
  const { draft, run, sets } = impact
  const title = w.title(draft.title)
  const [, ...blocks] = impactDocument(impact, figuresOf(drawings))
  const main = html`<main id="results" class="measured">${blocksHtml(blocks, undefined, null, 1)}</main>`
  const files = sets.flatMap((s) => (s.file === null ? [] : [pageWords.file(s.file, s.sha256)]))
  return pageText({ title, main, runs: [run], files, assets })
}

/** Structures that the page draws. */
export function drawnIn({ draft, sets, collateral }: Impact): string[] {
  const medicines = new Set(collateral.medicines)
  const caught = sets.flatMap((s) => s.covered).filter((s) => medicines.has(s.name))
  return [...drawnOf(draft, sets), ...caught.slice(0, mostDrawn).map((s) => s.smiles)]
}
