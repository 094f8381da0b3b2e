import { z } from 'zod'
import { control, day, extension, id, jurisdictionCode, limits, parts, pattern, some, text, yes } from './fields.js'
import { brief, period } from './list.js'
import { officialWords } from './reconciled.js'
import { item, range, smarts, term } from './term.js'

/**
 * A question that the words of a rule leave open, and how this rule answers it. `open` makes everything that depends on
 * it undecided. `substances` limits a reading to named substances that fit the words and on which no authority has
 * ruled, `among` to those of a separate list.
 */
export const reading = z.strictObject({
  id,
  question: text,
  choice: z.enum(['covers', 'does not cover', 'open']),
  basis: text,
  yes,
  /** Evidence that answers it for single substances, as `id` of a file in `evidence`. */
  fact: id.optional(),
  substances: z.array(id).optional(),
  /** The substances of `medicines.json`. */
  among: z.literal('approved medicines').optional(),
  /** Limits the reading to the esters, ethers or carbamates of what the rule covers. */
  forms: some(extension.extract(['esters', 'ethers', 'carbamates'])).optional(),
})

/** What every change allowed by the rule leaves unchanged. Map numbers in the SMARTS name the atoms. */
export const scaffold = z.strictObject({
  id,
  smarts,
  reads: text,
  /** Overrides the rule's `at_least` for this scaffold, e.g. if one parent is itself covered and another is not. */
  at_least: z.int().nonnegative().optional(),
  /** Clauses that a structure meets by having this scaffold, whatever else is attached. */
  meets: some(z.string()).optional(),
  /** The reading on which this being the parent depends, for example if a drawing was not available. */
  reading: id.optional(),
})

/**
 * A place of the scaffold that may vary. `one`: exactly one group is attached there, `parent` in the parent substance.
 * `many`: any number of groups may replace hydrogens of these atoms.
 */
export const site = z.strictObject({
  id,
  reads: text,
  on: some(z.int().positive()),
  holds: z.enum(['one', 'many']),
  parent: item.optional(),
})

/**
 * A way in which a site may differ from the parent. `replace` puts another group in place of the parent's; `substitute`
 * puts groups in place of hydrogens; `bridge` attaches a group to the sites by two or more bonds, which closes a ring;
 * `core` is a change of the scaffold itself, met by the scaffolds that name it in `meets`.
 */
export const clause = z
  .strictObject({
    id: text,
    cite: text,
    reads: text,
    /** Empty for `core`, which has neither sites nor groups. */
    sites: z.array(id),
    change: z.enum(['replace', 'substitute', 'bridge', 'core']),
    with: z.array(item),
    /**
     * For a bridge: all ends on one atom (spiro, nitrogen in a ring), on neighbours (fused), not all on the same site,
     * or anywhere.
     */
    between: z.enum(['one atom', 'neighbours', 'different sites', 'any atoms']).optional(),
    /** Minimum and maximum number of groups under this clause. With `at_least`, the clause is mandatory. */
    at_least: z.int().positive().optional(),
    at_most: z.int().positive().optional(),
    /** False for what is allowed but is not itself a change that the rule requires. */
    counts: z.literal(false).optional(),
    /** Clauses, one of which must be met for this one to be available. */
    needs: some(z.string()).optional(),
    /** Limits on all groups under this clause together; mass in Da. */
    total: z
      .strictObject({ carbons: range.optional(), mass: z.strictObject({ max: z.number().positive() }).optional() })
      .optional(),
  })
  .refine(
    (c) => c.change === 'core' || (c.sites.length > 0 && c.with.length > 0),
    'sites and with, unless change is core',
  )

/** A pattern that must, or must not, occur anywhere in the substance for the rule to fit. */
export const condition = z.strictObject({
  id,
  reads: text,
  cite: text.optional(),
  smarts,
  present: z.boolean(),
})

/**
 * Words that no structure can decide ("derivative of", "substantially similar", intent). Structures that match one of
 * `reaches` and none of `unless` are undecided; the words do not cover the rest.
 */
export const openWords = z.strictObject({
  /** Id of the question, if rules of the same law ask it about other substances: each can then be answered at once. */
  same_as: id.optional(),
  /** `covers` if the question is answered; open if not given. */
  choice: z.literal('covers').optional(),
  question: text,
  yes,
  fact: id.optional(),
  basis: text,
  cite: text,
  reaches: some(pattern),
  unless: z.array(pattern).optional(),
})

/** A substance that the rule covers by name, in addition to what its words cover. */
export const named = z.strictObject({
  substance: id,
  name_in_law: text,
  cite: text.optional(),
})

