import type { DayChange } from '../../law/index.js'
import { append } from '../../remembered.js'
import { printable } from '../controls.js'
import { csvLine } from '../csv.js'
import { faint, heading, items, lines, section, text, type Block, type Words } from '../document/model.js'
import { editionName, type RunInfo } from '../run-info.js'
import { basisWords } from '../words/answer-words.js'
import { unconfirmedWords } from '../words/finding-words.js'

/** What changes in the law between two days. */
export interface LawBetween {
  readonly from: string
  readonly to: string
  readonly today: string
  readonly laws: readonly string[]
  readonly changes: readonly DayChange[]
  /** Recorded substances that come under a class rule, or no longer do, by rule. */
  readonly members: ReadonlyMap<string, readonly string[]>
  /** Of all recorded substances, in all these laws together. */
  readonly substances: { readonly total: number; readonly changed: number; readonly controlled: number }
  readonly run: RunInfo
}

const shown = 12

/** Parts of such a report, in order; proposals stand apart. */
const parts = {
  done: 'Changes',
  made: 'Made and not yet in force',
  ends: 'Ends',
  proposed: 'Proposed; not law, and counted nowhere',
} as const

const titles = {
  added: (title: string, isRule: boolean) => (isRule ? `new class: ${title}` : `added to ${title}`),
  changed: (title: string, isRule: boolean) => (isRule ? `class under new words: ${title}` : `changed on ${title}`),
  removed: (title: string, isRule: boolean) =>
    isRule ? `class no longer in force: ${title}` : `removed from ${title}`,
  proposed: (title: string) => title,
} satisfies Record<DayChange['what'], unknown>

export const lawBetweenTitle = ({ from, to, laws }: LawBetween): string =>
  `What changed in the law: ${laws.join(', ')}, after ${from} and up to ${to}`

export function lawBetweenBlocks(between: LawBetween): Block[] {
  const { changes, laws, substances: s, to } = between
  return [
    heading(lawBetweenTitle(between), 1),
    text(
      `Of ${s.total} recorded substances ${s.changed} have another verdict on ${to}, of which ${s.controlled} become ` +
        'controlled. Substances that nobody recorded are not counted.',
    ),
    ...laws.flatMap((law) => {
      const own = changes.filter((change) => change.law === law)
      const blocks = (Object.keys(parts) as (keyof typeof parts)[]).flatMap((part) =>
        section(
          parts[part],
          own.filter((change) => partOf(change, between) === part).length === 0
            ? []
            : groupBlocks(
                own.filter((change) => partOf(change, between) === part),
                between,
              ),
          3,
        ),
      )
      return [heading(law, 2), ...(blocks.length > 0 ? blocks : [text('No change is recorded.')])]
    }),
    text(faint(basisWords([editionName(between.run.edition)]))),
  ]
}

function partOf({ what, day }: DayChange, { today }: LawBetween): keyof typeof parts {
  if (what === 'proposed') return 'proposed'
  return (day ?? '') <= today ? 'done' : what === 'removed' ? 'ends' : 'made'
}

/** Changes of one list on one day together; each entry with its citation where these differ. */
function groupBlocks(changes: readonly DayChange[], between: LawBetween): Block[] {
  const groups = new Map<string, DayChange[]>()
  for (const one of changes) append(groups, [one.what, one.day, one.source].join('\n'), one)
  return [...groups.values()].flatMap((group) => {
    const [{ what, day, kind, title, cite, url, act }] = group as [DayChange]
    const isRule = kind === 'rule'
    const count = isRule ? '' : `: ${group.length} ${group.length === 1 ? 'entry' : 'entries'}`
    const isOne = group.every((one) => one.cite === cite)
    const by = [{ text: printable(cite), to: url }, act === null ? '' : `, ${act}`]
    const said: Words = [
      `${day ?? 'day not known'}  ${printable(titles[what](title, isRule))}${count}`,
      ...(isOne ? [' [', ...by, ']'] : []),
    ]
    const entries = group.map((one) => entryText(one, between.today))
    const named = isRule
      ? ruleItems(group[0]!, between)
      : isOne
        ? [entries.join('; ')]
        : entries.map((text, i) => `${text} [${printable(group[i]!.cite)}]`)
    return [...lines([said]), ...items(named)]
  })
}

function ruleItems({ what, source, until, unconfirmed, note }: DayChange, between: LawBetween): string[] {
  const members = between.members.get(source) ?? []
  const more = members.length - shown
  const names = members.slice(0, shown).join(', ')
  return [
    ...(what === 'proposed' || members.length === 0
      ? []
      : [`${members.length} recorded substances change with it: ${names}${more > 0 ? ` and ${more} more` : ''}`]),
    ...(until === null || until <= between.today ? [] : [`until ${until}`]),
    ...(unconfirmed.length > 0 ? [unconfirmedWords(unconfirmed)] : []),
    ...(note === null ? [] : [note]),
  ].map(printable)
}

/** An end that is past says only that the entry stands elsewhere today. */
function entryText({ name, code, until, stillOn, unconfirmed }: DayChange, today: string): string {
  const more = [
    ...(code === null ? [] : [`code ${code}`]),
    ...(until === null || until <= today ? [] : [`until ${until}`]),
    ...(stillOn.length > 0 ? [`now on ${stillOn.join(', ')}`] : []),
    ...(unconfirmed.length > 0 ? [unconfirmedWords(unconfirmed)] : []),
  ]
  return printable(more.length > 0 ? `${name} (${more.join(', ')})` : name)
}

const columns = ['law', 'part', 'change', 'day', 'kind', 'list_or_rule', 'title', 'name', 'substance', 'code'] as const
const further = ['cite', 'url', 'act', 'until', 'still_on', 'unverified', 'members'] as const

export function lawBetweenCsv(between: LawBetween): string {
  const rows = between.changes.map((c) => [
    ...[c.law, partOf(c, between), c.what, c.day, c.kind, c.source, c.title, c.name, c.substance, c.code],
    ...[c.cite, c.url, c.act, c.until, c.stillOn.join('; '), c.unconfirmed.join('; ')],
    c.kind === 'rule' && c.what !== 'proposed' ? (between.members.get(c.source) ?? []).join('; ') : '',
  ])
  return [[...columns, ...further], ...rows].map((row) => csvLine(row.map((cell) => cell ?? ''))).join('')
}

/** One object for each change, then one with the days and counts. */
export function lawBetweenJson(between: LawBetween): string {
  const { from, to, today, laws, substances, run } = between
  const rows = between.changes.map((c) => ({
    part: partOf(c, between),
    ...c,
    ...(c.kind === 'rule' && c.what !== 'proposed' ? { members: between.members.get(c.source) ?? [] } : {}),
  }))
  const summary = { from, to, today, laws, substances, edition: run.edition, tool: run.tool }
  return [...rows, { summary }].map((row) => `${JSON.stringify(row)}\n`).join('')
}
