import { z } from 'zod'
import { fieldWords } from '../report/index.js'

/** Agents read these schemas with every list of tools, so they name fields and leave parts to docs/output.md. */
const open = z.looseObject({})
const id = z.string()
const input = z.string()
const verdict = z.string()
const problem = z.looseObject({ code: z.string(), message: z.string() }).nullable()
const structure = open.nullable()
const lookup = open.optional()
const decides = z.array(open).optional()
const findings = z.array(z.looseObject({ kind: z.string() }))

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
  id,
  input,
  verdict,
  structure,
  problem,
  members: z
    .array(z.looseObject({ label: z.string(), verdict }))
    .optional()
    .describe(fieldWords.members),
  lookup,
  warnings: z.array(open).optional(),
  jurisdictions: z.array(z.object({ code: z.string(), verdict, decides, findings, caveats: z.array(open), questions })),
})

/** The answer for one of many: jurisdictions without findings are left out. */
export const shortAnswer = z.object({
  id,
  input,
  verdict,
  problem,
  found: z.array(
    z.object({
      code: z.string(),
      verdict,
      decides,
      by: z.array(z.object({ name: z.string(), cite: z.string(), from: z.string().nullable() })),
      questions,
    }),
  ),
})

export const history = z.object({
  input,
  problem,
  lookup,
  jurisdictions: z.array(
    z.object({
      code: z.string(),
      recordsFrom: z.string().nullable(),
      verifiedThrough: z.string(),
      chapters: z.array(z.object({ from: z.string().nullable(), until: z.string().nullable(), verdict, findings })),
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
