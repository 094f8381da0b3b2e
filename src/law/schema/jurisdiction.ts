import { z } from 'zod'
import { control, day, id, jurisdictionCode, parts, pattern, some, text } from './fields.js'

/**
 * A class text or list that exists in law but not in the records, for a span of days. `reaches` names patterns for the
 * structures it could cover, `reaches_controlled_in` the jurisdictions whose controlled drugs it is likely to cover:
 * those structures become `undecided`.
 */
const gap = z.strictObject({
  id,
  from: day.nullable(),
  until: day.nullable(),
  /** The kind of control that is missing, if it is one that counts only when it is asked for. */
  control: control.optional(),
  reads: text,
  cite: text,
  reaches: z.array(pattern).optional(),
  /** Structures that match one of these are nevertheless outside. */
  unless: z.array(pattern).optional(),
  /** Names of what is missing, if known: an answer for one of them shows the gap. */
  names: some(text).optional(),
  reaches_controlled_in: z.array(jurisdictionCode).optional(),
  /** What the words leave open for every structure: in few words, with which answers end; no finding for each. */
  of_every_structure: text.optional(),
})

/** A form that the law excludes by name although an entry's isomer or salt words would cover it. */
const exception = z.strictObject({
  substance: id,
  /** Isotopes (`123I`), if the law excepts only the substance labelled with one of them. */
  labelled: some(z.string().regex(/^[1-9]\d*[A-Z][a-z]?$/, 'mass number and element')).optional(),
  from: day.nullable(),
  until: day.nullable(),
  reads: text,
  cite: text,
  unconfirmed: z.array(z.string()).optional(),
})

/** A document that was not to be had, and the open questions that it would settle. */
const wantedDocument = z.strictObject({
  document: text,
  address: z.url().optional(),
  /** Ids of questions, of places that ask one, or of gaps. */
  settles: some(text),
  /** Recorded structures that depend on them, counted by a test. */
  structures: z.int().min(0),
})

export const jurisdiction = z.strictObject({
  code: jurisdictionCode,
  name: text,
  authority: text,
  /** The jurisdiction of which this one is a part; its law applies there too. */
  within: jurisdictionCode.optional(),
  /** Why this law counts only if its code is given. */
  on_request: text.optional(),
  /** First day that the drug records cover; before it, no structure can be called uncontrolled. */
  records_from: day.nullable(),
  /** First day that the records no longer cover: from it on nothing is decided. */
  records_until: day.optional(),
  /** Every period that starts on or after this day names its instrument; null if not all do. */
  instruments_from: day.nullable().optional(),
  /** Last day up to which this law was reviewed for changes. */
  verified_through: day,
  /** The share of the recorded structures that it decides on 1 July of each year, measured by a test. */
  decided: z.strictObject({ from_year: z.int(), per_thousand: some(z.int().min(0).max(1000)) }).optional(),
  exceptions: z.array(exception),
  parts: parts.optional(),
  gaps: z.array(gap),
  wanted: some(wantedDocument).optional(),
  note: z.string().optional(),
})

export type WantedDocument = z.infer<typeof wantedDocument>
export type Gap = z.infer<typeof gap>
export type Exception = z.infer<typeof exception>
export type Jurisdiction = z.infer<typeof jurisdiction>
