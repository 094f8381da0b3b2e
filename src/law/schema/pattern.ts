import { z } from 'zod'

/** A SMARTS pattern that decides something by itself, with its meaning in words. */
export const pattern = z.strictObject({ smarts: z.string().min(1), reads: z.string().min(1) })

export type Pattern = z.infer<typeof pattern>
