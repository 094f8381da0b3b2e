import type { RacedRow } from '../comparison.js'
import { printable } from '../controls.js'
import { cells, faint, figure, heading, items, strong, text, type Block, type Table } from '../document/model.js'
import type { CoveredStructure, DraftFacts, OthersImpact, SetImpact, TimeImpact } from '../draft-report.js'
import type { Html } from '../markup.js'
import type { RunInfo } from '../run-info.js'
import { shortened } from '../text/wrap.js'
import { compareWords } from '../words/command-words.js'
import { byClause, doubtTable, named, openMedicines } from './impact-tables.js'
import { impactWords as w } from './impact-words.js'

/** What a page draws of a report that measures; a terminal has nothing of it. */
export interface Figures {
  readonly parent: (parent: NonNullable<DraftFacts['parent']>) => Html | null
  readonly structures: (structures: readonly CoveredStructure[], notes?: ReadonlyMap<string, string>) => Html
  readonly ahead: (time: TimeImpact) => Html
  readonly bars: (rows: readonly RacedRow[], all: number, names: readonly [string, string]) => Html
  readonly upset: (others: OthersImpact, draft: string) => Html
}

/** A figure where figures are drawn. */
export function drawn(figures: Figures | null, of: (figures: Figures) => Html | null): Block[] {
  const html = figures && of(figures)
  return html ? [figure(html)] : []
}

/** What a terminal and a page show of long lists; the JSON has all. */
const most = { clauses: 40, kinds: 12, names: 60, days: 60 }

/** What is measured: the draft in its own words, and its parent drawn. */
export function draftBlocks(draft: DraftFacts, { asOf, query }: RunInfo, figures: Figures | null): Block[] {
  return [
    text(`${w.head(draft.id, draft.jurisdiction, asOf, query.positions)}.`),
    ...draft.reads.map((reads) => text(printable(reads))),
    text(faint(w.alone)),
    ...drawn(figures, ({ parent }) => draft.parent && parent(draft.parent)),
  ]
}

interface SetWords {
  /** Sentences with the numbers of the set. */
  readonly counts: readonly string[]
  /** By what its structures are counted. */
  readonly by: string
}

/** A set: how many structures are covered, by which clauses, of which kinds; the closest and furthest. */
export function setBlocks(set: SetImpact, { counts, by }: SetWords, figures: Figures | null): Block[] {
  const head = [heading(printable(w.set(set)), 3), ...counts.map((said) => text(said))]
  if (set.counts.covered === 0) return head
  const kinds = set.scaffolds
    .slice(0, most.kinds)
    .map((g) => [g.count, shortened(g.scaffold || w.noRing, 60), g.members.map((m) => printable(m.name)).join(', ')])
  const hasMore = set.closest.length > 0 && set.counts.covered > set.closest.length
  const ends = (title: string, own: readonly CoveredStructure[]) =>
    own.length === 0
      ? []
      : figures
        ? [text(strong(title)), ...drawn(figures, ({ structures }) => structures(own))]
        : [text(`${title}: ${own.map((e) => `${printable(e.name)} ${e.similarity!.toFixed(2)}`).join(', ')}`)]
  return [
    ...head,
    text(`${by}: ${byClause(set, most.clauses)}.`),
    text(`${w.kinds(set.kinds, set.scaffolds.length)}:`),
    ...cells([w.structures, w.scaffold, w.members], kinds),
    ...ends(w.closest, set.closest),
    ...ends(w.furthest, hasMore ? set.furthest : []),
  ]
}

/** How many structures of each set are undecided, and which question decides how many. */
export function doubtBlocks(
  sets: readonly SetImpact[],
  readings: DraftFacts['readings'],
  undecided: (n: number, of: number, set: string) => string,
): Block[] {
  const { head, rows } = doubtTable(sets, readings)
  const open = openMedicines(sets)
  const counts = sets
    .filter((s) => s.counts.undecided > 0)
    .map((s) => undecided(s.counts.undecided, s.total, printable(w.set(s))))
  return [
    ...(counts.length > 0 ? items(counts) : [text(w.noDoubt)]),
    ...(open.length > 0 ? [text(w.undecidedMedicines(named(open, most.names)))] : []),
    ...cells(head, rows),
  ]
}

interface Days {
  /** Over which substances and days they are counted. */
  readonly note: string
  readonly medians: string
  readonly charts: readonly Block[]
  /** How many there are in all. */
  readonly all: number
  readonly head: readonly string[]
  readonly rows: Table['rows']
  /** Rows below all others. */
  readonly sums: Table['rows']
}

/** Days on which substances were uncontrolled: medians, charts and the numbers. */
export function daysBlocks({ note, medians, charts, all, head, rows, sums }: Days): Block[] {
  const shown = rows.slice(0, most.days)
  return [
    text(note),
    text([strong(w.median), `: ${medians}.`]),
    ...charts,
    heading(compareWords.daysUncontrolled, 3),
    ...cells(head, [...shown, ...sums]),
    ...(all > shown.length ? [text(w.more(all - shown.length))] : []),
  ]
}
