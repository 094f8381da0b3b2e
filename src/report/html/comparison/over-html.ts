import { isControlled } from '../../../matching/index.js'
import { becomesControlled, becomesUndecided, type ComparedFile, type ComparedRow } from '../../comparison.js'
import { impactWords } from '../../impact/impact-words.js'
import { unreadIn } from '../../text/comparison-text.js'
import { compareWords } from '../../words/command-words.js'
import { html, type Html } from '../html.js'
import { moveText } from './comparison-rows.js'

/** Rows of each kind that the page names; the table and the other formats have all. */
const most = 100

/** Rows of a file that become controlled and must not, those that become undecided, and those that nobody can read. */
export async function overHtml({ file, total, rows, becomes, counts }: ComparedFile): Promise<Html> {
  const over: ComparedRow[] = []
  const unsure: ComparedRow[] = []
  for await (const row of rows()) {
    if (becomesControlled(row) && over.length < most) over.push(row)
    if (becomesUndecided(row) && unsure.length < most) unsure.push(row)
  }
  const unread = counts.unreadable.after
  return html`<p><b>${compareWords.over(becomes.controlled, total, file)}</b></p>${listHtml(over, becomes.controlled)}${becomes.undecided > 0 ? html`<p>${compareWords.unsure(becomes.undecided)}</p>${listHtml(unsure, becomes.undecided)}` : null}${unread > 0 ? html`<p>${compareWords.unread(await unreadIn(rows()), unread)}</p>` : null}`
}

function listHtml(rows: readonly ComparedRow[], all: number): Html | null {
  if (rows.length === 0) return null
  return html`<ul>${rows.map(
    (r) =>
      html`<li><b>${r.ref.id}</b>: ${r.moves
        .filter((m) => m.to !== m.from && (isControlled(m.to) || m.to === 'undecided'))
        .map(moveText)
        .join('; ')}</li>`,
  )}</ul>${all > rows.length ? html`<p>${impactWords.more(all - rows.length)}</p>` : null}`
}
