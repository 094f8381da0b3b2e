import { z } from 'zod'
import { day, extension, id, parts, pattern, some, text } from './fields.js'

/** What an authority can have said, in the order of its weight, and what needs no authority. */
const readingKinds = [
  /** What the item itself shows: members that it names or leaves out by name. */
  'examples',
  /** An earlier text of the same law, which the present one continues. */
  'earlier text',
  'court',
  'regulatory statement',
  'status decision',
  'guidance',
  'notice',
  'answer to the United Nations',
  /** Of a record of evidence: a question of fact. */
  'fact',
] as const

/** Entries of a list: those of an item, if one is given (`23`: 23, 23(1), 23(2) ...). */
const entries = z.strictObject({ list: id, item: text.optional() })

/**
 * The substances that a reading is about: those that one of the fields describes, without what matches `unless`. With a
 * substance come its salts and stereoisomers; nothing is decided by analogy.
 */
const subject = z.strictObject({
  substances: some(id).optional(),
  reaches: some(pattern).optional(),
  unless: some(pattern).optional(),
  /** Esters or ethers of what entries name; `unusual` includes acetals, glycosides and silyl ethers. */
  forms: z
    .strictObject({
      words: some(extension.extract(['esters', 'ethers'])),
      of: some(entries),
      unusual: z.literal(true).optional(),
    })
    .optional(),
  /** Stereoisomers of what entries name. */
  stereoisomers_of: some(entries).optional(),
  /** What the words of another class rule of the same law cover. */
  rule: id.optional(),
})

/** How a question that the law leaves open is answered for some substances, by what, and on what basis. */
export const recordedReading = z
  .strictObject({
    id,
    kind: z.enum(readingKinds),
    /** The file in `evidence` of which it is a statement. */
    fact: id.optional(),
    authority: text.optional(),
    /** The day of the statement; null if it was not seen. */
    day: day.nullable().optional(),
    /** Days between which it holds: since the text that it reads, until it is withdrawn or overtaken. */
    from: day.optional(),
    until: day.optional(),
    /** Ids of the places whose question it answers, as `coverage questions` prints them. */
    answers: some(text),
    covers: z.boolean(),
    reads: text,
    subject,
    /** Kinds of change that members prove, which the law names in the item or leaves out by name. */
    proved_by: some(z.strictObject({ change: text, members: some(id) })).optional(),
    /** A short quotation. */
    words: text.optional(),
    basis: text,
    cite: text,
    url: z.url().optional(),
    seen: z.enum(['whole', 'part', 'second hand']),
    parts: parts.optional(),
  })
  .refine((r) => r.kind !== 'examples' || r.proved_by, 'proved_by for examples')
  .refine(
    (r) => ['examples', 'earlier text', 'fact'].includes(r.kind) || (r.authority !== undefined && r.day !== undefined),
    'authority and day, except for examples, an earlier text or a fact',
  )

/** A reading for queries: parts of patterns are expanded when its file is read. */
export type RecordedReading = Omit<z.infer<typeof recordedReading>, 'parts'>
export type ReadingEntries = z.infer<typeof entries>
