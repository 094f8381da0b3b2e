import { z } from 'zod'
import { id, some, text } from './fields.js'

/** What is known of one substance about a fact that law asks for, with its reference. */
const statement = z.strictObject({
  substance: id,
  says: text,
  value: text.optional(),
  /** `supports` where it does not answer by itself, as an EC50 without direction. */
  decides: z.enum(['yes', 'no', 'supports']),
  reference: text,
  source: text,
  licence: text,
  /** How much of the source was read. */
  seen: text,
})

/** Answers to a question of fact, as whether a substance acts at a receptor; questions of law name it as `fact`. */
export const evidence = z.strictObject({ id, reads: text, statements: some(statement), note: text.optional() })

export type Evidence = z.infer<typeof evidence>
