import type { Tally, Screening, Progress, Position, FileSink } from '../../batch/index.js'
import type { lockOutput } from './lock.js'
import type { Ledger } from './run-journal.js'
import type { Plan } from './run-plan.js'

export interface JournalParts {
  readonly ledger: Ledger
  readonly lock: ReturnType<typeof lockOutput> | null
  readonly tally: Tally
  readonly screening: Screening
  readonly progress: Progress
}

/**
 * Keeps the journal of a run up to date with its output.
 * @param file the output, if it can be continued from a journal
 */
export function keeperOf(
  file: FileSink | null,
  { from }: Plan,
  { ledger, lock, tally, screening, progress }: JournalParts,
) {
  let next = from
  let columns = ledger.begun?.columns ?? null
  // Rows continue while the disk syncs what an entry vouches for.
  let kept = Promise.resolve()
  let keeping = false
  /** Writes an entry for what is on disk; waits until it is written. */
  const keep = (done: boolean): Promise<void> => {
    if (!file) return kept
    const entry = structuredClone({ next, columns, done, tally: tally.data, screening: screening.data })
    keeping = true
    kept = Promise.all([file.flush(done), kept]).then(([flushed]) => ledger.keep({ ...entry, ...flushed }))
    kept.finally(() => (keeping = false)).catch(() => {})
    return kept
  }
  return {
    keep,
    /** Called after rows are written: notes where they end, and writes an entry if one is due. */
    async mark(position: Position, header: readonly string[] | null) {
      next = position
      columns = header
      progress.tick()
      lock?.beat()
      if (!ledger.due || keeping) return
      await kept
      void keep(false)
    },
  }
}
