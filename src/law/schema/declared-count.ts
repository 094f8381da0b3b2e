import { z } from 'zod'
import { day, text } from './fields.js'

const parts = {
  count: z.int().nonnegative(),
  of: text,
  /** How the records are counted for comparison: distinct substances (default) or numbers of the law's own entries. */
  counts: z.enum(['substances', 'entries']).optional(),
  /** The number in these records if it differs; `why` then says which are missing or split. */
  recorded: z.int().nonnegative().optional(),
  why: text.optional(),
}

/** A number stated in an act itself, against which the records are counted. */
export const declared = z.strictObject(parts).refine(explained, 'why where recorded is given')

/** A number of entries stated by an authority for a list on a day. */
export const declaredOn = z
  .strictObject({
    on: day,
    ...parts,
    cite: text,
    url: z.url().optional(),
    unconfirmed: z.array(z.string()).optional(),
  })
  .refine(explained, 'why where recorded is given')

function explained(d: { recorded?: number | undefined; why?: string | undefined }): boolean {
  return d.recorded === undefined || d.why !== undefined
}

export type Declared = z.infer<typeof declared>
export type DeclaredOn = z.infer<typeof declaredOn>
