import { z } from 'zod'

/**
 * A named fragment of a pattern, written `{name}` in the patterns of its file: alternatives for one atom, within
 * brackets (`[{halogen-or-cf3}]`), or atoms and bonds (`c1ccccc1-{pentyl}`).
 */
const part = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'lower-case words joined by hyphens, a letter first'),
  smarts: z.string().min(1),
  reads: z.string().min(1),
})

export const parts = z.array(part).min(1)

export type Part = z.infer<typeof part>
