import { createHash } from 'node:crypto'
import { createReadStream, existsSync, statSync } from 'node:fs'
import { csvLine, type RunFile } from '../../report/index.js'
import { BadShard, FileProblem } from '../input/file-problem.js'
import { gunzip } from '../input/gunzip.js'
import { difference, readJournal, type Journal } from './journal.js'
import { readRunFile, runFilePath, writeRunFile } from './run-file.js'
import { fileSink } from '../output/sink.js'
import { isRegular, wholeFile } from '../output/whole-file.js'
import { Screening } from '../output/screening.js'
import { Tally } from '../output/tally.js'

interface ShardOutput {
  readonly file: string
  readonly journal: Journal
}

/**
 * Merges the outputs of all shards in input order; the result equals that of a single run. It is moved into place once
 * complete; a device or pipe is written to directly.
 * @throws {BadShard} a shard is missing, duplicate, unfinished, or of another run
 */
export async function mergeShards(files: readonly string[], output: string) {
  const shards = await shardsOf(files)
  const own = String(shards[0]!.journal.run.options.format)
  const named = /\.([^./\\]+)$/.exec(output.replace(/\.gz$/i, ''))?.[1]?.toLowerCase().replace('jsonl', 'ndjson') ?? own
  if (named !== own && ['ndjson', 'csv', 'sdf', 'parquet', 'xlsx', 'html'].includes(named))
    throw new BadShard(`the shards are ${own}, but the name ${output} says ${named}; shards are joined as they are`)
  const run = await runOfShards(shards.map(({ file }) => file))
  const file = wholeFile(output)
  const sink = await fileSink(file.path)
  const tally = new Tally()
  const screening = new Screening()
  let headed = false
  try {
    for (const { file, journal } of shards) {
      const headers = headersOf(journal.columns)
      for await (const piece of piecesOf(file, headed ? headers : [], journal.sha256)) await sink.write(piece)
      headed ||= headers.length > 0
      tally.merge(journal.tally)
      screening.merge(journal.screening)
    }
    await sink.flush(true)
    await sink.close()
    if (run && isRegular(output)) await writeRunFile(runFilePath(output), run)
    file.keep()
  } catch (error) {
    file.drop()
    throw error
  }
  return { tally, screening }
}

/** All shards of one run, in input order. @throws {BadShard} as `mergeShards` */
async function shardsOf(files: readonly string[]): Promise<readonly ShardOutput[]> {
  const shards = await Promise.all(files.map(async (file) => ({ file, journal: await journalOf(file) })))
  shards.sort((a, b) => a.journal.shard!.part - b.journal.shard!.part)
  checkShards(shards)
  return shards
}

/** The facts of the run, which all shards share; null if they are stored elsewhere. */
async function runOfShards(files: readonly string[]): Promise<RunFile | null> {
  let first: RunFile | null = null
  for (const [i, file] of files.entries()) {
    const run = await readRunFile(runFilePath(file))
    if (i === 0) first = run
    else if (run?.run !== first?.run)
      throw new BadShard(
        `${runFilePath(file)} ${run ? 'is of another run than' : 'is missing; there is one for'} ${files[0]}`,
      )
  }
  return first
}

async function journalOf(file: string): Promise<Journal> {
  const journal = await readJournal(file)
  if (!journal?.shard)
    throw new BadShard(
      `${file} is not a shard: ${journal ? 'it was written without --shard' : `there is no ${file}.journal`}`,
    )
  return journal
}

function checkShards(shards: readonly ShardOutput[]): void {
  const [first] = shards
  const of = first!.journal.shard!.of
  for (const { file, journal } of shards) {
    const { shard, run } = journal
    if (shard!.of !== of) throw new BadShard(`${file} is one of ${shard!.of} shards, ${first!.file} one of ${of}`)
    const differs = difference(first!.journal.run, run)
    if (differs) throw new BadShard(`${file} is from another run than ${first!.file}: ${differs} differs`)
    if (!journal.done) throw new BadShard(`${file} is not finished; continue it with --resume`)
    const size = existsSync(file) ? statSync(file).size : 0
    if (size !== journal.bytes) throw new BadShard(`${file} has ${size} bytes, but its journal says ${journal.bytes}`)
    if (journal.columns && headed(shards) !== journal.columns.join('\0'))
      throw new BadShard(`${file} has different columns from the shards before it`)
  }
  for (let part = 1; part <= of; part++) {
    const found = shards.filter((p) => p.journal.shard!.part === part)
    if (found.length === 0) throw new BadShard(`shard ${part} of ${of} is missing`)
    if (found.length > 1) throw new BadShard(`shard ${part} is given twice: ${found.map((p) => p.file).join(', ')}`)
  }
  shards.slice(1).forEach(({ file, journal }, i) => {
    const before = shards[i]!.journal.next.index
    if (journal.first !== before)
      throw new BadShard(`${file} begins at row ${journal.first}, but the shard before it ends at row ${before - 1}`)
  })
}

function headed(shards: readonly ShardOutput[]): string | undefined {
  return shards.find((p) => p.journal.columns !== null)?.journal.columns?.join('\0')
}

/** The header line of a shard with these columns, in each form it can be written. */
function headersOf(columns: Journal['columns']): Buffer[] {
  if (columns === null) return []
  const lines = [csvLine(columns), csvLine(columns, ';')]
  return [...lines, ...lines.map((line) => `\ufeff${line}`)].map((line) => Buffer.from(line))
}

/** The bytes of a file, decompressed, without the header. @throws {BadShard} if the file differs from its journal */
async function* piecesOf(file: string, headers: readonly Buffer[], sha256: string): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256')
  const raw = createReadStream(file, { highWaterMark: 1024 * 1024 })
  raw.on('data', (bytes) => hash.update(bytes))
  const bytes: AsyncIterable<Buffer> = /\.gz$/i.test(file) ? gunzip(raw) : raw
  const longest = Math.max(0, ...headers.map((header) => header.length))
  let head: Buffer | null = Buffer.alloc(0)
  const withoutHeader = (start: Buffer) =>
    start.subarray(headers.find((header) => header.equals(start.subarray(0, header.length)))?.length ?? 0)
  try {
    for await (const piece of bytes) {
      if (head === null) yield piece
      else if (head.length + piece.length < longest) head = Buffer.concat([head, piece])
      else {
        yield withoutHeader(Buffer.concat([head, piece]))
        head = null
      }
    }
    if (head !== null) yield withoutHeader(head)
  } catch (error) {
    throw new FileProblem(file, `cannot be read (${(error as Error).message})`)
  }
  if (hash.digest('hex') !== sha256) throw new BadShard(`${file} was changed since it was written`)
}
