import { z } from 'zod'

/**
 * How names in the lists of a law become English word by word, so that OPSIN can read them: the longest words first.
 * What is ASCII or Greek stays as it is.
 */
export const wordTable = z.strictObject({
  id: z.string().regex(/^[a-z]{2}$/, 'a language, ISO 639-1'),
  jurisdictions: z.array(z.string().min(1)).min(1),
  /** Words on scope that end a line ("and its salts"); they are not part of the name. */
  endings: z.array(z.string().min(1)).optional(),
  /** What begins and ends another name in brackets ("also known as"). */
  also: z.tuple([z.string().min(1), z.string().min(1)]).optional(),
  words: z.record(z.string().min(1), z.string()),
})

export type WordTable = z.infer<typeof wordTable>
