import { z } from 'zod'
import { id, parts, some, text } from './fields.js'

export const smarts = text

export const range = z.strictObject({ min: z.int().nonnegative().optional(), max: z.int().nonnegative().optional() })

/**
 * Limits on the carbons of a hydrocarbyl group that may be substituted. As usually counted, it ends at hetero atoms,
 * rings with hetero atoms and open-chain carbons such as C=O or C#N. `any way` also accepts the other ways of counting:
 * such carbons belong to it, or a ring attached to it is a substituent.
 */
const hydrocarbyl = z.strictObject({ ...range.shape, counted: z.enum(['commonly', 'any way']) })

/**
 * Limits on the number of atoms in the longest open chain of a group, not counting ring atoms. `over` says which atoms
 * can be part of it (SMARTS, first atom), if a law counts only some atoms, and `over_reads` says it in words.
 */
const chain = z
  .strictObject({ ...range.shape, over: some(smarts).optional(), over_reads: text.optional() })
  .refine((c) => (c.over === undefined) === (c.over_reads === undefined), 'over and over_reads together')

/**
 * A use of a term in a rule. A bare string is the term unchanged. `further` overrides what the term says about further
 * substitution; `carbons`, `chain` and `mass` (Da) limit the whole group; `hydrocarbyl` limits the carbons of the
 * hydrocarbyl group at the attached atom, without its substituents; `reading` names the reading on which this use
 * depends.
 */
export const termUse = z.strictObject({
  term: id,
  further: z.lazy(() => further).optional(),
  carbons: range.optional(),
  chain: chain.optional(),
  mass: z.strictObject({ max: z.number().positive() }).optional(),
  hydrocarbyl: hydrocarbyl.optional(),
  except: z.array(id).optional(),
  reading: id.optional(),
})

export const item: z.ZodType<Item, unknown> = z.union([id, termUse])

const further: z.ZodType<Further, unknown> = z.union([z.enum(['any', 'none']), z.array(item)])

/**
 * One way in which a group can satisfy a term. All the conditions given must be met. Patterns are SMARTS matched on the
 * neutral form; their first atom is the atom examined.
 */
const shape = z.strictObject({
  /** Number of bonds that attach the group to the rest (default 1). Two or more close a ring with it. */
  ends: z.int().positive().optional(),
  /** The bond that attaches the group to the rest of the molecule (default single). */
  bond: z.enum(['single', 'double', 'any']).optional(),
  /** The atom of the rest of the molecule to which the group is attached matches this. */
  at: smarts.optional(),
  /** The atom by which the group is attached matches this. */
  root: smarts.optional(),
  /** Every heavy atom of the group matches one of these. */
  every: some(smarts).optional(),
  /** For each of these, at least one atom of the group matches. */
  some: z.array(smarts).optional(),
  /** No atom of the group matches any of these. */
  none: z.array(smarts).optional(),
  /** The skeleton of the group, starting at the attached atom; `further` says what else may be attached to it. */
  core: smarts.optional(),
  /**
   * The attached atom is in a ring system of this kind; `further` says what else may be attached to it. For a group
   * with several ends: the ring or rings that it closes with the rest.
   */
  ring: z
    .strictObject({
      /** The whole ring system is one of these, attached by any atom. */
      is: some(smarts).optional(),
      rings: range.optional(),
      sizes: z.array(z.int()).optional(),
      aromatic: z.boolean().optional(),
      heteroatoms: range.optional(),
      heteroelements: z.array(z.string()).optional(),
    })
    .optional(),
  further: further.optional(),
})

export const term = z.strictObject({
  id,
  reads: text,
  is: some(shape),
  /** Groups as SMILES: `*` for the rest of the molecule, or `*1*` for two neighbours that close a ring with it. */
  examples: z.strictObject({ in: some(z.string()), out: some(z.string()) }),
  source: z.string().optional(),
  note: z.string().optional(),
})

const { id: ofTerm, reads, ...groups } = term.shape

/** A term in a file of its own, where its patterns may have named parts. */
export const termFile = z.strictObject({ id: ofTerm, reads, parts: parts.optional(), ...groups })

interface Range {
  min?: number | undefined
  max?: number | undefined
}
export interface TermUse {
  term: string
  further?: Further | undefined
  carbons?: Range | undefined
  chain?: (Range & { over?: string[] | undefined; over_reads?: string | undefined }) | undefined
  mass?: { max: number } | undefined
  hydrocarbyl?: (Range & { counted: 'commonly' | 'any way' }) | undefined
  except?: string[] | undefined
  reading?: string | undefined
}
export type Item = string | TermUse
export type Further = 'any' | 'none' | Item[]
export type Shape = z.infer<typeof shape>
export type Term = z.infer<typeof term>

/** The uses of terms in an item: its own, what it excepts, and those nested in it. Each with its field. */
export function* usesIn(item: Item, field = ''): Generator<readonly [use: TermUse, field: string]> {
  const use = typeof item === 'string' ? { term: item } : item
  yield [use, field]
  for (const term of use.except ?? []) yield [{ term }, `${field}.except`]
  yield* usesOf(use.further, field)
}

export function* usesOf(further: Further | undefined, field = ''): ReturnType<typeof usesIn> {
  if (!Array.isArray(further)) return
  for (const [k, item] of further.entries()) yield* usesIn(item, `${field}.further[${k}]`)
}
