import { z } from 'zod'
import { day } from './day.js'
import { jurisdictionCode } from './jurisdiction-code.js'
import { parts } from './parts/part.js'
import { pattern } from './pattern.js'
import { id } from './period.js'

/**
 * A class text or list that exists in law but not in the records, for a span of days.
 * `reaches` names patterns for the structures it could cover, `reaches_controlled_in` the
 * jurisdictions whose controlled drugs it is likely to hold: those structures turn `undecided`.
 */
const gap = z.strictObject({
  id,
  from: day.nullable(),
  until: day.nullable(),
  reads: z.string().min(1),
  cite: z.string().min(1),
  reaches: z.array(pattern).optional(),
  /** Structures that match one of these are outside all the same. */
  unless: z.array(pattern).optional(),
  /** Names of what is missing, where these are known: an answer to one of them shows the gap. */
  names: z.array(z.string().min(1)).min(1).optional(),
  reaches_controlled_in: z.array(jurisdictionCode).optional(),
})

/** A form that the law names as outside although an entry's isomer or salt words would reach it. */
const exception = z.strictObject({
  substance: id,
  /** Isotopes (`123I`), where the law excepts the substance only with one of them in it. */
  labelled: z
    .array(z.string().regex(/^[1-9]\d*[A-Z][a-z]?$/, 'mass number and element'))
    .min(1)
    .optional(),
  from: day.nullable(),
  until: day.nullable(),
  reads: z.string().min(1),
  cite: z.string().min(1),
  unconfirmed: z.array(z.string()).optional(),
})

export const jurisdiction = z.strictObject({
  code: jurisdictionCode,
  name: z.string().min(1),
  authority: z.string().min(1),
  /** First day the drug records cover; before it the tool cannot say uncontrolled. */
  records_from: day.nullable(),
  /** Every period that starts on or after this day names its instrument; null where not all do. */
  instruments_from: day.nullable().optional(),
  /** Last day through which somebody looked for changes of this law. */
  verified_through: day,
  exceptions: z.array(exception),
  parts: parts.optional(),
  gaps: z.array(gap),
  note: z.string().optional(),
})

export type Gap = z.infer<typeof gap>
export type Exception = z.infer<typeof exception>
export type Jurisdiction = z.infer<typeof jurisdiction>
