import { existsSync, statSync } from 'node:fs'
import {
  type RunIdentity,
  type Journal,
  writeJournal,
  stampOf,
  removeJournal,
  readJournal,
  hashOf,
  type PartialOutput,
  isRegular,
  difference,
  contentOf,
  type Shard,
} from '../../batch/index.js'
import type { Query } from '../../matching/index.js'
import type { BatchFile } from '../input/collection.js'
import { CannotRun } from '../host.js'
import type { RunChoices } from './run-identity.js'
import type { Plan } from './run-plan.js'

/** Time between two entries (shorter for the first ones): the most that a killed run may have to repeat. */
const everyMs = 1000
const soonerMs = 200

type Entry = Omit<Journal, 'format' | 'run' | 'shard' | 'content' | 'first'>

/** The journal of one run; without an output file it keeps nothing. */
export interface Ledger {
  /** Progress of the earlier run that this one resumes. */
  readonly begun: (Journal & PartialOutput) | null
  /** The query, with the day of the earlier run unless another is given. */
  readonly query: Query
  /** Text added to error messages. */
  readonly hint: string
  /** True when an entry is due. */
  readonly due: boolean
  /** @throws {CannotRun} if the inputs differ from those the run began with */
  start(plan: Plan): Promise<void>
  keep(entry: Entry): Promise<void>
  /** The run is complete: the journal stays only if something will need it. */
  end(): void
}

/** What a journal is kept for. */
export interface ResumableRun {
  /** Undefined if the output cannot be continued: nothing is kept. */
  readonly output?: string | undefined
  readonly resume?: boolean | undefined
  readonly part?: Shard | undefined
  /** The day given by the user; a resumed run otherwise takes that of the earlier one. */
  readonly asOf?: string | undefined
}

/**
 * @param choices what makes two runs parts of one
 * @throws {CannotRun} if the output belongs to another run, or cannot be resumed
 */
export async function beginJournal(
  files: readonly BatchFile[],
  options: ResumableRun,
  query: Query,
  choices: RunChoices,
): Promise<Ledger> {
  const { output } = options
  if (output === undefined || !isRegular(output))
    return { begun: null, query, hint: '', due: false, start: async () => {}, keep: async () => {}, end: () => {} }
  const found = await readJournal(output)
  const runQuery = options.resume && options.asOf === undefined && found ? { ...query, asOf: found.run.asOf } : query
  const run: RunIdentity = {
    ...choices,
    asOf: runQuery.asOf,
    files: files.map(({ file, format: kind }) => ({ file, format: kind, ...stampOf(file) })),
  }
  const begun = options.resume ? await takenUp(found, run, options, output) : null
  if (!options.resume && found && !found.done && found.next.index > found.first) {
    throw new CannotRun(
      `${output} has an unfinished run (${found.next.index - found.first} rows); continue with --resume, or ` +
        `remove ${output}.journal`,
    )
  }
  const shared = { format: 2, shard: options.part ?? null, run: begun?.run ?? run } as const
  let kept = performance.now()
  let entries = 0
  let rows = begun ? begun.next.index - begun.first : 0
  let first = begun?.first ?? 1
  let content: Journal['content'] = []
  return {
    begun,
    query: runQuery,
    get hint() {
      const isKept = rows > 0 && files.every((f) => f.file !== '-')
      return isKept ? '. The rows written so far are kept; continue with --resume' : ''
    },
    get due() {
      return performance.now() - kept > Math.min(everyMs, soonerMs * entries)
    },
    async start({ from }) {
      if (!begun) first = from.index
      content = await contentOf(files)
      const differs = begun ? files.find((_, i) => content[i] !== begun.content[i]) : undefined
      if (differs)
        throw new CannotRun(`${output} cannot be resumed: the input ${differs.file} changed after the run began`)
    },
    async keep(entry) {
      await writeJournal(output, { ...shared, content, first, ...entry })
      kept = performance.now()
      entries++
      rows = entry.next.index - first
    },
    end() {
      if (!options.resume && !options.part) removeJournal(output)
    },
  }
}

async function takenUp(
  found: Journal | null,
  run: RunIdentity,
  options: ResumableRun,
  output: string,
): Promise<(Journal & PartialOutput) | null> {
  if (!found) {
    // A run killed at the start leaves its output empty.
    if (!existsSync(output) || statSync(output).size === 0) return null
    throw new CannotRun(
      `${output} has no journal next to it: either it is finished, or another command wrote it; remove it to run again`,
    )
  }
  // A copy has another time; where the content is hashed, that decides.
  const files = run.files.map((file, i) => {
    const { changed = null } = found.run.files[i] ?? {}
    return typeof found.content[i] === 'string' ? { ...file, changed } : file
  })
  const differs =
    difference(found.run, { ...run, files }) ??
    (JSON.stringify(found.shard) === JSON.stringify(options.part ?? null) ? null : 'the part (--shard)')
  if (differs) throw new CannotRun(`${output} cannot be resumed: ${differs} changed after the run began`)
  const size = existsSync(output) ? statSync(output).size : 0
  // A killed run leaves rows that no entry vouches for; a finished one does not.
  if (found.done ? size !== found.bytes : size < found.bytes)
    throw new CannotRun(`${output} cannot be resumed: it has ${size} bytes, but its journal says ${found.bytes}`)
  return { ...found, hash: await hashOf(output, found) }
}
