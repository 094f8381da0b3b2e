import type { Impact, SetImpact } from '../../impact/impact.js'
import { changeWords, impactWords as w } from '../../impact/impact-words.js'
import { doubtRows, missedWhy } from '../../impact/impact-text.js'
import { compareWords } from '../../words.js'
import { raceChartHtml } from '../charts/race-chart.js'
import { html, type Html } from '../html.js'
import { pageText, type PageAssets } from '../page.js'
import { pageWords } from '../page-words.js'
import { madeHtml } from '../summary.js'
import { aheadChartHtml } from './ahead-chart.js'
import { impactChartWords } from './chart-words.js'
import { mostDrawn, structureSvg, structuresHtml, type Drawings } from './structures.js'
import { upsetHtml } from './upset-chart.js'

/** Rows of the longest tables; the JSON of the report has all. */
const most = { missed: 40, exclusions: 10, raced: 60, kinds: 12 }

/** The page of a report on a draft, made to be printed. */
export function impactPage(impact: Impact, drawings: Drawings, assets: PageAssets): Generator<string> {
  const { draft, run } = impact
  const title = w.title(draft.title)
  const parent = draft.parent && drawings.get(draft.parent.smiles)
  const body = html`<header><h1>${title}</h1><p>${w.head(draft.id, draft.jurisdiction, run.asOf)}.</p>${draft.reads.map((text) => html`<p>${text}</p>`)}<p class="faint">${w.alone}</p>${parent ? html`<figure>${structureSvg(parent, { name: draft.parent!.name, clauses: [] })}<figcaption>${draft.parent!.name}</figcaption></figure>` : null}</header>
<main id="results" class="impact">
<section><h2>${w.reach}</h2>${reachHtml(impact)}</section>
<section><h2>${w.collateral}</h2>${collateralHtml(impact, drawings)}</section>
<section><h2>${w.doubt}</h2>${doubtHtml(impact)}</section>
<section><h2>${w.time}</h2>${timeHtml(impact)}</section>
${impact.others ? html`<section><h2>${w.others}</h2>${othersHtml(impact)}</section>` : null}
<p class="faint">${w.footer}</p>
</main>
${madeHtml(
  [run],
  impact.sets.flatMap((s) => (s.file === null ? [] : [pageWords.file(s.file, s.sha256)])),
)}`
  return pageText({ title, body, table: null, rows: [], assets })
}

function reachHtml({ reach, draft }: Impact): Html {
  const idle = reach.clauses.filter((c) => c.onlyBy.length === 0).map((c) => c.id)
  return html`<p>${w.covers(reach.covered, reach.recorded)}: ${w.where(draft.jurisdiction, reach.here, reach.elsewhere, reach.nowhere)}.</p>
${tableHtml(
  [w.clause, w.reads, w.under, w.aloneColumn, w.onlyBy],
  reach.clauses.map((c) => [c.id, c.reads, c.under, c.alone, c.onlyBy.length]),
)}${idle.length > 0 ? html`<p class="warning">${w.idle(idle)}</p>` : null}
<p>${w.missed(reach.missed.length)}</p>
${
  reach.missed.length === 0
    ? null
    : html`<ul>${reach.missed
        .slice(0, most.missed)
        .map(
          (m) =>
            html`<li><b>${m.name}</b> (${[...(m.similarity === null ? [] : [w.similarity(m.similarity)]), w.listedIn(m.listedIn)].join('; ')}): ${missedWhy(m, draft.sites)}</li>`,
        )}</ul>${reach.missed.length > most.missed ? html`<p>${w.more(reach.missed.length - most.missed)}</p>` : null}`
}`
}

function collateralHtml(impact: Impact, drawings: Drawings): Html {
  const { medicines, exclusions } = impact.collateral
  const caught = new Set(medicines)
  const drawn = impact.sets.flatMap((s) => (s.kind === 'medicines' ? s.covered.filter((c) => caught.has(c.name)) : []))
  return html`${impact.sets.slice(1).map((set) => setHtml(set, drawings))}
<p><b>${w.uncontrolled(medicines.length, impact.draft.jurisdiction)}</b></p>
${
  medicines.length === 0
    ? null
    : html`${structuresHtml(drawn.slice(0, mostDrawn), drawings, freedBy(impact.collateral))}${
        drawn.length > mostDrawn
          ? html`<p>${w.more(drawn.length - mostDrawn)}: ${drawn
              .slice(mostDrawn)
              .map((d) => d.name)
              .join(', ')}</p>`
          : null
      }<p>${w.exclusions}</p>${tableHtml(
        [w.change, w.frees, w.loses],
        exclusions
          .slice(0, most.exclusions)
          .map((e) => [
            changeWords(e.change),
            `${e.frees.length} of ${medicines.length}`,
            e.loses.length === 0 ? '0' : `${e.loses.length}: ${listed(e.loses, 8)}`,
          ]),
      )}`
}`
}

/** Of each medicine the best change that frees it, other than naming it. */
function freedBy({ medicines, exclusions }: Impact['collateral']): Map<string, string> {
  return new Map(
    medicines.flatMap((name) => {
      const best = exclusions.find((e) => e.change.kind !== 'by name' && e.frees.includes(name))
      return best ? [[name, w.freedBy(changeWords(best.change))] as const] : []
    }),
  )
}

