import type { Hit } from '../../law/index.js'
import { html, type Html } from '../markup.js'
import type { PageFacts } from './page-facts.js'
import type { UiWords } from './ui-words.js'

/** The part of the page for reading the law: search and contents next to the record. */
export function lawHtml({ jurisdictions }: PageFacts, href: (address: string) => string, ui: UiWords): Html {
  const entry = (address: string, text: Html | string) =>
    html`<li><a href="${href(address)}" data-address="${address}">${text}</a></li>`
  return html`<div class="law-columns"><div id="menu"><form id="find" role="search"><label for="find-text">${ui.search}</label><input type="search" id="find-text" autocomplete="off" aria-describedby="find-hint"><p class="faint" id="find-hint">${ui.search_hint}</p></form><p id="find-count" role="status"></p><ul id="hits" class="hits"></ul>
<nav aria-label="${ui.contents}"><ul class="plain">${entry('', ui.contents)}${jurisdictions.map(({ code, name }) => entry(code.toLowerCase(), html`<b>${code}</b> ${name}`))}</ul></nav></div>
<div id="record" class="record" tabindex="-1"></div></div>`
}

/** Search results as links. */
export function hitsHtml(
  hits: readonly (Hit & { readonly address: string })[],
  href: (address: string) => string,
): Html {
  return html`${hits.map(({ address, kind, name, field, text }) => html`<li><a href="${href(address)}">${name}</a> <span class="faint">${kind}; ${field}: ${text}</span></li>`)}`
}
