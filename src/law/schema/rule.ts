import { z } from 'zod'
import { day } from './day.js'
import { jurisdictionCode } from './jurisdiction-code.js'
import { control, id, period } from './list.js'
import { limits } from './limit.js'
import { officialWords } from './reconciled.js'
import { parts } from './part.js'
import { pattern } from './pattern.js'
import { extension } from './scope.js'
import { item, range, smarts, term } from './term.js'
import { yes } from './yes.js'

/**
 * A question that the words of a rule leave open, and how this rule answers it. `open` makes everything that depends on
 * it undecided. `substances` limits a reading to named substances that fit the words and on which no authority has
 * ruled, `among` to those of a separate list.
 */
export const reading = z.strictObject({
  id,
  question: z.string().min(1),
  choice: z.enum(['covers', 'does not cover', 'open']),
  basis: z.string().min(1),
  yes,
  substances: z.array(id).optional(),
  /** The substances of `medicines.json`. */
  among: z.literal('approved medicines').optional(),
  /** Limits the reading to the esters, ethers or carbamates of what the rule covers. */
  forms: z
    .array(extension.extract(['esters', 'ethers', 'carbamates']))
    .min(1)
    .optional(),
})

/** What every change allowed by the rule leaves unchanged. Map numbers in the SMARTS name the atoms. */
export const scaffold = z.strictObject({
  id,
  smarts,
  reads: z.string().min(1),
  /** Overrides the rule's `at_least` for this scaffold, e.g. if one parent is itself covered and another is not. */
  at_least: z.int().nonnegative().optional(),
  /** Clauses that a structure meets by having this scaffold, whatever else is attached. */
  meets: z.array(z.string()).min(1).optional(),
  /** The reading on which this being the parent depends, for example if a drawing was not available. */
  reading: id.optional(),
})

/**
 * A place of the scaffold that may vary. `one`: exactly one group is attached there, `parent` in the parent substance.
 * `many`: any number of groups may replace hydrogens of these atoms.
 */
export const site = z.strictObject({
  id,
  reads: z.string().min(1),
  on: z.array(z.int().positive()).min(1),
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
    id: z.string().min(1),
    cite: z.string().min(1),
    reads: z.string().min(1),
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
    needs: z.array(z.string()).min(1).optional(),
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
  reads: z.string().min(1),
  cite: z.string().min(1).optional(),
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
  question: z.string().min(1),
  yes,
  basis: z.string().min(1),
  cite: z.string().min(1),
  reaches: z.array(pattern).min(1),
  unless: z.array(pattern).optional(),
})

/** A substance that the rule covers by name, in addition to what its words cover. */
export const named = z.strictObject({
  substance: id,
  name_in_law: z.string().min(1),
  cite: z.string().min(1).optional(),
})

/** A rule that covers everything another jurisdiction controls on the day. */
const reference = z.strictObject({
  jurisdiction: jurisdictionCode,
  verdicts: z.array(z.enum(['listed', 'class'])).min(1),
  cite: z.string().min(1),
  reads: z.string().min(1),
})

/** Fields of every exclusion. The days are those on which it applies, if not all the days of the rule. */
const leavesOutBase = {
  reads: z.string().min(1),
  cite: z.string().min(1),
  from: day.optional(),
  until: day.optional(),
  unconfirmed: z.array(z.string()).optional(),
}

/** What a rule excludes although its words fit: what lists name, named substances, or what another rule covers. */
export const leavesOut = z.discriminatedUnion('what', [
  z.strictObject({ what: z.literal('class'), rules: z.array(id).min(1), ...leavesOutBase }),
  z.strictObject({ what: z.literal('listed'), control, lists: z.array(id).min(1).optional(), ...leavesOutBase }),
  z.strictObject({ what: z.literal('substances'), substances: z.array(id).min(1), ...leavesOutBase }),
  /** The jurisdiction's `exceptions`, on the days on which each applies. */
  z.strictObject({ what: z.literal('exceptions'), ...leavesOutBase }),
])

export const rulePeriod = period.safeExtend({ status: z.enum(['in force', 'proposed']) })

export const rule = z
  .strictObject({
    id,
    title: z.string().min(1),
    control,
    code: z.string().optional(),
    /** First day on which the class had that code, if later than the class. */
    code_from: day.optional(),
    reads: z.array(z.string().min(1)).min(1),
    parent: id.optional(),
    periods: z.array(rulePeriod).min(1),
    /** Named parts of the patterns below; removed once the file has been read. */
    parts: parts.optional(),
    /** Definitions of this law's own, which override the shared term with the same id. */
    terms: z.array(term).optional(),
    names: z.array(named).min(1).optional(),
    /** Set if the law itself says which tautomers are meant; others are then not read as their amide or ketone. */
    names_tautomers: z.literal(true).optional(),
    scaffolds: z.array(scaffold),
    sites: z.array(site),
    clauses: z.array(clause),
    /** How many clauses must be met; the unchanged parent meets none. */
    at_least: z.int().nonnegative(),
    conditions: z.array(condition).min(1).optional(),
    open_words: openWords.optional(),
    reference: reference.optional(),
    /** Upper bound on the molar mass of the substance without counter-ions, Da. */
    mass: z.strictObject({ max: z.number().positive() }).optional(),
    official_words: z.array(officialWords).min(1).optional(),
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

/** A recorded substance, or a structure of the example's own with its name. */
const exampleBase = {
  substance: id.optional(),
  name: z.string().min(1).optional(),
  smiles: z.string().min(1).optional(),
  why: z.string().min(1),
  source: z.string().min(1).optional(),
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
  unsettled: z.strictObject({ ...exampleBase, reading: z.string().min(1) }).refine(given, givenWords),
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
