import { z } from 'zod'
import { id } from './period.js'

/**
 * One chemical substance; no law in it. `smiles` is null for what is not a single
 * structure (plant, extract, preparation, group), and `structure.why` says so.
 */
export const substance = z.strictObject({
  id,
  name: z.string().min(1),
  chemical_name: z.string().min(1).optional(),
  aliases: z.array(z.string().min(1)).optional(),
  names_zh: z.array(z.string().min(1)).optional(),
  cas: z.array(z.string().regex(/^\d{2,7}-\d{2}-\d$/, 'a CAS number')).optional(),
  smiles: z.string().min(1).nullable(),
  /** Other drawings of the same substance to which no shift of hydrogens leads: the open form of a ring-chain tautomer. */
  also_drawn: z.array(z.string().min(1)).min(1).optional(),
  formula: z.string().min(1).optional(),
  inchikey: z.string().regex(/^[A-Z]{14}-[A-Z]{10}-[A-Z]$/, 'an InChIKey').optional(),
  structure: z.strictObject({
    from: z.enum(['chemical name', 'drawing', 'none']),
    why: z.string().optional(),
  }),
  /** Another record of the same identity; `note` says why there are two. */
  same_as: id.optional(),
  note: z.string().optional(),
})

export type Substance = z.infer<typeof substance>
