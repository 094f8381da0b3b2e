import { impactWords as w } from '../../impact/impact-words.js'
import { html, type Html } from '../../markup.js'

export type Cell = string | number

/** A table that needs no script; text in the first column names its row. */
export function plainTable(head: readonly string[], rows: readonly (readonly Cell[])[]): Html {
  const cell = (value: Cell, i: number) => {
    const text = typeof value === 'number' ? w.count(value) : value
    return i === 0 && typeof value === 'string'
      ? html`<th scope="row">${text}</th>`
      : html`<td${typeof value === 'number' ? html` class="number"` : null}>${text}</td>`
  }
  return html`<div class="scroll"><table><thead><tr>${head.map((h) => html`<th scope="col">${h}</th>`)}</tr></thead><tbody>${rows.map((row) => html`<tr>${row.map(cell)}</tr>`)}</tbody></table></div>`
}
