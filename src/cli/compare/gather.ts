import {
  jsonLines,
  type ComparedLine,
  type CompareSetup,
  addCounts,
  noCounts,
  type ComparedCounts,
} from '../../batch/index.js'
import { wilson } from '../../impact/index.js'
import {
  becomesControlled,
  becomesUndecided,
  type ComparedFile,
  type ComparedRow,
  type ComparedVerdict,
  isChanged,
  type ChangeCounts,
  type ComparedMove,
} from '../../report/index.js'
import { impactErrors } from '../../report/documents.js'
import { CannotRun } from '../cannot-run.js'
import type { Host, Stop } from '../host.js'
import { hashOf, openCollection } from '../input/collection.js'
import { checkRows } from '../input/no-rows.js'
import type { FileChoice, Options } from '../options.js'
import { compareResults } from './compare-results.js'
import { FileSet, type Measuring } from './file-set.js'
import { RaceTally } from './race-tally.js'
import type { RowSpool } from './row-spool.js'
import type { Scenarios } from './scenarios.js'
import type { Day } from '../../law/index.js'
import { runWork } from '../run/run-work.js'
import { isControlled } from '../../matching/index.js'

interface GatheredRows {
  readonly file: ComparedFile
  /** What rows become; for `--fail-on`. */
  readonly became: ReadonlySet<string>
  readonly race: RaceTally
  readonly stopped: Stop | null
}

/** Compares all rows of a file, and keeps those wanted in a spool. */
export async function gatherRows(
  file: string,
  options: Options,
  { measuring, ...asked }: GatherQuestion,
  spool: RowSpool,
  host: Host,
): Promise<GatheredRows> {
  const tally = new RowTally(spool)
  const race = new RaceTally()
  const set = measuring && (await FileSet.of(file, measuring))
  const take = async (row: ComparedLine) => {
    if (row.notADay !== undefined) throw new CannotRun(impactErrors.badDay(file, `row ${row.ref.index}`, row.notADay))
    if (row.race) race.add({ id: row.ref.id, race: row.race })
    await set?.add(row)
    await tally.add(row)
  }
  const { rows, counts, stopped } = await compareRows(file, options, asked, host, take)
  if (stopped === null) checkRows(rows, [file], options)
  const own = await tally.file([file], rows, counts)
  const { sha256 } = own.files[0]!
  return { file: { ...own, set: set?.impact(sha256) ?? null }, became: tally.became, race, stopped }
}

export async function gatherResults(
  files: readonly [first: string, second: string],
  options: FileChoice,
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

interface GatherQuestion {
  readonly scenarios: Scenarios
  readonly wanted: RowSelection
  /** Counts the rows as a set, too. */
  readonly measuring: Measuring | null
}

interface RowSelection {
  /** See `CompareSetup`. */
  readonly rows: 'all' | 'notable'
  readonly assumedFrom: Day | null
  readonly draft: CompareSetup['draft']
}

interface ComparedRows {
  readonly rows: number
  readonly counts: ComparedCounts
  readonly stopped: Stop | null
}

/**
 * Judges each row of a file in both scenarios and hands on those wanted, in order and in constant memory.
 * @throws {CannotRun} when the file cannot be read on
 */
async function compareRows(
  file: string,
  options: Options,
  { scenarios, wanted }: Omit<GatherQuestion, 'measuring'>,
  host: Host,
  take: (row: ComparedLine) => Promise<void>,
): Promise<ComparedRows> {
  const { source, chunks } = openCollection(file, options, host)
  const { before, after } = scenarios
  const counts = noCounts()
  const { rows, stopped } = await runWork({
    source: { ...source, chunks },
    speed: options,
    edition: before.law.edition,
    other: after.law === before.law ? null : after.law.edition,
    setup: {
      kind: 'compare',
      before: before.query,
      after: after.query,
      sameRecords: scenarios.sameRecords,
      across: scenarios.across,
      screen: options.screen,
      ...wanted,
    },
    host,
    counted: ({ compared }) => addCounts(counts, compared!),
    async write(bytes) {
      for (const row of jsonLines<ComparedLine>(bytes)) await take(row)
    },
  })
  return { rows, counts, stopped }
}

const noneOf = () => ({ rows: 0, controlled: 0, undecided: 0 })

/** Counts rows that change, and notes what they become, for `--fail-on`. */
class ChangeTally {
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
