import type { RunInfo } from '../../run-info.js'
import type { DraftFacts, SetImpact, CoveredStructure } from '../../draft-report.js'
import { impactWords as w } from '../../impact/impact-words.js'
import { html, type Html } from '../../markup.js'
import { byClause } from '../../impact/impact-tables.js'
import { plainTable } from './days-html.js'
import type { Drawing } from '../../../chem/index.js'
import { sizeOf } from '../../drawing/picture.js'
import { drawingHtml } from '../page-row.js'

/** What is measured: the draft in its own words, and its parent drawn. */
export function draftHtml(draft: DraftFacts, { asOf, query }: RunInfo, drawings: Drawings): Html {
  const parent = draft.parent && (drawings.get(draft.parent.smiles) ?? null)
  const { name = '' } = draft.parent ?? {}
  return html`<p>${w.head(draft.id, draft.jurisdiction, asOf, query.positions)}.</p>
    ${draft.reads.map((text) => html`<p>${text}</p>`)}<p class="faint">${w.alone}</p>
    ${parent && html`<figure>${structureSvg(parent, { name, clauses: [] })}<figcaption>${name}</figcaption></figure>`}`
}

/** Clauses that are named, and kinds that a table shows; the JSON has all. */
const most = { clauses: 40, kinds: 12 }

interface SetWords {
  /** Sentences with the numbers of the set. */
  readonly counts: readonly string[]
  /** By what its structures are counted. */
  readonly by: string
}

/** A set: how many structures are covered, by which clauses, of which kinds; the closest and furthest. */
export function setHtml(set: SetImpact, { counts, by }: SetWords, drawings: Drawings): Html {
  const head = html`<h3>${w.set(set)}</h3>${counts.map((text) => html`<p>${text}</p>`)}`
  if (set.counts.covered === 0) return head
  const kinds = set.scaffolds
    .slice(0, most.kinds)
    .map((g) => [g.count, g.scaffold || w.noRing, g.members.map((m) => m.name).join(', ')])
  const ends = (title: string, own: readonly CoveredStructure[]) =>
    html`<h4>${title}</h4>${structuresHtml(own, drawings)}`
  const hasMore = set.closest.length > 0 && set.counts.covered > set.closest.length
  return html`${head}<p>${by}: ${byClause(set, most.clauses)}.</p>
<p>${w.kinds(set.kinds, set.scaffolds.length)}:</p>${plainTable([w.structures, w.scaffold, w.members], kinds)}
    ${set.closest.length > 0 && ends(w.closest, set.closest)}${hasMore && ends(w.furthest, set.furthest)}`
}

/** Drawings by the text of the structure. */
export type Drawings = ReadonlyMap<string, Drawing>

/** Structures that a page draws of a draft and of sets: the parent, the closest to it and the furthest from it. */
export function drawnOf(draft: DraftFacts | null, sets: readonly SetImpact[]): string[] {
  return [
    ...(draft?.parent ? [draft.parent.smiles] : []),
    ...sets.flatMap((s) => [...s.closest, ...s.furthest].map((e) => e.smiles)),
  ]
}

/** Structures that are drawn in a row, at most; more would fill the page. */
export const mostDrawn = 12

/**
 * Structures side by side, each with its name and the atoms of its clauses marked.
 * @param notes a further line for some structures, by name
 */
export function structuresHtml(
  structures: readonly CoveredStructure[],
  drawings: Drawings,
  notes: ReadonlyMap<string, string> = new Map(),
): Html {
  return html`<div class="structures">${structures.map((s) => {
    const drawing = drawings.get(s.smiles)
    const facts = [
      ...(s.similarity === null ? [] : [w.similarity(s.similarity)]),
      ...(s.clauses.length > 0 ? [`${w.clause} ${s.clauses.map((c) => c.id).join(', ')}`] : []),
      ...s.atc,
    ]
    const note = notes.get(s.name)
    return html`<figure>${drawing ? structureSvg(drawing, s) : null}<figcaption><b>${s.name}</b><br>
      <span class="faint">${facts.join('; ')}</span>${note !== undefined && html`<br>${note}`}</figcaption></figure>`
  })}</div>`
}

function structureSvg(drawing: Drawing, { name, clauses }: Pick<CoveredStructure, 'name' | 'clauses'>): Html {
  const marks = clauses.map((c) => c.atoms)
  const scale = Math.min(0.075, 210 / sizeOf(drawing, marks).width)
  const alt =
    clauses.length === 0
      ? measuredWords.drawing(name)
      : measuredWords.marked(
          name,
          clauses.map((c) => c.id),
        )
  return drawingHtml(drawing, marks, alt, (tenths) => Math.round(tenths * scale))
}

/** Words of the plots of a page that measures; the tables next to them have the same numbers. */
export const measuredWords = {
  upsetAlt: (sets: number, rules: number) =>
    `UpSet plot: ${sets} sets of structures, each covered by the same of ${rules} rules. A column is one ` +
    'set; filled dots say which rules cover it, the bar above how many structures it has. The table ' +
    'below has the numbers.',
  aheadAlt: (known: number, listed: number, ahead: number, until: string) =>
    'Step chart over the years of substances that the draft covers: known, on a list, and covered by the ' +
    `draft before any list. On ${until}: ${known} known, ${listed} listed, ${ahead} covered by the draft ` +
    'alone. The table below has the days of each substance.',
  known: 'known (solid line)',
  listed: 'on a list (dashed line)',
  ahead: 'covered by the draft, on no list yet (dotted line)',
  substances: 'substances',
  drawing: (name: string) => `Drawing of ${name}`,
  marked: (name: string, clauses: readonly string[]) =>
    `Drawing of ${name}, with the atoms of ${clauses.length === 1 ? 'clause' : 'clauses'} ${clauses.join(', ')} marked`,
  tableBelow: 'The numbers of the plot',
} as const
