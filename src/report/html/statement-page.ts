import { statementDocument } from '../answers/statement-document.js'
import { blocksHtml } from '../document/html.js'
import { html } from '../markup.js'
import type { Result, RunFile } from '../schema.js'
import { pageText, type PageAssets } from './page-text.js'
import { pageWords } from './page-words.js'
import type { CaveatsByJurisdiction } from './result-rows.js'

/** Statements to be printed: one page for each sample. */
export function statementPage(
  results: readonly Result[],
  run: RunFile,
  rests: CaveatsByJurisdiction,
  assets: PageAssets,
): Generator<string> {
  const sheets = results.map((result) => {
    const blocks = blocksHtml(statementDocument(result, run, rests), undefined, null, 1)
    return html`<article class="statement">${blocks}</article>\n`
  })
  const main = html`<main id="results" class="statements">${sheets}</main>`
  // Each sheet says how it was made.
  return pageText({ title: pageWords.resultTitle(run.asOf), main, runs: [], assets })
}
