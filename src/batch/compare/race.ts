import type { Reader } from '../../chem/index.js'
import type { Day } from '../../law/index.js'
import {
  daysNotControlled,
  historyOf,
  lastDayOf,
  unchangedAfter,
  type LawIndex,
  type Query,
} from '../../matching/index.js'
import type { ComparedRow } from '../../report/index.js'

/** A law with its query. */
interface AskedLaw {
  readonly law: LawIndex
  readonly query: Query
}

export interface RaceSides {
  readonly before: AskedLaw
  readonly after: AskedLaw
  /** The day from which rules of the second side only count; null if there are none. */
  readonly assumedFrom: Day | null
}

/**
 * Days on which a structure was uncontrolled, and undecided, on each side, from the first sighting to the later of the two
 * days; the law of the earlier day is assumed to continue. Null if the sighting is not a day.
 */
export function raceOf(
  firstSeen: string,
  text: string,
  { before, after, assumedFrom }: RaceSides,
  reader: Reader,
): ComparedRow['race'] {
  const from = lastDayOf(firstSeen)
  if (from === null) return null
  const days = ({ law, query }: AskedLaw, start: Day, end: Day) =>
    reader.read(text, (structure) =>
      daysNotControlled(unchangedAfter(historyOf(structure, law, query), query.asOf), start, end),
    )
  const end = before.query.asOf > after.query.asOf ? before.query.asOf : after.query.asOf
  const turn = assumedFrom === null ? from : assumedFrom > from ? assumedFrom : from
  const unchanged = turn < end ? turn : end
  const first = days(before, from, end)
  const [second, third] = [days(before, from, unchanged), days(after, unchanged, end)]
  return {
    firstSeen,
    from,
    before: first.uncontrolled,
    after: second.uncontrolled + third.uncontrolled,
    undecided: { before: first.undecided, after: second.undecided + third.undecided },
  }
}