/** A rule that covers everything another jurisdiction controls on the day. */
const reference = z.strictObject({
  jurisdiction: jurisdictionCode,
  verdicts: some(z.enum(['listed', 'class'])),
  cite: text,
  reads: text,
})

/** Fields of every exclusion. The days are those on which it applies, if not all the days of the rule. */
const leavesOutBase = {
  reads: text,
  cite: text,
  from: day.optional(),
  until: day.optional(),
  unconfirmed: z.array(z.string()).optional(),
}

/** What a rule excludes although its words fit: what lists name, named substances, or what another rule covers. */
export const leavesOut = z.discriminatedUnion('what', [
  z.strictObject({ what: z.literal('class'), rules: some(id), ...leavesOutBase }),
  z.strictObject({ what: z.literal('listed'), control, lists: some(id).optional(), ...leavesOutBase }),
  z.strictObject({ what: z.literal('substances'), substances: some(id), ...leavesOutBase }),
  /** The jurisdiction's `exceptions`, on the days on which each applies. */
  z.strictObject({ what: z.literal('exceptions'), ...leavesOutBase }),
])

export const rulePeriod = period.safeExtend({ status: z.enum(['in force', 'proposed']) })

export const rule = z
  .strictObject({
    id,
    title: text,
    brief: brief.optional(),
    control,
    code: z.string().optional(),
    /** First day on which the class had that code, if later than the class. */
    code_from: day.optional(),
    reads: some(text),
    parent: id.optional(),
    periods: some(rulePeriod),
    /** Named parts of the patterns below; removed once the file has been read. */
    parts: parts.optional(),
    /** Definitions of this law's own, which override the shared term with the same id. */
    terms: z.array(term).optional(),
    names: some(named).optional(),
    /** Set if the law itself says which tautomers are meant; others are then not read as their amide or ketone. */
    names_tautomers: z.literal(true).optional(),
    scaffolds: z.array(scaffold),
    sites: z.array(site),
    clauses: z.array(clause),
    /** How many clauses must be met; the unchanged parent meets none. */
    at_least: z.int().nonnegative(),
    conditions: some(condition).optional(),
    open_words: openWords.optional(),
    reference: reference.optional(),
    /** Upper bound on the molar mass of the substance without counter-ions, Da. */
    mass: z.strictObject({ max: z.number().positive() }).optional(),
    official_words: some(officialWords).optional(),
    leaves_out: z.array(leavesOut),
    readings: z.array(reading),
    /** Amounts and concentrations that the law frees. */
    limits: limits.optional(),
    note: z.string().optional(),
  })
  .refine(
    (r) => r.scaffolds.length > 0 || r.names || r.open_words || r.reference,
    'scaffolds, names, open_words or reference',
  )

/**
 * A rule whose text another law has already: that rule with changes. Clauses with the same id are changed field by
 * field, others are added; every other field replaces the recorded one, or removes it if it is null.
 */
export const basedRule = z.looseObject({
  id,
  based_on: id,
  without: some(text).optional(),
  clauses: some(z.looseObject({ id: text })).optional(),
})

/** A recorded substance, or a structure of the example's own with its name. */
const exampleBase = {
  substance: id.optional(),
  name: text.optional(),
  smiles: text.optional(),
  why: text,
  source: text.optional(),
}

const given = (e: { substance?: string | undefined; name?: string | undefined; smiles?: string | undefined }) =>
  e.substance === undefined
    ? e.name !== undefined && e.smiles !== undefined
    : e.name === undefined && e.smiles === undefined

const givenWords = 'either substance, or name and smiles'

/** An example on each side of a rule. `by` names the clauses met, or `named`. */
export const ruleExample = {
  fits: z.strictObject({ ...exampleBase, by: z.array(z.string()) }).refine(given, givenWords),
  misses: z.strictObject({ ...exampleBase, near: z.string().optional() }).refine(given, givenWords),
  /** `reading` is the open reading on which the answer depends, or `open words`. */
  unsettled: z.strictObject({ ...exampleBase, reading: text }).refine(given, givenWords),
}

/** Named substances on their side of the rule; each is checked by a test. */
export const ruleExamples = z.strictObject({
  fits: z.array(ruleExample.fits),
  misses: z.array(ruleExample.misses),
  unsettled: z.array(ruleExample.unsettled),
})

export type Scaffold = z.infer<typeof scaffold>
export type Site = z.infer<typeof site>
export type Clause = z.infer<typeof clause>
export type LeavesOut = z.infer<typeof leavesOut>
export type RulePeriod = z.infer<typeof rulePeriod>
/** A rule for queries: parts of patterns are expanded when its file is read. */
export type Rule = Omit<z.infer<typeof rule>, 'parts'>
export type RuleExamples = z.infer<typeof ruleExamples>
