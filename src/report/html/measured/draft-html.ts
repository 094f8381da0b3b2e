import type { DraftFacts } from '../../draft-report.js'
import { impactWords as w } from '../../impact/impact-words.js'
import { html, type Html } from '../../markup.js'
import { structureSvg, type Drawings } from './structures-html.js'

/** What is measured: the draft in its own words, and its parent drawn. */
export function draftHtml(draft: DraftFacts, asOf: string, drawings: Drawings): Html {
  const parent = draft.parent && drawings.get(draft.parent.smiles)
  return html`<p>${w.head(draft.id, draft.jurisdiction, asOf)}.</p>${draft.reads.map((text) => html`<p>${text}</p>`)}<p class="faint">${w.alone}</p>${parent ? html`<figure>${structureSvg(parent, { name: draft.parent!.name, clauses: [] })}<figcaption>${draft.parent!.name}</figcaption></figure>` : null}`
}
