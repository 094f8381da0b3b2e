import { z } from 'zod'
import type { Journal } from './journal-record.js'

const count = z.int().min(0)
const position = z.int().min(1)
const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const counts = z.record(z.string(), count)
const counted = z.array(z.tuple([z.string(), count]))

const journal = z.strictObject({
  format: z.literal(2),
  run: z.strictObject({
    edition: z.string(),
    asOf: z.string(),
    options: z.record(z.string(), z.unknown()),
    files: z.array(
      z.strictObject({ file: z.string(), format: z.string(), size: count.nullable(), changed: z.int().nullable() }),
    ),
  }),
  shard: z.strictObject({ part: position, of: position }).nullable(),
  content: z.array(sha256.nullable()),
  done: z.boolean(),
  first: position,
  next: z.strictObject({
    index: position,
    source: count,
    row: position,
    read: z.strictObject({ bytes: count, sha256 }).nullable(),
  }),
  bytes: count,
  sha256,
  waiting: z.string(),
  tally: z.strictObject({
    total: count,
    verdicts: counts,
    jurisdictions: z.array(z.tuple([z.string(), counts])),
    problems: counted,
  }),
  screening: z.strictObject({ cleared: count, referrals: counted, rules: counted }),
  columns: z.array(z.string()).nullable(),
  check: sha256,
})

/** What is invalid in a journal; null if it is valid. */
export function journalProblem(value: unknown): string | null {
  const read = journal.safeParse(value)
  if (!read.success) {
    const { path, message } = read.error.issues[0]!
    return `${path.join('.') || 'its fields'}: ${message}`
  }
  const { first, next, tally, run } = read.data satisfies Omit<Journal, 'tally' | 'screening'>
  if (next.index - first !== tally.total)
    return `next.index is ${next.index}, and ${tally.total} rows from ${first} on are counted`
  if (next.source > run.files.length) return `next.source is ${next.source}, and there are ${run.files.length} files`
  if (next.source === 0 && next.row !== next.index) return `next.row is ${next.row}, and next.index ${next.index}`
  return null
}
