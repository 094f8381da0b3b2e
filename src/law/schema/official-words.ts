import { z } from 'zod'
import { day } from './day.js'

/**
 * The official words on which a rule, an entry or a scope sentence is based, as the hash that `law reconcile --hashes`
 * prints. `of` is the text, its part and the number within it; `as_of` the day of the text that was read. Several for
 * one place are its successive wordings.
 */
export const officialWords = z.strictObject({
  of: z.string().min(1),
  sha256: z.string().regex(/^[0-9a-f]{64}$/, 'a SHA-256 in hexadecimal'),
  as_of: day,
})

export type OfficialWords = z.infer<typeof officialWords>
