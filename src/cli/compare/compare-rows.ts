import {
  addCounts,
  noCounts,
  type CompareSetup,
  type ComparedCounts,
  type ComparedLine,
} from '../../batch/compare/compare-setup.js'
import type { Day } from '../../law/index.js'
import type { Host, Stop } from '../host.js'
import { openCollection, type ColumnOptions } from '../input/collection.js'
import { runWork } from '../run/run-work.js'
import type { SpeedOptions } from '../run/speed-options.js'
import type { Scenarios } from './scenarios.js'

export interface RowSelection {
  /** See `CompareSetup`. */
  readonly rows: 'all' | 'notable'
  readonly assumedFrom: Day | null
  readonly draft: CompareSetup['draft']
}

export interface ComparedRows {
  readonly rows: number
  readonly counts: ComparedCounts
  /** The signal that ended the run early. */
  readonly stopped: Stop | null
}

/**
 * Judges each row of a file in both scenarios and hands on those wanted, in order and in constant memory.
 * @throws {CannotRun} when the file cannot be read on
 */
export async function compareRows(
  file: string,
  options: ColumnOptions & SpeedOptions,
  scenarios: Scenarios,
  wanted: RowSelection,
  host: Host,
  take: (row: ComparedLine) => Promise<void>,
): Promise<ComparedRows> {
  const { source, chunks } = openCollection(file, options, host)
  const { before, after } = scenarios
  const counts = noCounts()
  const decoder = new TextDecoder()
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
      const text = decoder.decode(bytes)
      let begin = 0
      for (let end = text.indexOf('\n'); end >= 0; begin = end + 1, end = text.indexOf('\n', begin))
        await take(JSON.parse(text.slice(begin, end)) as ComparedLine)
    },
  })
  return { rows, counts, stopped }
}
