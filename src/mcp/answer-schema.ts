import { z } from 'zod'
import { jurisdiction, result } from '../report/schema.js'
import { fieldWords } from '../service/index.js'

/**
 * Agents read these schemas with every list of tools: they name the fields of a result and leave its parts to
 * docs/output.md.
 */
const open = z.looseObject({})

/** A field without its parts. */
function named(field: z.core.$ZodType): z.ZodType {
  if (field instanceof z.ZodOptional) return named(field.unwrap()).optional()
  if (field instanceof z.ZodNullable) return named(field.unwrap()).nullable()
  if (field instanceof z.ZodArray) return z.array(named(field.element))
  return field instanceof z.ZodString || field instanceof z.ZodEnum ? z.string() : open
}

function pick<S extends z.core.$ZodShape, K extends keyof S & string>(shape: S, ...fields: readonly K[]) {
  return Object.fromEntries(fields.map((field) => [field, named(shape[field]!)])) as Record<K, z.ZodType>
}

export const run = z.looseObject({
  asOf: z.string().describe(fieldWords.day),
  edition: open,
  laws: z
    .array(z.looseObject({ code: z.string(), verifiedThrough: z.string().describe(fieldWords.verifiedThrough) }))
    .describe(fieldWords.laws),
  notice: z.string().describe(fieldWords.notice),
})

const questions = z.array(z.string()).describe(fieldWords.questions)

/** The full answer for one substance. */
export const answer = z.object({
  ...pick(result.shape, 'id', 'input', 'verdict', 'structure', 'problem'),
  members: z
    .array(z.looseObject({ label: z.string(), verdict: z.string() }))
    .optional()
    .describe(fieldWords.members),
  ...pick(result.shape, 'lookup', 'warnings'),
  jurisdictions: z.array(
    z.object({ ...pick(jurisdiction.shape, 'code', 'verdict', 'decides', 'findings', 'caveats'), questions }),
  ),
})

/** The answer for one of many: jurisdictions without findings are left out. */
export const shortAnswer = z.object({
  ...pick(result.shape, 'id', 'input', 'verdict', 'problem'),
  found: z.array(
    z.object({
      ...pick(jurisdiction.shape, 'code', 'verdict', 'decides'),
      by: z.array(z.object({ name: z.string(), cite: z.string(), from: z.string().nullable() })),
      questions,
    }),
  ),
})

export const history = z.object({
  ...pick(result.shape, 'input', 'problem', 'lookup'),
  jurisdictions: z.array(
    z.object({
      code: z.string(),
      recordsFrom: z.string().nullable(),
      verifiedThrough: z.string(),
      chapters: z.array(
        z.object({
          from: z.string().nullable(),
          until: z.string().nullable(),
          ...pick(jurisdiction.shape, 'verdict', 'findings'),
        }),
      ),
    }),
  ),
})

export const rule = z.object({
  id: z.string(),
  jurisdiction: z.string(),
  title: z.string(),
  control: z.string(),
  code: z.string().nullable(),
  reads: z.array(z.string()),
  periods: z.array(open),
  clauses: z.array(z.object({ id: z.string(), reads: z.string(), cite: z.string() })),
  readings: z.array(open),
})

export const hits = z.array(
  z.object({ kind: z.string(), id: z.string(), name: z.string(), field: z.string(), text: z.string() }),
)
