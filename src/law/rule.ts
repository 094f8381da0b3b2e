import { z } from 'zod'
import { control } from './list.js'
import { id, period } from './period.js'
import { item, smarts } from './term.js'

/**
 * A question the words of a rule leave open, and how this rule answers it.
 * `open` makes whatever leans on it undecided. `substances` limits a reading to named
 * substances that fit the words and on which no authority has ruled.
 */
export const reading = z.strictObject({
  id,
  question: z.string().min(1),
  choice: z.enum(['covers', 'does not cover', 'open']),
  basis: z.string().min(1),
  substances: z.array(id).optional(),
})

/** What stays through every change the rule allows. Map numbers in the SMARTS name the atoms. */
export const scaffold = z.strictObject({
  id,
  smarts,
  reads: z.string().min(1),
})

/**
 * A place of the scaffold that may differ. `one`: exactly one group hangs there, `parent` in
 * the parent substance. `many`: any number of groups may replace hydrogens of these atoms.
 */
export const site = z.strictObject({
  id,
  reads: z.string().min(1),
  on: z.array(z.int().positive()).min(1),
  holds: z.enum(['one', 'many']),
  parent: item.optional(),
})

export const clause = z.strictObject({
  id: z.string().min(1),
  cite: z.string().min(1),
  reads: z.string().min(1),
  sites: z.array(id).min(1),
  /** `replace` puts another group in place of the parent's; `substitute` puts groups in place of hydrogens. */
  change: z.enum(['replace', 'substitute']),
  with: z.array(item).min(1),
  at_most: z.int().positive().optional(),
})

/** What a rule leaves out although its words fit. */
export const leavesOut = z.discriminatedUnion('what', [
  z.strictObject({ what: z.literal('listed'), control, reads: z.string().min(1), cite: z.string().min(1), unconfirmed: z.array(z.string()).optional() }),
  z.strictObject({ what: z.literal('substances'), substances: z.array(id).min(1), reads: z.string().min(1), cite: z.string().min(1), unconfirmed: z.array(z.string()).optional() }),
])

export const rulePeriod = period.safeExtend({ status: z.enum(['in force', 'proposed']) })

export const rule = z.strictObject({
  id,
  title: z.string().min(1),
  control,
  code: z.string().optional(),
  reads: z.array(z.string().min(1)).min(1),
  parent: id.optional(),
  periods: z.array(rulePeriod).min(1),
  scaffolds: z.array(scaffold).min(1),
  sites: z.array(site),
  clauses: z.array(clause),
  /** How many clauses must be met; the parent unchanged meets none. */
  at_least: z.int().nonnegative(),
  /** Upper bound on the molar mass of the substance without counter-ions, Da. */
  mass: z.strictObject({ max: z.number().positive() }).optional(),
  leaves_out: z.array(leavesOut),
  readings: z.array(reading),
  note: z.string().optional(),
})

const exampleBase = { substance: id, why: z.string().min(1), source: z.string().min(1).optional() }

/** Named substances on their side of the rule; each becomes a test. */
export const ruleExamples = z.strictObject({
  fits: z.array(z.strictObject({ ...exampleBase, by: z.array(z.string()).min(1) })),
  misses: z.array(z.strictObject({ ...exampleBase, near: z.string().optional() })),
  unsettled: z.array(z.strictObject({ ...exampleBase, reading: id })),
})

export type Reading = z.infer<typeof reading>
export type Scaffold = z.infer<typeof scaffold>
export type Site = z.infer<typeof site>
export type Clause = z.infer<typeof clause>
export type LeavesOut = z.infer<typeof leavesOut>
export type RulePeriod = z.infer<typeof rulePeriod>
export type Rule = z.infer<typeof rule>
export type RuleExamples = z.infer<typeof ruleExamples>
