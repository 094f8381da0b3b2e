import { z } from 'zod'
import { codePattern } from './code-pattern.js'
import { allKinds } from './control.js'
import { isRealDay } from './real-day.js'

// What records of several kinds have.

/** Words or a code. */
export const text = z.string().min(1)

/** A list of one or more. */
export function some<T extends z.ZodType>(one: T) {
  return z.array(one).min(1)
}

/** A calendar day, `YYYY-MM-DD`. Days compare correctly as strings. */
export const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'a day written YYYY-MM-DD')
  .refine(isRealDay, 'a day that exists in the calendar')

export type Day = z.infer<typeof day>

/** The jurisdiction at the start of a path. No other folder is named so. */
export const folder = codePattern.toLowerCase()

export const jurisdictionCode = z
  .string()
  .regex(new RegExp(`^${codePattern}$`), 'a code of two to four letters, or of a part of a country (US-IA)')

/** Lower-case words joined by hyphens; never reused. */
export const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower-case words joined by hyphens')

export const control = z.enum(allKinds)

/**
 * What a listing covers beyond the substance it names: the law's own words reduced to terms. `isomers` is used if the
 * law says no more than that; it is read as every stereoisomer, since authorities that use the bare word list
 * positional isomers one by one. `derivatives` has no structural limit; esters and ethers are read as derivatives.
 */
export const extension = z.enum([
  'salts',
  'optical isomers',
  'geometric isomers',
  'stereoisomers',
  'positional isomers',
  'isomers',
  'esters',
  'ethers',
  'carbamates',
  'derivatives',
])

export type Extension = z.infer<typeof extension>

/** A SMARTS pattern that decides something by itself, with its meaning in words. */
export const pattern = z.strictObject({ smarts: text, reads: text })

export type Pattern = z.infer<typeof pattern>

/**
 * A named fragment of a pattern, written `{name}` in the patterns of its file: alternatives for one atom, within
 * brackets (`[{halogen-or-cf3}]`), or atoms and bonds (`c1ccccc1-{pentyl}`).
 */
const part = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'lower-case words joined by hyphens, a letter first'),
  smarts: text,
  reads: text,
})

export const parts = some(part)

export type Part = z.infer<typeof part>

/** An amount or concentration that the law frees or treats otherwise: shown with the answer, never decided. */
export const limits = some(
  z.strictObject({
    amount: z.number().positive(),
    /** `% by weight`, `g`. */
    unit: text,
    /** The span for which the amount holds, if it does for one. */
    per: text.optional(),
    /** What holds up to this limit, or above it. */
    reads: text,
    cite: text,
  }),
)

export type Limit = z.infer<typeof limits>[number]

/**
 * What a yes to a question means, if not that the law covers the substance: that it does not ("... and so outside the
 * act?"), or neither, where the question is which of two.
 */
export const yes = z.enum(['does not cover', 'neither']).optional()
