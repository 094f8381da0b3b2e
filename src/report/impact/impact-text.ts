import { editionName } from '../run-info.js'
import { screenOf, type Screen, type TextStyle } from '../text/batch-text.js'
import { printable } from '../controls.js'
import { framed } from '../text/framed.js'
import { indented, shortened, wrap } from '../text/wrap.js'
import { failureWords } from '../words/finding-words.js'
import { words } from '../words/answer-words.js'
import type { Impact, MissedAnalogue, OthersImpact, SetImpact } from '../draft-report.js'
import {
  doubtTable,
  byClause,
  changes,
  clauseUses,
  coversText,
  daysText,
  idleText,
  medianRow,
  named,
  openMedicines,
  othersOf,
  racedRows,
  ruleNames,
  type Table,
} from './impact-tables.js'
import { impactWords as w } from './impact-words.js'

const most = { missed: 15, names: 40, clauses: 40, exclusions: 8, raced: 20, intersections: 10 }

export function impactText(impact: Impact, style: TextStyle): string {
  const page = new Page(screenOf(style))
  const { draft, run } = impact
  page.title(printable(`${draft.title} (${draft.id})`))
  page.say(w.head(draft.id, draft.jurisdiction, run.asOf, run.query.positions), 0)
  page.say(w.alone, 0)
  page.section(w.reach)
  reach(impact, page)
  page.section(w.collateral)
  for (const set of impact.sets.slice(1)) ofSet(set, page)
  collateral(impact, page)
  page.section(w.doubt)
  doubt(impact, page)
  page.section(w.time)
  time(impact, page)
  const compared = othersOf(impact)
  if (compared.length > 0) page.section(w.others)
  for (const others of compared) againstOthers(others, draft.id, page)
  page.lines.push('')
  page.say(`${w.footer} ${w.methods}`, 0)
  page.say(`${words.edition} ${editionName(run.edition)}`, 0)
  return page.lines.map((line) => `${line}\n`).join('')
}

class Page {
  readonly lines: string[] = []

  constructor(readonly screen: Screen) {}

  title(text: string): void {
    this.lines.push(this.screen.colours.strong(text))
  }

  section(title: string): void {
    this.lines.push('')
    this.title(title)
  }

  say(text: string, indent = 2): void {
    this.lines.push(...indented(printable(text), this.screen.width, ' '.repeat(indent)))
  }

  /** @param widths most columns of text in each cell; 0 or none for as many as it has */
  table({ head, rows }: Table, widths: readonly number[]): void {
    if (rows.length === 0) return
    const shown = (cell: string | number, i: number) =>
      typeof cell === 'number' ? w.count(cell) : wrap(printable(cell), widths[i] || Infinity).join('\n')
    const made = framed(
      head.map((h) => this.screen.colours.strong(h)),
      rows.map((row) => row.map(shown)),
      (column) => typeof rows[0]![column] === 'number',
    )
    this.lines.push(...made.split('\n').map((line) => `  ${line}`))
  }
}

function reach(impact: Impact, page: Page): void {
  const { missed } = impact.reach
  page.say(coversText(impact))
  page.table(clauseUses(impact), [0, 44])
  const idle = idleText(impact)
  if (idle !== null) page.say(idle)
  page.say(w.missed(missed.length))
  for (const one of missed.slice(0, most.missed)) page.say(`${one.name} ${missedText(one, impact.draft.sites)}`, 4)
  if (missed.length > most.missed) page.say(w.more(missed.length - most.missed), 4)
}

/** What is said of a substance that is missed, behind its name. */
export function missedText(
  { similarity, listedIn, failure, clauses }: MissedAnalogue,
  sites: Impact['draft']['sites'],
): string {
  const facts = [...(similarity === null ? [] : [w.similarity(similarity)]), w.listedIn(listedIn)]
  const closest = failure === null || clauses.length === 0 || 'clause' in failure ? '' : `; ${w.atClauses(clauses)}`
  return `(${facts.join('; ')}): ${failure === null ? w.noScaffold : failureWords(failure, sites)}${closest}`
}

function ofSet(set: SetImpact, page: Page): void {
  page.say(`${w.set(set)}: ${w.share(set)}`)
  if (set.counts.covered === 0) return
  page.say(`${w.byClause}: ${byClause(set, most.clauses)}`, 4)
  page.say(`${w.kinds(set.kinds, set.scaffolds.length)}:`, 4)
  for (const { scaffold, count, members } of set.scaffolds.slice(0, 8))
    page.say(`${w.count(count)}  ${shortened(scaffold || w.noRing, 60)}  (${members.map((m) => m.name).join(', ')})`, 6)
  for (const [title, ends] of [
    [w.closest, set.closest],
    [w.furthest, set.counts.covered > set.closest.length ? set.furthest : []],
  ] as const)
    if (ends.length > 0) page.say(`${title}: ${ends.map((e) => `${e.name} ${e.similarity!.toFixed(2)}`).join(', ')}`, 4)
}

function collateral(impact: Impact, page: Page): void {
  const { medicines } = impact.collateral
  page.say(w.uncontrolled(medicines.length, impact.draft.jurisdiction))
  if (medicines.length === 0) return
  page.say(named(medicines, most.names), 4)
  page.say(w.exclusions)
  page.table(changes(impact, most.exclusions, 4), [48, 0, 44])
}

function doubt({ sets, draft }: Impact, page: Page): void {
  for (const set of sets)
    if (set.counts.undecided > 0) page.say(w.undecided(set.counts.undecided, set.total, w.set(set)))
  const open = openMedicines(sets)
  if (open.length > 0) page.say(w.undecidedMedicines(named(open, most.names)))
  if (sets.every((s) => s.counts.undecided === 0)) page.say(w.noDoubt)
  page.table(doubtTable(sets, draft.readings), [56])
}

function time(impact: Impact, page: Page): void {
  const rows = racedRows(impact)
  page.say(daysText(impact))
  if (rows.length === 0) return
  const head = [w.substance, w.known, w.listed, w.listDays, w.draftDays, w.won, w.undecidedDays]
  page.table({ head, rows: [...rows.slice(0, most.raced), medianRow(impact)] }, [36])
  if (rows.length > most.raced) page.say(w.more(rows.length - most.raced))
}

function againstOthers(others: OthersImpact, draft: string, page: Page): void {
  if (others.rules.length === 0) {
    page.say(w.noOthers)
    return
  }
  page.say(w.othersNote(others))
  const rows = others.rules.map((r) => [`${r.code} ${r.id}`, r.both, r.onlyDraft, r.onlyOther])
  page.table({ head: [w.rule, w.both, w.onlyDraft, w.onlyOther], rows }, [48])
  page.say(`${w.intersections}:`)
  for (const { rules, count } of others.intersections.slice(0, most.intersections))
    page.say(`${w.count(count)}  ${ruleNames(rules, draft)}`, 4)
}
