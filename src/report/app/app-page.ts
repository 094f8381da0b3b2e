import { html, Html, jsonBlock, pageHead } from '../markup.js'
import { programWords } from '../words/program-words.js'
import type { PageAssets } from '../html/page-text.js'
import type { PageFacts } from './page-facts.js'

/** The contents of the page besides its script and style. */
export interface AppPage {
  readonly facts: PageFacts
  readonly assets: PageAssets
  /** Further blocks by id, as alphanumeric text: code and data that the script unpacks. */
  readonly packed: Readonly<Record<string, string>>
}

/**
 * The interactive page, as one file. Its policy blocks all loading and any other script; `wasm-unsafe-eval` allows only
 * the compilation of WebAssembly.
 */
export function* appPage({ facts, assets, packed }: AppPage): Generator<string> {
  const policy =
    `default-src 'none'; script-src 'sha256-${assets.scriptHash}' 'wasm-unsafe-eval'; ` +
    `style-src 'sha256-${assets.styleHash}'; ` +
    `worker-src blob:; img-src data:; base-uri 'none'; form-action 'none'`
  const style = html`<link rel="icon" href="data:,">
<style>${new Html(assets.style)}</style>`
  yield html`${pageHead(policy, 'coverage', style)}
<div id="page"><noscript><p class="warning">This page needs a browser that runs the script inside this file.</p>
    </noscript></div>
<footer><p>${programWords.notice}</p></footer>
${jsonBlock('facts', facts)}
`.text
  for (const [id, text] of Object.entries(packed))
    yield html`<script type="text/plain" id="${id}">${new Html(text)}</script>\n`.text
  yield html`<script>${new Html(assets.script)}</script>
</body>
</html>
`.text
}
