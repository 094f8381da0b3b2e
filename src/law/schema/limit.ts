import { z } from 'zod'

/** An amount or concentration that the law frees or treats otherwise: shown with the answer, never decided. */
export const limits = z
  .array(
    z.strictObject({
      amount: z.number().positive(),
      /** `% by weight`, `g`. */
      unit: z.string().min(1),
      /** The span for which the amount holds, if it does for one. */
      per: z.string().min(1).optional(),
      /** What holds up to this limit, or above it. */
      reads: z.string().min(1),
      cite: z.string().min(1),
    }),
  )
  .min(1)

export type Limit = z.infer<typeof limits>[number]
