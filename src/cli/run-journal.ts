import { existsSync, statSync } from 'node:fs'
import { difference, readJournal, removeJournal, stampOf, writeJournal, type Journal, type Position, type RunIdentity } from '../batch/index.js'
import type { LawIndex, Query } from '../matching/index.js'
import type { BatchFile } from './batch-files.js'
import type { BatchOptions } from './batch.js'
import { CannotRun } from './cannot-run.js'

/** Time between two entries, the first sooner: what a run that is killed may have to do again. */
const everyMs = 2000
const soonerMs = 200

type Entry = Pick<Journal, 'next' | 'columns' | 'done' | 'bytes' | 'tally' | 'screening'>

/** The journal of one run; without an output file it keeps nothing. */
export interface Ledger {
  /** How far an earlier run came, when this one takes it up. */
  readonly begun: Journal | null
  /** The query, on the day of the earlier run where no other is asked. */
  readonly query: Query
  /** What a message of failure adds. */
  readonly hint: string
  /** True when it is time for an entry. */
  readonly due: boolean
  start(from: Position): void
  keep(entry: Entry): Promise<void>
  /** The run is complete: the journal stays only where something will ask for it. */
  end(): void
}

/** @throws {CannotRun} where the output is another run's, or cannot be taken up */
export function beginJournal(files: readonly BatchFile[], options: BatchOptions, format: string, query: Query, law: LawIndex): Ledger {
  const { output } = options
  if (output === undefined || format === 'parquet' || format === 'html' || !isFile(output)) return { begun: null, query, hint: '', due: false, start: () => {}, keep: async () => {}, end: () => {} }
  const found = readJournal(output)
  const asked = options.resume && options.asOf === undefined && found ? { ...query, asOf: found.run.asOf } : query
  const run = identityOf(files, options, format, asked, law)
  const begun = options.resume ? takenUp(found, run, options, output) : null
  if (!options.resume && found && !found.done && found.next.index > found.first) {
    throw new CannotRun(`${output} holds a run that was not finished (${found.next.index - found.first} rows); go on with --resume, or remove ${output}.journal`)
  }
  let kept = performance.now()
  let entries = 0
  let first = begun?.first ?? 1
  return {
    begun,
    query: asked,
    get hint() {
      return (entries === 0 && !begun) || files.some((f) => f.file === '-') ? '' : `. What is done is kept: go on with --resume`
    },
    get due() {
      return performance.now() - kept > Math.min(everyMs, soonerMs * entries)
    },
    start(from) {
      if (!begun) first = from.index
    },
    async keep(entry) {
      await writeJournal(output, { format: 1, run, shard: options.part ?? null, first, ...entry })
      kept = performance.now()
      entries++
    },
    end() {
      if (!options.resume && !options.part) removeJournal(output)
    },
  }
}

function takenUp(found: Journal | null, run: RunIdentity, options: BatchOptions, output: string): Journal | null {
  if (!found) {
    // A run that is killed as it begins leaves its output empty.
    if (!existsSync(output) || statSync(output).size === 0) return null
    throw new CannotRun(`${output} has no journal beside it: it is finished, or not of a batch; remove it to run again`)
  }
  const differs = difference(found.run, run) ?? (JSON.stringify(found.shard) === JSON.stringify(options.part ?? null) ? null : 'the part (--shard)')
  if (differs) throw new CannotRun(`${output} cannot be taken up: ${differs} changed since it was begun`)
  const size = existsSync(output) ? statSync(output).size : 0
  if (size < found.bytes) throw new CannotRun(`${output} cannot be taken up: it has ${size} bytes, and its journal knows of ${found.bytes}`)
  return found
}

function identityOf(files: readonly BatchFile[], options: BatchOptions, format: string, query: Query, law: LawIndex): RunIdentity {
  const { header, smilesCol, idCol, identify, explain, only } = options
  return {
    edition: law.edition.sha256,
    asOf: query.asOf,
    options: JSON.parse(JSON.stringify({ format, header, smilesCol, idCol, identify, explain, only, jurisdictions: query.jurisdictions, assume: query.assume, precursors: query.precursors })) as Record<string, unknown>,
    files: files.map(({ file, format: kind }) => ({ file, format: kind, ...stampOf(file) })),
  }
}

/** Devices and pipes can be neither cut back nor kept a journal of. */
function isFile(path: string): boolean {
  return !existsSync(path) || statSync(path).isFile()
}
