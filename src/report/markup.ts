import { printable } from './controls.js'

/** Text of HTML or SVG in which every value is escaped. Only `html` makes it, so a value cannot be taken for it. */
export class Html {
  constructor(readonly text: string) {}
}

export type Part = Html | string | number | null | false | readonly Part[]

/** HTML or SVG with values in it. Strings are escaped, also for attributes; null and false are nothing; lists join. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  // Long elements are written in several lines, of which the indented ones continue the one before.
  const own = (text: string) => text.replace(/\n +/g, '')
  return new Html(strings.map((text, i) => own(text) + (i < parts.length ? textOf(parts[i]!) : '')).join(''))
}

/** The headings of columns; an empty head is no heading. */
export const headsHtml = (words: readonly Part[]) =>
  html`${words.map((w) => (w === '' ? html`<td></td>` : html`<th scope="col">${w}</th>`))}`

export const listHtml = (items: readonly Part[], kind = '') =>
  html`<ul${kind && html` class="${kind}"`}>${items.map((item) => html`<li>${item}</li>`)}</ul>`

export const detailsHtml = (summary: Part, body: Part, kind = '') =>
  html`<details${kind && html` class="${kind}"`}><summary>${summary}</summary>${body}</details>`

/** A table that scrolls sideways where it is too wide. */
export const scrolledTable = (kind: string, caption: string | null, heads: Part, rows: readonly Part[]) =>
  html`<div class="scroll"><table${kind && html` class="${kind}"`}>
    ${caption !== null && html`<caption>${caption}</caption>`}
    <thead><tr>${heads}</tr></thead><tbody>${rows}</tbody></table></div>`

function textOf(part: Part): string {
  if (part === null || part === false) return ''
  if (part instanceof Html) return part.text
  if (typeof part === 'object') return part.map(textOf).join('')
  return escaped(String(part))
}

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Control characters are made visible: some have no place in SVG at all, others turn the text around. */
function escaped(text: string): string {
  const shown = text
    .split('\n')
    .map(printable)
    .join('\n')
    .replace(/[\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd')
  return shown.replace(/[&<>"']/g, (sign) => signs[sign]!)
}

/** A link where the address is one of the web; anything else is shown as text. */
export function link(url: string | null, text: string): Html {
  return url !== null && /^https?:\/\/[^\s"'<>\\]+$/i.test(url)
    ? html`<a href="${url}" rel="noreferrer">${text}</a>`
    : html`${text}`
}

/** JSON for a `script` element that is not run: nothing in it can end the element. */
export function jsonBlock(id: string, value: unknown): Html {
  const json = JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
  return html`<script type="application/json" id="${id}">${new Html(json)}</script>`
}

/** The beginning of a page, up to its body. @param style the last part of the head */
export function pageHead(policy: string, title: string, style: Html): Html {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${new Html(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
${style}
</head>
<body>`
}
