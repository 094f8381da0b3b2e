import { z } from 'zod'

/**
 * How names in the lists of a law are translated into English word by word, so that OPSIN can read them: longest words
 * first. ASCII and Greek text is left unchanged.
 */
export const wordTable = z.strictObject({
  id: z.string().regex(/^[a-z]{2}$/, 'a language, ISO 639-1'),
  jurisdictions: z.array(z.string().min(1)).min(1),
  /** Scope words at the end of a line ("and its salts"), which are not part of the name. */
  endings: z.array(z.string().min(1)).optional(),
  /** What opens and closes another name in brackets ("also known as"). */
  also: z.tuple([z.string().min(1), z.string().min(1)]).optional(),
  words: z.record(z.string().min(1), z.string()),
})

export type WordTable = z.infer<typeof wordTable>
