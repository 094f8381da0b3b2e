import type { RacedRow, RaceTotals } from '../../report/index.js'
import type { Scenarios } from './scenarios.js'
import { count } from '../../remembered.js'

/** Rows that are kept, those with the longest times. */
const most = 1000

type Side = 'before' | 'after'

/** Counts days uncontrolled, row by row, in constant memory. */
export class RaceTally {
  #rows = 0
  #longest: { readonly at: number; readonly row: RacedRow }[] = []
  readonly #undecided = { before: 0, after: 0 }
  /** How many rows have a number of days. */
  readonly #days: Readonly<Record<Side, Map<number, number>>> = { before: new Map(), after: new Map() }

  add(row: RacedRow): void {
    this.#longest.push({ at: this.#rows++, row })
    if (this.#longest.length === 2 * most) this.#longest = longestOf(this.#longest)
    for (const side of ['before', 'after'] as const) {
      count(this.#days[side], row.race[side])
      this.#undecided[side] += row.race.undecided[side]
    }
  }

  /** Rows with the longest times, in the order in which they came. */
  get raced(): RacedRow[] {
    return longestOf(this.#longest)
      .sort((a, b) => a.at - b.at)
      .map(({ row }) => row)
  }

  totals({ before, after, assumedFrom }: Scenarios): RaceTotals | null {
    if (this.#rows === 0) return null
    const { asOf } = before.query
    return {
      substances: this.#rows,
      before: { ...sums(this.#days.before, this.#rows), undecided: this.#undecided.before },
      after: { ...sums(this.#days.after, this.#rows), undecided: this.#undecided.after },
      assumedFrom,
      until: asOf > after.query.asOf ? asOf : after.query.asOf,
    }
  }
}

function longestOf<R extends { readonly row: RacedRow }>(rows: readonly R[]): R[] {
  return [...rows]
    .sort((a, b) => b.row.race.before - a.row.race.before || b.row.race.after - a.row.race.after)
    .slice(0, most)
}

function sums(days: ReadonlyMap<number, number>, rows: number): Pick<RaceTotals['before'], 'total' | 'median'> {
  const sorted = [...days].sort(([a], [b]) => a - b)
  /** The number of days of the row at a place in their order. */
  const at = (place: number) => {
    let before = 0
    return sorted.find(([, count]) => (before += count) > place)![0]
  }
  return {
    total: sorted.reduce((sum, [number, count]) => sum + number * count, 0),
    median: (at(Math.floor((rows - 1) / 2)) + at(Math.floor(rows / 2))) / 2,
  }
}
