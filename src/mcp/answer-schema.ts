import { z } from 'zod'
import { result } from '../report/result-schema.js'
import { fieldWords } from '../report/words/program-words.js'

const { id, input, verdict, structure, jurisdictions, problem, members, lookup, warnings } = result.shape
const jurisdiction = jurisdictions.element
const { findings, decides } = jurisdiction.shape
const member = members.unwrap().element.omit({ lookup: true, jurisdictions: true })
const plain = jurisdiction.shape.verdict

/** What holds for all answers of a call. */
export const run = z.object({
  asOf: z.string().describe(fieldWords.day),
  edition: z.object({ id: z.string(), sha256: z.string(), unverified: z.literal(true).optional() }),
  tool: z.object({ name: z.string(), version: z.string() }),
  query: z
    .object({
      jurisdictions: z.array(z.string()).nullable().describe(fieldWords.jurisdictionsAsked),
      assume: z.array(z.string()).describe(fieldWords.assume),
      precursors: z.boolean(),
      chemicalWeapons: z.boolean().optional(),
      kinds: z.array(z.string()).optional(),
      rules: z.array(z.string()).optional(),
    })
    .describe(fieldWords.query),
  laws: z
    .array(
      z.object({
        code: z.string(),
        name: z.string(),
        recordsFrom: z.string().nullable().describe(fieldWords.recordsFrom),
        verifiedThrough: z.string().describe(fieldWords.verifiedThrough),
        longAgo: z.boolean().describe(fieldWords.longAgo),
        gaps: z.int().describe(fieldWords.gaps),
      }),
    )
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
    .array(member.extend({ jurisdictions: z.array(z.object({ code: z.string(), verdict: plain })) }))
    .optional()
    .describe(fieldWords.members),
  lookup,
  warnings,
  jurisdictions: z.array(
    z.object({ code: z.string(), verdict: plain, decides, findings, caveats: jurisdiction.shape.caveats, questions }),
  ),
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
      verdict: plain,
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
      chapters: z.array(
        z.object({ from: z.string().nullable(), until: z.string().nullable(), verdict: plain, findings }),
      ),
    }),
  ),
})

const period = z.object({
  status: z.string(),
  from: z.string().nullable(),
  until: z.string().nullable(),
  cite: z.string(),
  url: z.string().nullable(),
  unconfirmed: z.array(z.string()),
})

export const rule = z.object({
  id: z.string(),
  jurisdiction: z.string(),
  title: z.string(),
  control: z.string(),
  code: z.string().nullable(),
  reads: z.array(z.string()),
  periods: z.array(period),
  clauses: z.array(z.object({ id: z.string(), reads: z.string(), cite: z.string() })),
  readings: z.array(z.object({ question: z.string(), choice: z.string(), basis: z.string() })),
})

export const hits = z.array(
  z.object({ kind: z.string(), id: z.string(), name: z.string(), field: z.string(), text: z.string() }),
)
