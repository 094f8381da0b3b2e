import { addCounts, jsonLines, noCounts, type ComparedLine, type Source } from '../../batch/index.js'
import { wilson } from '../../impact/index.js'
import { isControlled } from '../../matching/index.js'
import {
  becomesControlled,
  becomesUndecided,
  isChanged,
  type ChangeCounts,
  type ComparedFile,
  type ComparedMove,
  type ComparedRow,
  type ComparedVerdict,
} from '../../report/index.js'
import { CannotRun, type Host, type Stop } from '../host.js'
import { hashOf, openCollection, checkRows } from '../input/collection.js'
import type { FileChoice, Options } from '../options.js'
import { runWork } from '../run/run-work.js'
import { compareResults } from './compare-results.js'
import type { FileSet } from './file-set.js'
import { RaceTally } from './race-tally.js'
import { RowSpool, type SpooledRow } from './row-spool.js'
import { impactErrors } from '../impact-errors.js'
import type { Scenarios } from './scenarios.js'

const noneOf = () => ({ rows: 0, controlled: 0, undecided: 0 })

/** Counts the rows of a comparison in constant memory, and keeps those that are written. */
export class GatheredRows {
  total = 0
  readonly counts = noCounts()
  /** What rows become, for `--fail-on`. */
  readonly became = new Set<string>()
  readonly race = new RaceTally()
  readonly #spool = new RowSpool()
  readonly #becomes = { controlled: 0, undecided: 0 }
  readonly #changes = {
    changed: 0,
    controlled: 0,
    free: 0,
    unsure: 0,
    added: noneOf(),
    gone: noneOf(),
  } satisfies ChangeCounts

  /** @param set counts the rows as a set, too */
  constructor(readonly set: FileSet | null) {}

  async add(row: ComparedRow | ComparedLine): Promise<void> {
    if (row.race) this.race.add({ id: row.ref.id, race: row.race })
    await this.set?.add(row as ComparedLine)
    this.#count(row)
    if (becomesControlled(row)) this.#becomes.controlled++
    if (becomesUndecided(row)) this.#becomes.undecided++
    await this.#spool.add(row)
  }

  rows(): AsyncIterable<SpooledRow> {
    return this.#spool.rows()
  }

  async file(names: readonly string[]): Promise<ComparedFile> {
    const { before, after } = this.counts
    const kinds = Object.keys(before) as ComparedVerdict[]
    const files: { file: string; sha256: string | null }[] = []
    for (const file of names) files.push({ file, sha256: await hashOf(file) })
    return {
      files,
      counts: Object.fromEntries(
        kinds.map((kind) => [kind, { before: before[kind], after: after[kind] }]),
      ) as ComparedFile['counts'],
      total: this.total,
      changes: this.#changes,
      becomes: { ...this.#becomes, interval: wilson(this.#becomes.controlled, this.total - after.unreadable) },
      set: this.set?.impact(files[0]!.sha256) ?? null,
      rows: () => this.rows(),
    }
  }

  close(): Promise<void> {
    return this.#spool.close()
  }

  #count(row: ComparedRow): void {
    const { before, after, moves } = row
    if (after !== null && (before === null || (moves.length === 0 && isChanged(row)))) this.became.add(after)
    for (const { to } of moves) if (to !== null) this.became.add(to)
    if (before === null || after === null) {
      const [kind, verdict] = before === null ? (['added', after!] as const) : (['gone', before] as const)
      this.#changes[kind].rows++
      if (isControlled(verdict)) this.#changes[kind].controlled++
      if (verdict === 'undecided') this.#changes[kind].undecided++
      return
    }
    if (!isChanged(row)) return
    this.#changes.changed++
    const some = (is: (move: ComparedMove) => boolean) => moves.some(is)
    if (some((m) => isControlled(m.to!) && m.from === 'uncontrolled')) this.#changes.controlled++
    if (some((m) => isControlled(m.from!) && m.to === 'uncontrolled')) this.#changes.free++
    if (some((m) => (m.from === 'undecided') !== (m.to === 'undecided'))) this.#changes.unsure++
  }
}

/**
 * Judges each row of a file in both scenarios.
 * @param file a file, or what is read already
 * @param wanted which rows are kept; see `CompareSetup`
 * @returns the signal that ended this early
 * @throws {CannotRun} when the file cannot be read on
 */
export async function gatherRows(
  file: string | Source,
  options: Options,
  { before, after, sameRecords, across, assumedFrom, added }: Scenarios,
  wanted: 'all' | 'notable',
  gathered: GatheredRows,
  host: Host,
): Promise<Stop | null> {
  const source = typeof file === 'string' ? openCollection(file, options, host) : file
  const { rows, stopped } = await runWork({
    source,
    speed: options,
    edition: before.law.edition,
    other: after.law === before.law ? null : after.law.edition,
    setup: {
      kind: 'compare',
      before: before.query,
      after: after.query,
      sameRecords,
      across,
      screen: options.screen,
      rows: wanted,
      assumedFrom,
      draft: gathered.set && added && { code: added.code, rule: added.rule.id },
    },
    host,
    counted: ({ compared }) => addCounts(gathered.counts, compared!),
    async write(bytes) {
      for (const row of jsonLines<ComparedLine>(bytes)) {
        if (row.notADay !== undefined)
          throw new CannotRun(impactErrors.badDay(source.file, `row ${row.ref.index}`, row.notADay))
        await gathered.add(row)
      }
    },
  })
  gathered.total = rows
  if (stopped === null) checkRows(rows, [source.file], options)
  return stopped
}

/** Sets the rows of two result files side by side. */
export async function gatherResults(
  files: readonly [first: string, second: string],
  options: FileChoice,
  gathered: GatheredRows,
  host: Host,
): Promise<null> {
  const rows = { before: 0, after: 0 }
  for await (const row of compareResults(...files, options, host)) {
    gathered.total++
    for (const side of ['before', 'after'] as const) {
      const verdict = row[side]
      if (verdict === null) continue
      rows[side]++
      gathered.counts[side][verdict]++
    }
    await gathered.add(row)
  }
  checkRows(rows.before, [files[0]], options)
  checkRows(rows.after, [files[1]], options)
  return null
}
