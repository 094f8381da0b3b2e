import { z } from 'zod'
import { id } from './period.js'

/** A recorded substance that is an approved medicine, and the source (its code in the ATC index). */
const medicine = z.strictObject({
  substance: id,
  source: z.string().min(1),
  unconfirmed: z.array(z.string().min(1)).optional(),
})

export const medicines = z.array(medicine)

export type Medicine = z.infer<typeof medicine>
