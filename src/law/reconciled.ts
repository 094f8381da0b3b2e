import { z } from 'zod'
import { day } from './day.js'

/** How the records of a law stood against an official text when maintainers last compared them (npm run reconcile). */
const sources = ['official', 'copy', 'other list', 'own list'] as const

export const reconciled = z.array(
  z.strictObject({
    text: z.string().min(1),
    format: z.string().min(1),
    /** What the file is: the text as its publisher gives it, a copy made by others, another list of the same law, or the list that the records were made from. */
    source: z.enum(sources).optional(),
    as_of: day,
    entries: z.int().nonnegative(),
    matched: z.int().nonnegative(),
    /** Of the matched, those that are no single structure. */
    not_structures: z.int().nonnegative(),
    missing: z.int().nonnegative(),
    extra: z.int().nonnegative(),
    /** Places, spellings and words of classes that differ. */
    other: z.int().nonnegative(),
    class_items: z.int().nonnegative(),
    class_items_same: z.int().nonnegative(),
    lists: z.array(z.string()),
    /** Rules, entries and scope sentences whose words were compared. */
    written_from: z.array(z.string()),
  }),
)

export type Reconciled = z.infer<typeof reconciled>
