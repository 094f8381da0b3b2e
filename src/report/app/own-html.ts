import { html, type Html } from '../markup.js'
import type { PageFacts } from './page-facts.js'
import type { UiWords } from './ui-words.js'

/** The part of the page for a user's class rule. */
export function ownHtml({ jurisdictions }: PageFacts, ui: UiWords): Html {
  return html`<form><p><label for="own-code">${ui.jurisdiction}</label> <select id="own-code"><option value=""></option>${jurisdictions.map(({ code, name }) => html`<option value="${code}">${code} ${name}</option>`)}</select></p>
<p><label for="own-rule">${ui.rule_text}</label><textarea id="own-rule" rows="12" spellcheck="false" required></textarea></p>
<p><label for="own-examples">${ui.rule_examples}</label><textarea id="own-examples" rows="5" spellcheck="false"></textarea></p>
<p class="line"><button type="submit" class="main">${ui.rule_use}</button> <button type="button" id="own-remove" hidden>${ui.rule_remove}</button></p></form><div id="own-result" role="status"></div>`
}

/** The test results of a rule. */
export function testedHtml(tests: readonly { readonly id: string; readonly lines: readonly string[] }[]): Html {
  return html`<pre class="lines">${tests.flatMap(({ lines }) => lines).join('\n')}</pre>`
}
