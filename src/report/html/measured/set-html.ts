import type { SetImpact } from '../../draft-report.js'
import { byClause } from '../../impact/impact-tables.js'
import { impactWords as w } from '../../impact/impact-words.js'
import { html, type Html } from '../../markup.js'
import { plainTable } from './plain-table.js'
import { structuresHtml, type Drawings } from './structures-html.js'

/** Clauses that are named, and kinds that a table shows; the JSON has all. */
const most = { clauses: 40, kinds: 12 }

export interface SetWords {
  /** Sentences with the numbers of the set. */
  readonly counts: readonly string[]
  /** By what its structures are counted. */
  readonly by: string
}

/** A set: how many structures are covered, by which clauses, of which kinds; those closest to and furthest from the parent. */
export function setHtml(set: SetImpact, { counts, by }: SetWords, drawings: Drawings): Html {
  const head = html`<h3>${w.set(set)}</h3>${counts.map((text) => html`<p>${text}</p>`)}`
  if (set.counts.covered === 0) return head
  return html`${head}<p>${by}: ${byClause(set, most.clauses)}.</p>
<p>${w.kinds(set.kinds, set.scaffolds.length)}:</p>${plainTable(
    [w.structures, w.scaffold, w.members],
    set.scaffolds
      .slice(0, most.kinds)
      .map((g) => [g.count, g.scaffold || w.noRing, g.members.map((m) => m.name).join(', ')]),
  )}${set.closest.length > 0 ? html`<h4>${w.closest}</h4>${structuresHtml(set.closest, drawings)}${set.counts.covered > set.closest.length ? html`<h4>${w.furthest}</h4>${structuresHtml(set.furthest, drawings)}` : null}` : null}`
}
