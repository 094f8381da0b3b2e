import { noCounts, type ComparedCounts, type ComparedLine } from '../../batch/compare/compare-setup.js'
import { wilson } from '../../impact/index.js'
import {
  becomesControlled,
  becomesUndecided,
  type ComparedFile,
  type ComparedRow,
  type ComparedVerdict,
} from '../../report/index.js'
import { CannotRun } from '../cannot-run.js'
import type { Host, Stop } from '../host.js'
import { hashOf, type ColumnOptions } from '../input/collection.js'
import { checkRows } from '../input/no-rows.js'
import type { SpeedOptions } from '../run/speed-options.js'
import { ChangeTally } from './change-tally.js'
import { compareResults } from './compare-results.js'
import { compareRows, type RowSelection } from './compare-rows.js'
import { FileSet, type Measuring } from './file-set.js'
import { RaceTally } from './race-tally.js'
import type { RowSpool } from './row-spool.js'
import type { Scenarios } from './scenarios.js'

export interface GatheredRows {
  readonly file: ComparedFile
  /** What rows become; for `--fail-on`. */
  readonly became: ReadonlySet<string>
  readonly race: RaceTally
  readonly stopped: Stop | null
}

/**
 * Compares all rows of a file, and keeps those wanted in a spool.
 * @param measuring counts them as a set, too
 */
export async function gatherRows(
  file: string,
  options: ColumnOptions & SpeedOptions,
  scenarios: Scenarios,
  wanted: RowSelection,
  measuring: Measuring | null,
  spool: RowSpool,
  host: Host,
): Promise<GatheredRows> {
  const tally = new RowTally(spool)
  const race = new RaceTally()
  const set = measuring && (await FileSet.of(file, measuring))
  const take = async (row: ComparedLine) => {
    if (row.notADay !== undefined)
      throw new CannotRun(
        `${file} row ${row.ref.index}: first_seen is ${JSON.stringify(row.notADay)}; expected YYYY, YYYY-MM or YYYY-MM-DD`,
      )
    if (row.race) race.add({ id: row.ref.id, race: row.race })
    await set?.add(row)
    await tally.add(row)
  }
  const { rows, counts, stopped } = await compareRows(file, options, scenarios, wanted, host, take)
  if (stopped === null) checkRows(rows, [file], options)
  const own = await tally.file([file], rows, counts)
  const { sha256 } = own.files[0]!
  return {
    file: { ...own, set: set?.impact(sha256) ?? null },
    became: tally.became,
    race,
    stopped,
  }
}

/** Compares the rows of two result files. */
export async function gatherResults(
  files: readonly [first: string, second: string],
  options: ColumnOptions,
  spool: RowSpool,
  host: Host,
): Promise<GatheredRows> {
  const tally = new RowTally(spool)
  const counts = noCounts()
  const rows = { before: 0, after: 0, all: 0 }
  for await (const row of compareResults(...files, options, host)) {
    rows.all++
    for (const side of ['before', 'after'] as const) {
      const verdict = row[side]
      if (verdict === null) continue
      rows[side]++
      counts[side][verdict]++
    }
    await tally.add(row)
  }
  checkRows(rows.before, [files[0]], options)
  checkRows(rows.after, [files[1]], options)
  return {
    file: { ...(await tally.file(files, rows.all, counts)), set: null },
    became: tally.became,
    race: new RaceTally(),
    stopped: null,
  }
}

class RowTally {
  readonly #changes = new ChangeTally()
  readonly #become = { controlled: 0, undecided: 0 }

  constructor(readonly spool: RowSpool) {}

  get became(): ReadonlySet<string> {
    return this.#changes.became
  }

  async add(row: ComparedRow): Promise<void> {
    this.#changes.add(row)
    if (becomesControlled(row)) this.#become.controlled++
    if (becomesUndecided(row)) this.#become.undecided++
    await this.spool.add(row)
  }

  async file(
    files: readonly string[],
    total: number,
    { before, after }: ComparedCounts,
  ): Promise<Omit<ComparedFile, 'set'>> {
    const kinds = Object.keys(before) as ComparedVerdict[]
    const hashed: { file: string; sha256: string | null }[] = []
    for (const file of files) hashed.push({ file, sha256: await hashOf(file) })
    return {
      files: hashed,
      counts: Object.fromEntries(
        kinds.map((kind) => [kind, { before: before[kind], after: after[kind] }]),
      ) as ComparedFile['counts'],
      total,
      changes: this.#changes.counts,
      becomes: { ...this.#become, interval: wilson(this.#become.controlled, total - after.unreadable) },
      rows: () => this.spool.rows(),
    }
  }
}
