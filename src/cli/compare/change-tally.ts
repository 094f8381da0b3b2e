import { isControlled } from '../../matching/index.js'
import { isChanged, type ChangeCounts, type ComparedMove, type ComparedRow } from '../../report/index.js'

const noneOf = () => ({ rows: 0, controlled: 0, undecided: 0 })

/** Counts rows that change, and notes what they become, for `--fail-on`. */
export class ChangeTally {
  readonly counts = {
    changed: 0,
    controlled: 0,
    free: 0,
    unsure: 0,
    added: noneOf(),
    gone: noneOf(),
  } satisfies ChangeCounts
  readonly became = new Set<string>()

  add(row: ComparedRow): void {
    const { before, after, moves } = row
    if (after !== null && (before === null || (moves.length === 0 && isChanged(row)))) this.became.add(after)
    for (const { to } of moves) if (to !== null) this.became.add(to)
    if (before === null || after === null) {
      const [kind, verdict] = before === null ? (['added', after!] as const) : (['gone', before] as const)
      this.counts[kind].rows++
      if (isControlled(verdict)) this.counts[kind].controlled++
      if (verdict === 'undecided') this.counts[kind].undecided++
      return
    }
    if (!isChanged(row)) return
    this.counts.changed++
    const some = (is: (move: ComparedMove) => boolean) => moves.some(is)
    if (some((m) => isControlled(m.to!) && m.from === 'uncontrolled')) this.counts.controlled++
    if (some((m) => isControlled(m.from!) && m.to === 'uncontrolled')) this.counts.free++
    if (some((m) => (m.from === 'undecided') !== (m.to === 'undecided'))) this.counts.unsure++
  }
}
