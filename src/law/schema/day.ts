import { z } from 'zod'
import { isRealDay } from './real-day.js'

/** A calendar day, `YYYY-MM-DD`. Days compare correctly as strings. */
export const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'a day written YYYY-MM-DD')
  .refine(isRealDay, 'a day that exists in the calendar')

export type Day = z.infer<typeof day>
