import { z } from 'zod'
import { allKinds } from './control.js'
import { day } from './day.js'
import { declaredOn, declared } from './declared-count.js'
import { limits } from './limit.js'
import { officialWords } from './reconciled.js'
import { parts } from './part.js'
import { extension } from './scope.js'
import { yes } from './yes.js'

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

export const control = z.enum(allKinds)

const entry = z.strictObject({
  substance: id,
  name_in_law: z.string().min(1),
  entry: z.string().optional(),
  /**
   * Other words by which another official text prints this entry, and that text; `law reconcile` uses them to find it.
   */
  also_printed: z
    .array(z.strictObject({ as: z.array(z.string().min(1)).min(1), in: z.string().min(1) }))
    .min(1)
    .optional(),
  code: z.string().optional(),
  /** Codes that the entry had before `code`, earliest first, each with the first day on which it no longer applied. */
  former_codes: z
    .array(z.strictObject({ code: z.string().min(1), until: day }))
    .min(1)
    .optional(),
  /** Set if the entry covers only certain preparations; a structure alone cannot meet it. */
  limited_to: z.string().optional(),
  /** Substances that must also be present for the entry to apply: it is limited to inputs that contain them all. */
  together_with: z.array(id).min(1).optional(),
  /** Marks used for counts, e.g. `nps`, `fentanyl`. */
  tags: z.array(z.string()).optional(),
  /** Substances excluded from this entry on days on which they have an entry of their own (a named salt). */
  except: z.array(id).optional(),
  /** Official words by which the entry covers more than what it names. */
  official_words: z.array(officialWords).min(1).optional(),
  /** Substances that the entry's words cover literally, where no authority has ruled whether they are meant. */
  questions: z
    .array(z.strictObject({ substances: z.array(id).min(1), question: z.string().min(1), basis: z.string().min(1) }))
    .optional(),
  /** Amounts and concentrations that the law frees. */
  limits: limits.optional(),
  periods: z.array(period).min(1),
  note: z.string().optional(),
})

/**
 * The parent molecule common to a class of listed substances, for lists that cover positional isomers: an isomer with
 * the same groups on the same core is covered; if only `wide` matches, the definition is not conclusive. The core of a
 * listed substance is the first one that it has.
 */
const core = z.strictObject({
  id,
  reads: z.string().min(1),
  smarts: z.string().min(1),
  wide: z.string().min(1).optional(),
})

/** The list's own scope sentence for a span of days, used by entries that have none of their own. */
const scopeClause = z.strictObject({
  from: day.nullable(),
  until: day.nullable(),
  extends_to: z.array(extension),
  /** Words that apply only on a condition that a structure cannot decide (intended misuse); `reads` states it. */
  on_condition: z.array(extension).optional(),
  /** That condition as an open question; rules that ask the same have a reading with this id. */
  condition: z.strictObject({ id, question: z.string().min(1), yes, basis: z.string().min(1) }).optional(),
  /**
   * What a structure cannot decide about a drawing with a further ingredient, if the list does not cover everything
   * that contains one of its substances. Applies to all entries, also those with words of their own.
   */
  mixtures: z
    .strictObject({ question: z.string().min(1), yes, basis: z.string().min(1), cite: z.string().min(1) })
    .optional(),
  cite: z.string().min(1),
  reads: z.string().min(1),
  official_words: z.array(officialWords).min(1).optional(),
  unconfirmed: z.array(z.string()).optional(),
})

export const list = z.strictObject({
  id,
  name: z.string().min(1),
  short: z.string().min(1),
  control,
  /**
   * The official text that corresponds to this list, by what its file calls itself and its parts, and the texts that
   * had these parts before it. `law reconcile` and `law replay` compare them.
   */
  official: z
    .strictObject({
      text: z.string().min(1),
      parts: z.array(z.string().min(1)).min(1),
      formerly: z.array(z.string().min(1)).min(1).optional(),
    })
    .optional(),
  /** First day from which the records of this list are meant to be complete. */
  records_from: day.nullable(),
  scope: z.array(scopeClause).min(1),
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
