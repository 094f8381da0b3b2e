import { html, Html, jsonBlock, pageHead } from '../markup.js'
import type { RunInfo } from '../run-info.js'
import type { PageRow, TableData } from './page-row.js'
import { pageWords } from './page-words.js'
import { madeHtml } from './summary.js'

/** Script and style of all pages, with the hashes that the page's policy names; the caller reads them from files. */
export interface PageAssets {
  readonly script: string
  readonly style: string
  /** SHA-256 in base64. */
  readonly scriptHash: string
  readonly styleHash: string
}

interface PageParts {
  readonly title: string
  readonly main: Html
  /** How the page was made: see `madeHtml`. */
  readonly runs: readonly RunInfo[]
  readonly files?: readonly string[]
  /** Facts for programs. */
  readonly facts?: Html | null
  /** Without it the page has no script. */
  readonly table?: TableData | null
  readonly rows?: readonly PageRow[]
  readonly assets: PageAssets
}

/** Rows in one block of data. */
const blockRows = 500

/**
 * A self-contained page: nothing is loaded, and only the script with the stated
 * hash can run, whatever the data contain. Returned in parts: the whole may exceed the length limit of a string.
 */
export function* pageText(page: PageParts): Generator<string> {
  const { title, main, runs, files = [], facts = null, table = null, rows = [], assets } = page
  const policy =
    `default-src 'none'; script-src 'sha256-${assets.scriptHash}'; style-src 'sha256-${assets.styleHash}'; ` +
    `base-uri 'none'; form-action 'none'`
  yield html`${pageHead(policy, title, html`<style>${new Html(assets.style)}</style>`)}
<a class="skip" href="#results">${pageWords.skip}</a>
<header><h1>${title}</h1></header>
${main}
${madeHtml(runs, files)}${facts}
`.text
  if (table) {
    for (let i = 0; i < rows.length; i += blockRows)
      yield html`${jsonBlock(`rows-${i / blockRows}`, rows.slice(i, i + blockRows))}\n`.text
    yield html`${jsonBlock('table-data', table)}
<script>${new Html(assets.script)}</script>
`.text
  }
  yield '</body>\n</html>\n'
}
