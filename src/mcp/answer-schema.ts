import { z } from 'zod'
import { result } from '../report/result-schema.js'

const { id, input, verdict, structure, jurisdictions, problem, lookup, warnings } = result.shape
const jurisdiction = jurisdictions.element
const { findings } = jurisdiction.shape
const plain = jurisdiction.shape.verdict

/** What is true of all answers of a call. */
export const run = z.object({
  asOf: z.string().describe('Day of the law'),
  edition: z.object({ id: z.string(), sha256: z.string(), unverified: z.literal(true).optional() }),
  tool: z.object({ name: z.string(), version: z.string() }),
  query: z
    .object({
      jurisdictions: z.array(z.string()).nullable().describe('Null if all jurisdictions of the edition were asked'),
      assume: z.array(z.string()).describe('Rules that count although they are not in force'),
      precursors: z.boolean(),
      chemicalWeapons: z.boolean().optional(),
      rules: z.array(z.string()).optional(),
    })
    .describe('What law was asked'),
  laws: z
    .array(
      z.object({
        code: z.string(),
        name: z.string(),
        recordsFrom: z.string().nullable().describe('First day that the records cover'),
        verifiedThrough: z.string().describe('Day up to which the law was reviewed; later amendments are not included'),
        longAgo: z.boolean().describe('Whether that is more than a year before the day asked'),
        gaps: z.int().describe('Known gaps of the records'),
      }),
    )
    .describe('How old each law is'),
  notice: z.string().describe('What the answers do not say'),
})

const questions = z.array(z.string()).describe('Why it is undecided')

/** The answer for one substance in full. */
export const answer = z.object({
  id,
  input,
  verdict,
  structure,
  problem,
  lookup,
  warnings,
  jurisdictions: z.array(
    z.object({ code: z.string(), verdict: plain, findings, caveats: jurisdiction.shape.caveats, questions }),
  ),
})

/** The answer for one of many: jurisdictions in which nothing was found are left out. */
export const shortAnswer = z.object({
  id,
  input,
  verdict,
  problem,
  found: z.array(
    z.object({
      code: z.string(),
      verdict: plain,
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
