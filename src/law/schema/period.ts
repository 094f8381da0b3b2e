import { z } from 'zod'
import { day } from './day.js'
import { extension } from './scope.js'

/** Lower-case words joined by hyphens; never reused. */
export const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower-case words joined by hyphens')

/**
 * A span of days in which an entry or rule is in force under one legal act. `from` is the first day in force, `until`
 * the first day no longer in force. `from: null` means that the first day is not known; `in_force_by` is then the first
 * day for which a source shows it in force. `not_before` is the earliest day on which it can have come into force, if
 * `from` is unknown or unconfirmed: before it there is no doubt. A period without `url` has the link of its instrument.
 */
export const period = z
  .strictObject({
    from: day.nullable(),
    until: day.nullable(),
    in_force_by: day.optional(),
    not_before: day.optional(),
    extends_to: z.array(extension).optional(),
    instrument: id.optional(),
    act: z.string().optional(),
    cite: z.string().min(1),
    url: z.url().optional(),
    unconfirmed: z.array(z.string().min(1)).optional(),
    note: z.string().optional(),
  })
  .refine((p) => p.from === null || p.until === null || p.from < p.until, 'until after from')
  .refine(
    (p) => p.not_before === undefined || p.from === null || p.not_before <= p.from,
    'not_before on or before from',
  )
  .refine((p) => p.from !== null || p.in_force_by !== undefined, 'in_force_by where from is null')

export type Period = z.infer<typeof period>
