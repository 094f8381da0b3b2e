import type { Replay, Replayed, ReplayedStep, Unrecorded } from '../official/replay.js'
import { daysLater } from '../../law/index.js'
import { cut, heading, items, section, table, text, type Block } from '../../report/documents.js'

const mostShown = 160

/** The report for readers: each text with what it changed, then what the records have otherwise. */
export function replayBlocks(r: Replay): Block[] {
  const of = (finding: Replayed['finding']) => r.entries.filter((e) => e.finding === finding)
  const contradicted = of('contradicts')
  const open = contradicted.filter((e) => !isExplained(e))
  const unread = r.steps.flatMap(({ step }) =>
    (step.amendment?.unread ?? []).map(
      ({ point, words }) =>
        `${step.file}, ${point} (${step.day}): ${words === null ? 'not in this copy' : `"${cut(words, mostShown)}"`}`,
    ),
  )
  return [
    heading(`${r.jurisdiction}: ${r.steps.length} texts and amendments`, 1),
    ...table(
      ['Day', 'Text', 'Rows', 'Points', 'In', 'Out', 'Moved', 'Renamed'],
      r.steps.map((s) => [s.step.day, s.step.file, s.rows, points(s), ...counts(s)]),
    ),
    text(
      `${of('agrees').length} entries agree with the records, ${of('narrower').length} are narrower in the texts, ` +
        `${of('late').length} are missing from a copy and stand in a later one, ${contradicted.length} contradict ` +
        `them (${contradicted.length - open.length} with a note on the day or after a point that was not applied). ` +
        `${r.missing.length} printed rows have no record. ${unread.length} points could not be applied.`,
    ),
    ...section(`Contradicted (${open.length})`, items(open.map(entryLine))),
    ...section(
      'Contradicted, with a note on the day or after a point that was not applied',
      items(contradicted.filter(isExplained).map(entryLine)),
    ),
    ...section(`Narrower (${of('narrower').length})`, items(of('narrower').map(entryLine))),
    ...section(`In a later copy (${of('late').length})`, items(of('late').map(entryLine))),
    ...section(`Without a record (${r.missing.length})`, items(r.missing.map(missingLine))),
    ...section(`Not applied (${unread.length})`, items(unread)),
    ...section('Not part of a recorded list', items(r.apart.map(({ file, why }) => `${file}: ${why}`))),
  ]
}

/** A note explains the days that it names; an entry is in a text up to the day before it left. */
function isExplained({ entry, doubtful, days }: Replayed): boolean {
  const notes = [entry, ...entry.periods].map(({ note = '' }) => note).join(' ')
  return doubtful || days.some(({ day }) => notes.includes(day) || notes.includes(daysLater(day, 1)))
}

function points({ step: { amendment } }: ReplayedStep): string {
  if (amendment === null) return ''
  const { changes, elsewhere, unread } = amendment
  const others = [
    ...(elsewhere > 0 ? [`${elsewhere} elsewhere`] : []),
    ...(unread.length > 0 ? [`${unread.length} not`] : []),
  ]
  return [`${changes.length} applied`, ...others].join(', ')
}

const counts = ({ came, left, moved, renamed }: ReplayedStep): string[] =>
  [came, left, moved, renamed].map((all) => String(all.length))

function entryLine({ list, entry, days, periods }: Replayed): string {
  const first = days[0]!
  const more = days.length > 1 ? ` and ${days.length - 1} other days` : ''
  const spans = periods.map(
    (p) => `${p.from ?? `${p.not_before ?? '...'} to ${p.in_force_by}`} until ${p.until ?? 'now'}`,
  )
  return (
    `${list.id} ${entry.substance} (${entry.name_in_law}): on ${first.day}${more} ` +
    `${first.is ? 'in' : 'not in'} the text, recorded as ${first.recorded}; ` +
    `by the texts ${spans.join(', ') || 'never in force'}`
  )
}

function missingLine({ item, from, last }: Unrecorded): string {
  return `${item.part}: "${cut(item.words, mostShown)}", ${from === last ? from : `${from} to ${last}`}`
}

/** As data: every text, and the periods of the entries that the records have otherwise, for their correction. */
export function replayJson(r: Replay): Record<string, unknown> {
  return {
    replay_of: r.jurisdiction,
    texts: r.steps.map((s) => ({
      file: s.step.file,
      of: s.step.of,
      day: s.step.day,
      rows: s.rows,
      came: s.came.map((e) => e.substance),
      left: s.left.map((e) => e.substance),
      moved: s.moved.map((e) => e.substance),
      renamed: s.renamed.map(({ entry, before, now }) => ({ substance: entry.substance, before, now })),
      not_applied: s.step.amendment?.unread ?? [],
    })),
    entries: r.entries
      .filter((e) => e.finding !== 'agrees')
      .map(({ list, entry, finding, days, periods }) => ({
        list: list.id,
        substance: entry.substance,
        finding,
        days,
        periods,
        recorded: entry.periods,
      })),
    missing: r.missing.map(({ item, from, last }) => ({ part: item.part, words: item.words, from, last })),
    apart: r.apart,
  }
}
