import { z } from 'zod'
import type { ScreeningData } from '../output/screening.js'
import type { TallyData } from '../output/tally.js'

const count = z.int().min(0)
const position = z.int().min(1)
const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const counts = z.record(z.string(), count)
const counted = z.array(z.tuple([z.string(), count]))

/** What two runs must share to be parts of one. */
const run = z.strictObject({
  edition: z.string(),
  asOf: z.string(),
  options: z.record(z.string(), z.unknown()).readonly(),
  files: z
    .array(
      z.strictObject({ file: z.string(), format: z.string(), size: count.nullable(), changed: z.int().nullable() }),
    )
    .readonly(),
})

/** The number of a shard, from 1, and of how many. */
const shard = z.strictObject({ part: position, of: position })

/** How far a run has come: everything before `next` is in the output. */
const journal = z.strictObject({
  format: z.literal(2),
  run,
  shard: shard.nullable(),
  /** Hashes of the input files; null if they are too long to be read twice. */
  content: z.array(sha256.nullable()).readonly(),
  done: z.boolean(),
  /** Positions among all inputs, from 1, of the first row of this run and of its next row. */
  first: position,
  next: z.strictObject({
    index: position,
    source: count,
    row: position,
    read: z.strictObject({ bytes: count, sha256 }).nullable(),
  }),
  /** The state of the output; see `Flushed`. */
  bytes: count,
  sha256,
  waiting: z.string(),
  tally: z.strictObject({
    total: count,
    verdicts: counts,
    jurisdictions: z.array(z.tuple([z.string(), counts])),
    problems: counted,
    mismatches: count,
    occurred: z.array(z.string()),
    waived: z.array(z.tuple([position, count])),
  }),
  screening: z.strictObject({ cleared: count, referrals: counted, rules: counted }),
  /** Header of the CSV output; null before it is written, and for other formats. */
  columns: z.array(z.string()).readonly().nullable(),
  /** The hash of all that precedes it. */
  check: sha256,
})

export type RunIdentity = z.infer<typeof run>
export type Shard = z.infer<typeof shard>
export type Journal = Omit<z.infer<typeof journal>, 'check' | 'tally' | 'screening'> & {
  readonly tally: TallyData
  readonly screening: ScreeningData
}

/** What is invalid in a journal; null if it is valid. */
export function journalProblem(value: unknown): string | null {
  const read = journal.safeParse(value)
  if (!read.success) {
    const { path, message } = read.error.issues[0]!
    return `${path.join('.') || 'its fields'}: ${message}`
  }
  const { first, next, tally, run: own } = read.data
  if (next.index - first !== tally.total)
    return `next.index is ${next.index}, and ${tally.total} rows from ${first} on are counted`
  if (next.source > own.files.length) return `next.source is ${next.source}, and there are ${own.files.length} files`
  if (next.source === 0 && next.row !== next.index) return `next.row is ${next.row}, and next.index ${next.index}`
  return null
}
