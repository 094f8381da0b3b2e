import type { ComparedLine } from '../../batch/compare/compare-setup.js'
import { wilson } from '../../impact/index.js'
import { becomesControlled, becomesUndecided, type ComparedFile } from '../../report/index.js'
import { CannotRun } from '../cannot-run.js'
import type { Host, Stop } from '../host.js'
import { hashOf, type ColumnOptions } from '../input/collection.js'
import { checkRows } from '../input/no-rows.js'
import type { SpeedOptions } from '../run/speed-options.js'
import { compareRows, type RowSelection } from './compare-rows.js'
import { FileSet, type Measuring } from './file-set.js'
import { RaceTally } from './race-tally.js'
import type { RowSpool } from './row-spool.js'
import type { Scenarios } from './scenarios.js'

export interface GatheredRows {
  readonly file: ComparedFile
  readonly race: RaceTally
  readonly columnFound: boolean
  readonly stopped: Stop | null
}

/**
 * Compares all rows of a file, and keeps those wanted in a spool.
 * @param measuring counts them as a set, too
 */
export async function gather(
  file: string,
  options: ColumnOptions & SpeedOptions,
  scenarios: Scenarios,
  wanted: RowSelection,
  measuring: Measuring | null,
  spool: RowSpool,
  host: Host,
): Promise<GatheredRows> {
  const race = new RaceTally()
  const set = measuring && (await FileSet.of(file, measuring))
  let moved = 0
  const become = { controlled: 0, undecided: 0 }
  const take = async (row: ComparedLine) => {
    if (row.notADay !== undefined)
      throw new CannotRun(
        `${file} row ${row.ref.index}: first_seen is ${JSON.stringify(row.notADay)}; expected YYYY, YYYY-MM or YYYY-MM-DD`,
      )
    if (row.moves.length > 0) moved++
    if (row.race) race.add({ id: row.ref.id, race: row.race })
    if (becomesControlled(row)) become.controlled++
    if (becomesUndecided(row)) become.undecided++
    await set?.add(row)
    await spool.add(row)
  }
  const { rows, counts, stopped } = await compareRows(file, options, scenarios, wanted, host, take)
  if (stopped === null) checkRows(rows, [file], options)
  const kinds = ['listed', 'class', 'undecided', 'uncontrolled', 'unreadable'] as const
  const totals = Object.fromEntries(
    kinds.map((kind) => [kind, { before: counts.before[kind], after: counts.after[kind] }]),
  ) as ComparedFile['counts']
  const sha256 = await hashOf(file)
  return {
    file: {
      file,
      sha256,
      counts: totals,
      total: rows,
      moved,
      becomes: { ...become, interval: wilson(become.controlled, rows - counts.after.unreadable) },
      set: set?.impact(sha256) ?? null,
      rows: () => spool.rows(),
    },
    race,
    columnFound: counts.columnFound,
    stopped,
  }
}
