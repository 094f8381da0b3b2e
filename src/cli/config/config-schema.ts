import { z } from 'zod'
import { isRealDay } from '../../law/index.js'
import { positionsSchema } from '../law-files/positions-file.js'
import { outputFormats } from '../run/run-identity.js'

/** `coverage.config.json`. Every setting is the default of an option. */
export const configSchema = z.strictObject({
  $schema: z.string().optional(),
  /** Codes or names, as `-j` takes them. */
  jurisdictions: z.array(z.string().min(1)).min(1).optional(),
  /** Kinds of control, as `--kinds` takes them. */
  kinds: z.array(z.string().min(1)).min(1).optional(),
  /** The day of the law, as `--as-of` takes it. */
  asOf: z.string().refine(isRealDay, 'a day that exists, written YYYY-MM-DD').optional(),
  /** Days after its review from which a law is stale, for the warning and `--fail-on stale`; a year if not given. */
  maxAge: z.int().positive().max(36_500).optional(),
  /** Output format of each command. */
  formats: z
    .strictObject({
      check: z.enum(['text', 'json', 'csv', 'md', 'html']).optional(),
      batch: z.enum(outputFormats).optional(),
      history: z.enum(['text', 'json', 'csv', 'md', 'html']).optional(),
      compare: z.enum(['text', 'json', 'csv', 'xlsx', 'html', 'md', 'sarif', 'junit', 'github']).optional(),
      expect: z.enum(['plain', 'sarif', 'junit', 'github']).optional(),
    })
    .optional(),
  /** User class rules, as `--rule` takes them; paths are relative to the folder of this file. */
  rules: z.array(z.string().min(1)).optional(),
  /** Answers to open questions by their ids, as `--position` takes them. */
  positions: positionsSchema.optional(),
  /** The edition that this project expects; any other is rejected. */
  edition: z
    .strictObject({
      id: z.string().optional(),
      sha256: z
        .string()
        .regex(/^[0-9a-f]{7,64}$/, 'the hash, or its first seven digits or more')
        .optional(),
    })
    .optional(),
})

export type Config = z.infer<typeof configSchema>
