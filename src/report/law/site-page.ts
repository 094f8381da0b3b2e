import { html, pageHead, type Html } from '../markup.js'
import { programWords } from '../words/program-words.js'

export interface SitePage {
  readonly title: string
  /** The address of the page, which also determines its depth in the site. */
  readonly address: string
  readonly jurisdictions: readonly { readonly code: string; readonly name: string }[]
  readonly body: Html
}

export function siteFile(address: string): string {
  if (address === '') return 'index.html'
  return address.includes('/') ? `${address}.html` : `${address}/index.html`
}

/** A relative link between two pages of the site, which works wherever the site is hosted. */
export function siteLink(from: string, to: string): string {
  return `${'../'.repeat(siteFile(from).split('/').length - 1)}${siteFile(to)}`
}

/** A page of the law as a file of a site. It has no script, and its policy allows none. */
export function sitePage({ title, address, jurisdictions, body }: SitePage): string {
  const policy = "script-src 'none'; object-src 'none'; base-uri 'none'; form-action 'none'"
  const style = `${'../'.repeat(siteFile(address).split('/').length - 1)}style.css`
  const laws = jurisdictions.map(({ code, name }) => {
    return html`<a href="${siteLink(address, code.toLowerCase())}"><abbr title="${name}">${code}</abbr></a>`
  })
  return html`${pageHead(policy, title, html`<link rel="stylesheet" href="${style}">`)}
<nav class="views" aria-label="Jurisdictions"><a href="${siteLink(address, '')}">Contents</a>${laws}</nav>
<main class="record">
${body}</main>
<footer><p>${programWords.notice}</p></footer>
</body>
</html>
`.text
}
