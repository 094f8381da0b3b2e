import { html, type Html } from '../../markup.js'

/** A part of a page that measures: its heading, and what was counted. */
export function sectionHtml(title: string, body: Html): Html {
  return html`<section class="measured"><h2>${title}</h2>${body}</section>`
}
