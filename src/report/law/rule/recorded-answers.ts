import type { RecordedReading, Rule } from '../../../law/index.js'
import { items, section, text, type Block } from '../../document/model.js'
import { patternWords } from '../patterns.js'

/** Recorded readings that answer questions of these rules: what each rests on, and how to answer otherwise. */
export function recordedAnswers(
  code: string,
  rules: readonly Rule[],
  readings: readonly RecordedReading[] = [],
): Block[] {
  const own = readings.filter((r) => r.answers.some((place) => rules.some(({ id }) => place.startsWith(`${id}/`))))
  const first = own[0]
  if (first === undefined) return []
  return section('Answers by recorded readings', [
    ...items(own.flatMap(readingLines)),
    text(
      `Without them (--readings none) these questions stay open. --position "${code.toLowerCase()}/${first.id}=no" ` +
        'turns one; "coverage questions" lists all, with how much depends on each.',
    ),
  ])
}

function readingLines(reading: RecordedReading): string[] {
  const { reads, covers, proved_by: proofs = [], basis, cite, subject } = reading
  const shown = proofs.map(({ change, members }) => `${change} (${members.join(', ')})`)
  return [
    `${reads} ${covers ? 'Covered' : 'Not covered'}, ${ground(reading)}: ${basis} (${cite})`,
    ...(shown.length > 0 ? [`Named members show: ${shown.join('; ')}`] : []),
    ...patternWords('Decides', subject.reaches ?? []),
    ...patternWords('Leaves open', subject.unless),
  ]
}

/** "by the examples of the item", "as read by Health Canada, 2010-01-25 (status decision, not binding)". */
function ground({ kind, authority, day, seen }: RecordedReading): string {
  if (kind === 'examples') return 'by the examples of the item'
  if (kind === 'earlier text') return 'as continued from an earlier text'
  if (kind === 'fact') return 'by a recorded fact'
  const unseen = seen === 'second hand' ? '; seen at second hand, decides nothing unless --readings all' : ''
  return `as read by ${authority}, ${day ?? 'day not seen'} (${kind}, not binding${unseen})`
}
