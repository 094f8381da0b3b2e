import {
  InputSum,
  openSource,
  planShard,
  type Journal,
  type Tally,
  checkHeaders,
  type InputFormat,
} from '../../batch/index.js'
import { inspectionWords } from '../../report/index.js'
import { type BatchFile, numbered, readAs } from '../input/collection.js'
import type { FileChoice, Options } from '../options.js'
import { isContinued, isForBuild, type OutputFormat } from './run-identity.js'
import { CannotRun, type Host } from '../host.js'

/** @throws {CannotRun} for what a format cannot hold */
export function checkOutput(files: readonly BatchFile[], options: Options, format: OutputFormat): void {
  const other = files.find((f) => f.format !== 'sdf')
  if (format === 'sdf' && other)
    throw new CannotRun(
      `${other.file} contains no mol blocks, and SDF output repeats those of the input; use --format ndjson`,
    )
  if (!isContinued(format) && (options.resume || options.part))
    throw new CannotRun(
      `--format ${format} is written when all rows are checked, so it can be neither resumed nor merged; write ` +
        `.ndjson, of which coverage report makes a page, or .csv`,
    )
  const pipe = files.find((f) => f.size === null)
  if (options.part && options.part.of > 1 && pipe)
    throw new CannotRun(`a shard needs files, which it counts before it reads them; ${pipe.file} can be read only once`)
  if (isForBuild(format) && format !== 'github' && files.length > 1)
    throw new CannotRun(`--format ${format} writes one document; give one file`)
  const isRead = (...formats: readonly InputFormat[]) => files.some((f) => formats.includes(f.format))
  const idle = {
    '--bom': options.bom && format !== 'csv',
    '--statement': options.statement && format !== 'html',
    '--explain': options.explain && format !== 'ndjson' && format !== 'html',
    '--sheet': options.sheet !== undefined && !isRead('xlsx'),
    '--no-header': !options.header && !isRead('csv', 'tsv', 'xlsx'),
    '--only hits-first': options.only === 'hits-first' && format !== 'xlsx',
  }
  const names = Object.entries(idle).flatMap(([name, isIdle]) => (isIdle ? [name] : []))
  const read = [...new Set(files.map((f) => f.format))].join(', ')
  if (names.length > 0) throw new CannotRun(inspectionWords.noEffect(names, `${read} is read and ${format} written`))
  if ((format === 'parquet' || format === 'xlsx') && options.output !== undefined && /\.gz$/i.test(options.output))
    throw new CannotRun(`.${format} is already compressed; omit .gz`)
}

/** How the inputs of a run are read. */
export type PlanOptions = FileChoice &
  Pick<Options, 'header' | 'lookup' | 'part'> & {
    /** Whether chunks say on which line they begin. */
    readonly lines?: boolean
  }

/** @param summed whether to hash what is read, for the journal of an output */
export async function planOf(
  files: readonly BatchFile[],
  options: PlanOptions,
  host: Host,
  begun: Journal | null,
  summed: boolean,
  table?: Parameters<typeof checkHeaders>[0],
) {
  const choice = readAs(options, options.lookup)
  const openOne = (i: number, sum: InputSum | null) => {
    const { file, format } = files[i]!
    const source = openSource(file, format, host.stdin, choice, { index: i, sum })
    return options.lines ? { ...source, chunks: numbered(source) } : source
  }
  const open = () => files.map((_, i) => openOne(i, null))
  // Before an earlier output is overwritten. A pipe cannot be read twice.
  if ((files.length > 1 || summed) && !begun && files.every(({ size }) => size !== null))
    await checkHeaders(table, open())
  // A single shard is the whole input and needs no counting.
  const shard = options.part && options.part.of > 1 ? await planShard(options.part, open()) : null
  const from = begun?.next ?? shard?.from ?? { index: 1, source: 0, row: 1, read: null }
  const until = shard?.until ?? null
  const sum = (source: number) => (summed ? new InputSum(source === from.source ? from.read : null) : null)
  return { sources: files.map((_, i) => openOne(i, sum(i))), from, until }
}

export type Plan = Awaited<ReturnType<typeof planOf>>

/** Share of all bytes that are read, or of the rows of a shard; null if the size of an input is unknown. */
export function shareOf({ sources, from, until }: Plan, tally: Tally): () => number | null {
  const first = from.index - tally.total
  if (until !== null) return () => tally.read / Math.max(1, until - first)
  const sizes = sources.map(({ size }) => size)
  if (sizes.includes(null)) return () => null
  const total = sizes.reduce<number>((sum, size) => sum + size!, 0)
  return () => (total === 0 ? null : Math.min(1, sources.reduce((sum, s) => sum + s.meter.read, 0) / total))
}
