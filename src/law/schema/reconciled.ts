import { z } from 'zod'
import { day, text } from './fields.js'

/**
 * The result of the last comparison of a law's records with an official text by the maintainers (npm run reconcile).
 */
const sources = ['official', 'copy', 'other list', 'own list'] as const

export const reconciled = z.array(
  z.strictObject({
    text: text,
    format: text,
    /** What the file is: the published text, a copy, another list of the same law, or the source of the records. */
    source: z.enum(sources).optional(),
    as_of: day,
    entries: z.int().nonnegative(),
    matched: z.int().nonnegative(),
    /** Matched entries that are not single structures. */
    not_structures: z.int().nonnegative(),
    missing: z.int().nonnegative(),
    extra: z.int().nonnegative(),
    /** Differences in places, spellings and class words. */
    other: z.int().nonnegative(),
    class_items: z.int().nonnegative(),
    class_items_same: z.int().nonnegative(),
    lists: z.array(z.string()),
    /** Rules, entries and scope sentences whose official words were compared. */
    written_from: z.array(z.string()),
  }),
)

export type Reconciled = z.infer<typeof reconciled>

/**
 * The official words on which a rule, an entry or a scope sentence is based, as the hash that `law reconcile --hashes`
 * prints. `of` is the text, its part and the number within it; `as_of` the day of the text that was read. Several for
 * one place are its successive wordings.
 */
export const officialWords = z.strictObject({
  of: text,
  sha256: z.string().regex(/^[0-9a-f]{64}$/, 'a SHA-256 in hexadecimal'),
  as_of: day,
})
