import { z } from 'zod'
import { control, day, extension, id, limits, parts, some, text, yes } from './fields.js'
import { declaredOn, declared } from './declared-count.js'
import { officialWords } from './reconciled.js'

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
    cite: text,
    url: z.url().optional(),
    unconfirmed: z.array(text).optional(),
    note: z.string().optional(),
  })
  .refine((p) => p.from === null || p.until === null || p.from < p.until, 'until after from')
  .refine(
    (p) => p.not_before === undefined || p.from === null || p.not_before <= p.from,
    'not_before on or before from',
  )
  .refine((p) => p.from !== null || p.in_force_by !== undefined, 'in_force_by where from is null')

export type Period = z.infer<typeof period>

const entry = z.strictObject({
  substance: id,
  name_in_law: text,
  entry: z.string().optional(),
  /**
   * Other words by which another official text prints this entry, and that text; `law reconcile` uses them to find it.
   */
  also_printed: some(z.strictObject({ as: some(text), in: text })).optional(),
  code: z.string().optional(),
  /** Codes that the entry had before `code`, earliest first, each with the first day on which it no longer applied. */
  former_codes: some(z.strictObject({ code: text, until: day })).optional(),
  /** Set if the entry covers only certain preparations; a structure alone cannot meet it. */
  limited_to: z.string().optional(),
  /** Substances that must also be present for the entry to apply: it is limited to inputs that contain them all. */
  together_with: some(id).optional(),
  /** Marks used for counts, e.g. `nps`, `fentanyl`. */
  tags: z.array(z.string()).optional(),
  /** Substances excluded from this entry on days on which they have an entry of their own (a named salt). */
  except: z.array(id).optional(),
  /** Official words by which the entry covers more than what it names. */
  official_words: some(officialWords).optional(),
  /** Substances that the entry's words cover literally, where no authority has ruled whether they are meant. */
  questions: z.array(z.strictObject({ substances: some(id), question: text, basis: text })).optional(),
  /** Amounts and concentrations that the law frees. */
  limits: limits.optional(),
  periods: some(period),
  note: z.string().optional(),
})

/**
 * The parent molecule common to a class of listed substances, for lists that cover positional isomers: an isomer with
 * the same groups on the same core is covered; if only `wide` matches, the definition is not conclusive. The core of a
 * listed substance is the first one that it has.
 */
const core = z.strictObject({
  id,
  reads: text,
  smarts: text,
  wide: text.optional(),
})

/**
 * What a line of a terminal says: at most 28 characters each. In `cite`, "[ no {entry}| annex]" is the first where an
 * entry has a number and all fits, else the second.
 */
export const brief = z.strictObject({ name: text.max(28), cite: text })

/** The list's own scope sentence for a span of days, used by entries that have none of their own. */
const scopeClause = z.strictObject({
  from: day.nullable(),
  until: day.nullable(),
  extends_to: z.array(extension),
  /** Words that apply only on a condition that a structure cannot decide (intended misuse); `reads` states it. */
  on_condition: z.array(extension).optional(),
  /** That condition as an open question; rules that ask the same have a reading with this id. */
  condition: z.strictObject({ id, question: text, yes, basis: text }).optional(),
  /**
   * What a structure cannot decide about a drawing with a further ingredient, if the list does not cover everything
   * that contains one of its substances. Applies to all entries, also those with words of their own.
   */
  mixtures: z.strictObject({ question: text, yes, basis: text, cite: text }).optional(),
  cite: text,
  reads: text,
  official_words: some(officialWords).optional(),
  unconfirmed: z.array(z.string()).optional(),
})

export const list = z.strictObject({
  id,
  name: text,
  short: text,
  brief: brief.optional(),
  control,
  /**
   * The official text that corresponds to this list, by what its file calls itself and its parts, and the texts that
   * had these parts before it. `law reconcile` and `law replay` compare them.
   */
  official: z
    .strictObject({
      text: text,
      parts: some(text),
      formerly: some(text).optional(),
    })
    .optional(),
  /** First day from which the records of this list are meant to be complete. */
  records_from: day.nullable(),
  scope: some(scopeClause),
  /** Official numbers of entries, with the day they refer to. */
  declared: z.array(declaredOn).optional(),
  parts: parts.optional(),
  cores: z.array(core).optional(),
  /** Those of entries that have none of their own. */
  limits: limits.optional(),
  note: z.string().optional(),
  entries: z.array(entry),
})

export type Core = z.infer<typeof core>
export type Entry = z.infer<typeof entry>
export type ScopeClause = z.infer<typeof scopeClause>
export type List = z.infer<typeof list>

/** A legal act: an order, announcement, statute or final rule that changes a list or a rule. */
const instrument = z.strictObject({
  id,
  title: text,
  cite: text,
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