function setHtml(set: SetImpact, drawings: Drawings): Html {
  const head = html`<h3>${w.set(set)}</h3><p>${w.share(set)}.</p>`
  if (set.counts.covered === 0) return head
  return html`${head}<p>${w.byClause}: ${Object.entries(set.clauses)
    .map(([id, { under }]) => `${id} ${w.count(under)}`)
    .join(', ')}.</p>
<p>${w.kinds(set.kinds, set.scaffolds.length)}:</p>${tableHtml(
    [w.structures, w.scaffold, w.members],
    set.scaffolds
      .slice(0, most.kinds)
      .map((g) => [g.count, g.scaffold || w.noRing, g.members.map((m) => m.name).join(', ')]),
  )}${set.closest.length > 0 ? html`<h4>${w.closest}</h4>${structuresHtml(set.closest, drawings)}${set.counts.covered > set.closest.length ? html`<h4>${w.furthest}</h4>${structuresHtml(set.furthest, drawings)}` : null}` : null}`
}

function doubtHtml(impact: Impact): Html {
  const rows = doubtRows(impact)
  const some = impact.sets.filter((s) => s.counts.undecided > 0)
  const open = impact.sets.flatMap((s) => (s.kind === 'medicines' ? s.undecided.map((u) => u.name) : []))
  return html`${some.length === 0 ? html`<p>${w.noDoubt}</p>` : html`<ul>${some.map((s) => html`<li>${w.undecided(s.counts.undecided, s.total, w.set(s))}</li>`)}</ul>`}${open.length > 0 ? html`<p>${w.undecidedMedicines(listed(open, 60))}</p>` : null}${rows.length > 0 ? tableHtml([w.reading, w.choice, w.some, w.aloneDoubt, w.rests], rows) : null}`
}

function timeHtml({ time, draft }: Impact): Html {
  const { raced, since, until, draftFrom } = time
  if (raced.length === 0) return html`<p>${w.noneRaced(since, until)}</p>`
  const bars = raced.map((r) => ({
    id: r.name,
    race: { firstSeen: r.known, from: r.known, before: r.listDays, after: r.draftDays },
  }))
  return html`<p>${w.raced(raced.length, since, until, draftFrom)}</p>
<p><b>${w.median}</b>: ${w.listDays} ${time.medianList}; ${w.draftDays} ${time.medianDraft}; ${w.won} ${time.medianWon}.</p>
${aheadChartHtml(time)}
${raceChartHtml(bars, [w.listDays, w.draftDays])}
<h3>${compareWords.daysUncontrolled}</h3>${tableHtml(
    [w.substance, w.known, w.listedOn(draft.jurisdiction), w.listDays, w.draftDays, w.won],
    [
      ...raced
        .slice(0, most.raced)
        .map((r) => [r.name, r.known, r.listed ?? w.never, r.listDays, r.draftDays, r.listDays - r.draftDays]),
      [w.median, '', '', time.medianList!, time.medianDraft!, time.medianWon!],
    ],
  )}${raced.length > most.raced ? html`<p>${w.more(raced.length - most.raced)}</p>` : null}`
}

function othersHtml({ others, draft }: Impact): Html {
  const { universe, rules, intersections } = others!
  if (rules.length === 0) return html`<p>${w.noOthers}</p>`
  return html`<p>${w.othersNote(universe)}</p>${upsetHtml(others!, draft.id, w.draft)}
${tableHtml(
  [w.rule, w.both, w.onlyDraft, w.onlyOther],
  rules.map((r) => [
    `${r.code} ${r.title} (${r.id})`,
    r.both,
    withExamples(r.onlyDraft, r.examplesDraft),
    withExamples(r.onlyOther, r.examplesOther),
  ]),
)}
<h3>${impactChartWords.tableBelow}</h3>${tableHtml(
    [w.structures, w.intersections],
    intersections.map(({ rules: ids, count }) => [
      count,
      ids.map((id) => (id === draft.id ? w.draft : id)).join(' + '),
    ]),
  )}`
}

function withExamples(count: number, examples: readonly string[]): string {
  return count === 0 ? '0' : `${count}: ${examples.slice(0, 3).join(', ')}${count > 3 ? ' ...' : ''}`
}

function listed(names: readonly string[], shown: number): string {
  const first = names.slice(0, shown).join(', ')
  return names.length > shown ? `${first}, ${w.more(names.length - shown)}` : first
}

function tableHtml(head: readonly string[], rows: readonly (readonly (string | number)[])[]): Html {
  const cell = (value: string | number, i: number) => {
    const text = typeof value === 'number' ? w.count(value) : value
    return i === 0 && typeof value === 'string'
      ? html`<th scope="row">${text}</th>`
      : html`<td${typeof value === 'number' ? html` class="number"` : null}>${text}</td>`
  }
  return html`<div class="scroll"><table><thead><tr>${head.map((h) => html`<th scope="col">${h}</th>`)}</tr></thead><tbody>${rows.map((row) => html`<tr>${row.map(cell)}</tr>`)}</tbody></table></div>`
}
