import type { Day } from '../../law/index.js'
import type { Amendment, Change } from './amendment.js'
import { NotOfficial, type OfficialItem, type OfficialText } from './official-text.js'
import { comparableName } from './candidates.js'

/** A file of a series: a law as it stood on a day, or an act that amends it. */
export interface DatedText {
  readonly file: string
  /** Its own number, by which later acts cite it. */
  readonly id: string | null
  readonly day: Day
  /** Whether that is the first day on which its words are law, rather than one on which they were seen. */
  readonly exact: boolean
  /** Whether the law began with this text. */
  readonly original: boolean
  /** The day on which the next text follows, where a list of the series says so. */
  readonly until: Day | null
  readonly text: OfficialText | null
  readonly amendments: readonly Amendment[]
}

/** A law after one text or amendment. */
export interface Step extends Pick<DatedText, 'file' | 'day' | 'exact' | 'original'> {
  readonly of: string | null
  readonly amendment: Amendment | null
  readonly items: readonly OfficialItem[]
  /** Parts that a point which could not be applied may have changed. */
  readonly doubtful: ReadonlySet<string>
  /** Whether only its changes are known: a table of changes without a text. */
  readonly loose: boolean
  /** The next day on which something changes; null if it is not known to be the first day of that change. */
  readonly next: Day | null
  /** Whether nothing else changes on its day. */
  readonly isLast: boolean
}

/**
 * The states of one law in order of time, and what makes the series unusable: two texts of one day, a text that is
 * missing, an amendment of a row that is not there.
 */
export function stepsOf(texts: readonly DatedText[], of: string | null): { steps: Step[]; flaws: string[] } {
  const flaws: string[] = []
  const order = texts
    .flatMap((t) => [
      ...(t.text !== null && t.text.id === of ? [{ ...t, amendment: null }] : []),
      ...t.amendments
        .filter((a) => a.of === of && a.changes.length + a.unread.length > 0)
        .map((amendment) => ({ ...t, day: amendment.day, original: false, amendment })),
    ])
    .sort((a, b) => (rank(a) < rank(b) ? -1 : 1))
  const known = new Set(texts.map((t) => t.id))
  const steps: Step[] = []
  for (const [i, { file, day, exact, original, text, until, amendment }] of order.entries()) {
    const before = steps.at(-1)
    const next = order.slice(i + 1).find((o) => o.day > day)
    const base = { file, of, day, exact, original, next: next?.exact ? next.day : null }
    const isLast = order[i + 1]?.day !== day
    if (amendment === null) {
      if (before?.day === day && !before.amendment) flaws.push(`${before.file} and ${file} are two texts of ${day}`)
      if (until !== null && next && next.day !== until)
        flaws.push(`the text of ${until}, which follows ${file}, is missing`)
      steps.push({ ...base, isLast, amendment, items: text!.items, doubtful: new Set(), loose: false })
      continue
    }
    const loose = before === undefined ? of === null : before.loose
    if (!before && of !== null) flaws.push(`${of}, which ${file} amends, is missing`)
    for (const needs of amendment.after)
      if (!known.has(needs) && needs.slice(-8, -4) >= order[0]!.day.slice(0, 4))
        flaws.push(`${needs}, which ${file} names as an earlier amendment, is missing`)
    let items = before?.items ?? []
    const lost: Change[] = []
    for (const change of loose ? [] : amendment.changes) {
      const after = apply(items, change)
      if (!after && change.does === 'text') lost.push(change)
      else if (!after) flaws.push(`${file}, ${change.point}: ${change.part} has no row "${change.row ?? ''}" to change`)
      items = after ?? items
    }
    const doubtful = new Set(amendment.unread.length > 0 ? items.map((item) => item.part) : before?.doubtful)
    for (const { does, part } of amendment.changes) if (does === 'replace') doubtful.delete(part)
    for (const { part } of lost) doubtful.add(part)
    const unread = [...amendment.unread, ...lost.map(({ point, row }) => ({ point, words: row }))]
    const applied = { ...amendment, unread, changes: amendment.changes.filter((change) => !lost.includes(change)) }
    steps.push({ ...base, isLast, amendment: applied, items, doubtful, loose })
  }
  return { steps, flaws }
}

const rank = ({ day, amendment, file }: { day: Day; amendment: Amendment | null; file: string }) =>
  `${day} ${amendment === null ? 0 : 1} ${file}`

/** Some laws of a series on a day, with the file that made them so. @throws {NotOfficial} if it is unusable */
export function statesOn(
  texts: readonly DatedText[],
  on: Day,
  isWanted: (law: string) => boolean,
): { file: string; text: OfficialText; day: Day }[] {
  const laws = new Set(texts.flatMap(({ text }) => text?.id ?? []))
  return [...laws].filter(isWanted).flatMap((id) => {
    const { steps, flaws } = stepsOf(texts, id)
    const last = steps.filter((step) => step.day <= on).at(-1)
    if (last === undefined || last.items.length === 0) return []
    if (flaws.length > 0) throw new NotOfficial(flaws.join('; '), 'a whole series')
    const text = { id, format: 'Markdown', day: last.day, items: last.items, repealed: 0 } as const
    return [{ file: last.file, text, day: last.day }]
  })
}

/** The rows after a change; null if it speaks of a row or part that is not there. */
function apply(items: readonly OfficialItem[], { part, does, items: given, row }: Change): OfficialItem[] | null {
  if (does === 'replace') return [...items.filter((item) => item.part !== part), ...given]
  if (!items.some((item) => item.part === part)) return null
  if (does === 'add') return [...items, ...given]
  const wanted = comparableName(row ?? '')
  const isOwn = ({ part: of, words }: OfficialItem) =>
    of === part &&
    words.split(' | ').some((cell) => {
      const own = comparableName(cell)
      return does === 'text' ? own.includes(wanted) : own === wanted
    })
  return !items.some(isOwn) ? null : does === 'remove' ? items.filter((item) => !isOwn(item)) : [...items]
}
