import { z } from 'zod'
import { day } from './day.js'
import { declared } from './declared-count.js'
import { id } from './period.js'

/** A legal act: an order, announcement, statute or final rule that changes a list or a rule. */
const instrument = z.strictObject({
  id,
  title: z.string().min(1),
  cite: z.string().min(1),
  published: day.nullable(),
  effective: day.nullable(),
  /** The number of substances or entries the act says it adds. */
  declared: declared.optional(),
  url: z.url().optional(),
  unconfirmed: z.array(z.string()).optional(),
  note: z.string().optional(),
})

export const instruments = z.array(instrument)

export type Instrument = z.infer<typeof instrument>
