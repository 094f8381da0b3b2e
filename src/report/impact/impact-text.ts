import { editionName } from '../edition-name.js'
import { palette, type Palette } from '../text/batch-text.js'
import { printable } from '../controls.js'
import { framed } from '../text/framed.js'
import { indented, shortened, widthOf, wrap } from '../text/wrap.js'
import { failureWords } from '../words/finding-words.js'
import { words } from '../words/answer-words.js'
import type { Impact, MissedAnalogue, OthersImpact, SetImpact } from '../draft-report.js'
import { doubtRows } from './doubt-rows.js'
import {
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
} from './impact-tables.js'
import { impactWords as w } from './impact-words.js'

interface Options {
  readonly colour: boolean
  readonly width: number
}

const most = { missed: 15, names: 40, clauses: 40, exclusions: 8, raced: 20, intersections: 10 }

export function impactText(impact: Impact, { colour, width: columns }: Options): string {
  const colours = palette(colour)
  const width = widthOf(columns)
  const lines: string[] = []
  const say = (text: string, indent = 2) => lines.push(...indented(printable(text), width, ' '.repeat(indent)))
  const { draft, run } = impact
  lines.push(colours.strong(printable(`${draft.title} (${draft.id})`)))
  say(w.head(draft.id, draft.jurisdiction, run.asOf, run.query.positions), 0)
  say(w.alone, 0)
  const section = (title: string) => lines.push('', colours.strong(title))
  section(w.reach)
  reachLines(impact, say, lines, colours)
  section(w.collateral)
  for (const set of impact.sets.slice(1)) setLines(set, say)
  collateralLines(impact, say, lines, colours)
  section(w.doubt)
  doubtLines(impact, say, lines, colours)
  section(w.time)
  timeLines(impact, say, lines, colours)
  const compared = othersOf(impact)
  if (compared.length > 0) section(w.others)
  for (const others of compared) othersLines(others, impact.draft.id, say, lines, colours)
  lines.push('')
  say(`${w.footer} ${w.methods}`, 0)
  say(`${words.edition} ${editionName(run.edition)}`, 0)
  return lines.map((line) => `${line}\n`).join('')
}

type Say = (text: string, indent?: number) => void

function reachLines(impact: Impact, say: Say, lines: string[], colours: Palette): void {
  const { reach, draft } = impact
  say(coversText(impact))
  const uses = clauseUses(impact)
  if (uses.rows.length > 0) lines.push(...table(colours, uses.head, uses.rows, [0, 44, 0, 0, 0]))
  const idle = idleText(impact)
  if (idle !== null) say(idle)
  say(w.missed(reach.missed.length))
  for (const missed of reach.missed.slice(0, most.missed)) say(`${missed.name} ${missedText(missed, draft.sites)}`, 4)
  if (reach.missed.length > most.missed) say(w.more(reach.missed.length - most.missed), 4)
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

function setLines(set: SetImpact, say: Say): void {
  say(`${w.set(set)}: ${w.share(set)}`)
  if (set.counts.covered === 0) return
  say(`${w.byClause}: ${byClause(set, most.clauses)}`, 4)
  say(`${w.kinds(set.kinds, set.scaffolds.length)}:`, 4)
  for (const { scaffold, count, members } of set.scaffolds.slice(0, 8))
    say(`${w.count(count)}  ${shortened(scaffold || w.noRing, 60)}  (${members.map((m) => m.name).join(', ')})`, 6)
  for (const [title, ends] of [
    [w.closest, set.closest],
    [w.furthest, set.counts.covered > set.closest.length ? set.furthest : []],
  ] as const)
    if (ends.length > 0) say(`${title}: ${ends.map((e) => `${e.name} ${e.similarity!.toFixed(2)}`).join(', ')}`, 4)
}

function collateralLines(impact: Impact, say: Say, lines: string[], colours: Palette): void {
  const { medicines } = impact.collateral
  say(w.uncontrolled(medicines.length, impact.draft.jurisdiction))
  if (medicines.length === 0) return
  say(named(medicines, most.names), 4)
  say(w.exclusions)
  const { head, rows } = changes(impact, most.exclusions, 4)
  lines.push(...table(colours, head, rows, [48, 0, 44]))
}

function doubtLines({ sets, draft }: Impact, say: Say, lines: string[], colours: Palette): void {
  for (const set of sets) if (set.counts.undecided > 0) say(w.undecided(set.counts.undecided, set.total, w.set(set)))
  const open = openMedicines(sets)
  if (open.length > 0) say(w.undecidedMedicines(named(open, most.names)))
  if (sets.every((s) => s.counts.undecided === 0)) say(w.noDoubt)
  const rows = doubtRows(sets, draft.readings)
  if (rows.length > 0)
    lines.push(...table(colours, [w.reading, w.choice, w.some, w.aloneDoubt, w.rests], rows, [56, 0, 0, 0, 0]))
}

function timeLines(impact: Impact, say: Say, lines: string[], colours: Palette): void {
  const rows = racedRows(impact)
  say(daysText(impact))
  if (rows.length === 0) return
  lines.push(
    ...table(
      colours,
      [w.substance, w.known, w.listed, w.listDays, w.draftDays, w.won, w.undecidedDays],
      [...rows.slice(0, most.raced), medianRow(impact)],
      [36, 0, 0, 0, 0, 0, 0],
    ),
  )
  if (rows.length > most.raced) say(w.more(rows.length - most.raced))
}

function othersLines(others: OthersImpact, draft: string, say: Say, lines: string[], colours: Palette): void {
  const { rules, intersections } = others
  if (rules.length === 0) {
    say(w.noOthers)
    return
  }
  say(w.othersNote(others))
  lines.push(
    ...table(
      colours,
      [w.rule, w.both, w.onlyDraft, w.onlyOther],
      rules.map((r) => [`${r.code} ${r.id}`, r.both, r.onlyDraft, r.onlyOther]),
      [48, 0, 0, 0],
    ),
  )
  say(`${w.intersections}:`)
  for (const { rules: ids, count } of intersections.slice(0, most.intersections))
    say(`${w.count(count)}  ${ruleNames(ids, draft)}`, 4)
}

/** @param widths most columns of text in each cell; 0 for as many as it has */
function table(
  colours: Palette,
  head: readonly string[],
  rows: readonly (readonly (string | number)[])[],
  widths: readonly number[],
): string[] {
  const shown = (cell: string | number, width: number) =>
    typeof cell === 'number' ? w.count(cell) : wrap(printable(cell), width === 0 ? Infinity : width).join('\n')
  const made = framed(
    head.map((h) => colours.strong(h)),
    rows.map((row) => row.map((cell, i) => shown(cell, widths[i]!))),
    (column) => typeof rows[0]?.[column] === 'number',
  )
  return made.split('\n').map((line) => `  ${line}`)
}
