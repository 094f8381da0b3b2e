import { printable } from '../controls.js'
import { cells, faint, heading, items, section, strong, text, type Block } from '../document/model.js'
import type { Impact, MissedAnalogue, OthersImpact, SetImpact } from '../draft-report.js'
import { editionName } from '../run-info.js'
import { words } from '../words/answer-words.js'
import { failureWords } from '../words/finding-words.js'
import {
  changes,
  clauseUses,
  coversText,
  daysText,
  idleText,
  medianRow,
  named,
  othersOf,
  racedRows,
  ruleNames,
} from './impact-tables.js'
import { changeWords, impactWords as w } from './impact-words.js'
import { daysBlocks, doubtBlocks, draftBlocks, drawn, setBlocks, type Figures } from './measured-blocks.js'

/** Rows of the longest lists; the JSON has all. */
const most = { missed: 40, exclusions: 10, names: 40, lost: 8, intersections: 16, examples: 3 }
/** Structures that are drawn in a row, at most; more would fill the page. */
export const mostDrawn = 12

/** A report on a draft. @param figures what a page draws of it; null for text */
export function impactDocument(impact: Impact, figures: Figures | null = null): Block[] {
  const { draft, run, sets } = impact
  const setOf = (set: SetImpact) => setBlocks(set, { counts: [`${w.share(set)}.`], by: w.byClause }, figures)
  return [
    heading(printable(`${draft.title} (${draft.id})`), 1),
    ...draftBlocks(draft, run, figures),
    ...section(w.reach, reachBlocks(impact)),
    ...section(w.collateral, [...sets.slice(1).flatMap(setOf), ...caughtBlocks(impact, figures)]),
    ...section(w.doubt, doubtBlocks(sets, draft.readings, w.undecided)),
    ...section(w.time, timeBlocks(impact, figures)),
    ...section(
      w.others,
      othersOf(impact).flatMap((others) => othersBlocks(others, draft.id, figures)),
    ),
    text(faint(`${w.footer} ${w.methods} ${words.edition} ${editionName(run.edition)}.`)),
  ]
}

function reachBlocks(impact: Impact): Block[] {
  const { missed } = impact.reach
  const uses = clauseUses(impact)
  const idle = idleText(impact)
  const shown = missed.slice(0, most.missed).map((one) => [strong(one.name), ` ${missedText(one, impact.draft.sites)}`])
  return [
    text(coversText(impact)),
    ...cells(uses.head, uses.rows),
    ...(idle === null ? [] : [text(idle)]),
    text(w.missed(missed.length)),
    ...items(missed.length > shown.length ? [...shown, w.more(missed.length - shown.length)] : shown),
  ]
}

/** What is said of a substance that is missed, behind its name. */
function missedText(
  { similarity, listedIn, failure, clauses }: MissedAnalogue,
  sites: Impact['draft']['sites'],
): string {
  const facts = [...(similarity === null ? [] : [w.similarity(similarity)]), w.listedIn(listedIn)]
  const closest = failure === null || clauses.length === 0 || 'clause' in failure ? '' : `; ${w.atClauses(clauses)}`
  return `(${facts.join('; ')}): ${failure === null ? w.noScaffold : failureWords(failure, sites)}${closest}`
}

/** Medicines that would become controlled, and changes that free them. */
function caughtBlocks(impact: Impact, figures: Figures | null): Block[] {
  const { medicines } = impact.collateral
  const { head, rows } = changes(impact, most.exclusions, most.lost)
  const caught = new Set(medicines)
  const covered = impact.sets.flatMap((s) =>
    s.kind === 'medicines' ? s.covered.filter((c) => caught.has(c.name)) : [],
  )
  const notes = freedBy(impact.collateral)
  return [
    text(strong(w.uncontrolled(medicines.length, impact.draft.jurisdiction))),
    ...(medicines.length === 0
      ? []
      : [
          text(named(medicines, most.names)),
          ...drawn(figures, ({ structures }) => structures(covered.slice(0, mostDrawn), notes)),
          text(w.exclusions),
          ...cells(head, rows),
        ]),
  ]
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

function timeBlocks(impact: Impact, figures: Figures | null): Block[] {
  const { time, draft } = impact
  const { raced } = time
  if (raced.length === 0) return [text(daysText(impact))]
  const bars = raced.map((r) => ({
    id: r.name,
    race: {
      firstSeen: r.known,
      from: r.known,
      before: r.listDays,
      after: r.draftDays,
      undecided: { before: r.undecidedDays, after: r.undecidedDays },
    },
  }))
  return daysBlocks({
    note: daysText(impact),
    medians: `${w.listDays} ${time.medianList}; ${w.draftDays} ${time.medianDraft}; ${w.won} ${time.medianWon}`,
    charts: [
      ...drawn(figures, ({ ahead }) => ahead(time)),
      ...drawn(figures, (draws) => draws.bars(bars, raced.length, [w.listDays, w.draftDays])),
    ],
    all: raced.length,
    head: [w.substance, w.known, w.listedOn(draft.jurisdiction), w.listDays, w.draftDays, w.won, w.undecidedDays],
    rows: racedRows(impact),
    sums: [medianRow(impact)],
  })
}

function othersBlocks(others: OthersImpact, draft: string, figures: Figures | null): Block[] {
  const { rules, intersections } = others
  if (rules.length === 0) return [text(w.noOthers)]
  const rows = rules.map((r) => [
    `${r.code} ${r.title} (${r.id})`,
    r.both,
    withExamples(r.onlyDraft, r.examplesDraft),
    withExamples(r.onlyOther, r.examplesOther),
  ])
  return [
    text(w.othersNote(others)),
    ...drawn(figures, ({ upset }) => upset(others, draft)),
    ...cells([w.rule, w.both, w.onlyDraft, w.onlyOther], rows),
    text(`${w.intersections}:`),
    ...cells(
      [w.structures, w.rule],
      intersections.slice(0, most.intersections).map(({ rules: ids, count }) => [count, ruleNames(ids, draft)]),
    ),
  ]
}

function withExamples(count: number, examples: readonly string[]): string {
  if (count === 0) return '0'
  return `${count}: ${examples.slice(0, most.examples).join(', ')}${count > most.examples ? ' ...' : ''}`
}

/** One JSON object with all that a report says. */
export function impactJson({ run, ...impact }: Impact): string {
  const { tool, edition, asOf, query } = run
  return `${JSON.stringify({ tool, edition, asOf, query, ...impact })}\n`
}
