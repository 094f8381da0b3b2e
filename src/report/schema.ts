import { z } from 'zod'
import type { ProblemCode } from '../chem/index.js'
import { allKinds, codePattern } from '../law/index.js'
import type { Caveat } from '../matching/index.js'
import {
  caveats,
  day,
  decided,
  doubts,
  findingWith,
  ground,
  message,
  nearMiss,
  oneOf,
  setAside,
  shown,
  usedPosition,
  verdict,
} from '../matching/schema.js'
import type { LookupKind, Warning } from '../identifiers/index.js'
import { lookupKinds, problemKinds, problemWords } from './words/problem-words.js'

/**
 * The machine output of one input. The build makes the JSON Schemas of `dist` from it (`bin/bundle.mjs`), and
 * the schemas that agents read are parts of it.
 */
const countsAs = verdict
  .optional()
  .describe(
    'For a set of structures: the verdict of its strongest member (of its weakest with setsCountAs), which ' +
      'counts and filters go by',
  )
const problemCode = z.enum(Object.keys(problemWords) as [ProblemCode, ...ProblemCode[]])

/** Written once in the JSON Schema: rows of both kinds and members of sets have it. */
const findingList = z.array(findingWith(oneOf('kind', doubts, { message }))).meta({ id: 'findings' })

/** Text is omitted in a batch without `--explain`: it is the same for every row. */
const writtenCaveats = {
  ...caveats,
  gap: { gap: z.string(), reads: z.string().optional(), cite: z.string().optional() },
}

export const jurisdiction = z.strictObject({
  code: z.string().regex(new RegExp(`^${codePattern}$`)),
  verdict: shown,
  countsAs,
  decides: z
    .array(decided)
    .optional()
    .describe('For a set of structures: the positions, groups or members that have each verdict; empty if all agree'),
  findings: findingList,
  caveats: z.array(oneOf('kind', writtenCaveats, { message: message.optional() })),
  byWords: shown.optional().describe('With positions: the verdict by the words of the law alone'),
  positions: z.array(ground).optional().describe('Positions and recorded readings on which this verdict rests'),
  nearMisses: z.array(nearMiss).optional().describe('With --explain'),
  setAside: z.array(setAside).optional().describe('With --explain'),
})

const warningCodes = ['other-substance', 'other-stereo', 'unknown-cas', 'bad-cas'] satisfies Warning['code'][]

const structure = z
  .strictObject({
    smiles: z.string().nullable(),
    inchikey: z.string().nullable(),
    formula: z.string(),
    unnamed: message
      .optional()
      .describe('Why a requested name could not be computed; the verdict does not depend on it'),
  })
  .nullable()

const lookup = z.strictObject({
  by: z.enum(Object.keys(lookupKinds) as [LookupKind, ...LookupKind[]]),
  substance: z.string().nullable().describe('Null for what is not recorded, and for a product'),
  name: z.string().nullable(),
  form: z.string().optional().describe('What the name or number says of it: a salt, isotopes, both enantiomers'),
  structure: z.string().nullable(),
})

const member = z.strictObject({
  label: z.string(),
  input: z.string().nullable().describe('SMILES or mol block that was judged; null for a record without a structure'),
  verdict,
  structure,
  jurisdictions: z.array(jurisdiction.omit({ countsAs: true, decides: true, caveats: true }).extend({ verdict })),
  lookup: lookup.optional(),
})

const replaced = z.array(z.string()).describe('What the data of the user replaced or removed in the shipped edition')

export const result = z.strictObject({
  index: z.int().positive().describe('Position among the inputs of the run'),
  id: z.string().min(1),
  input: z.string(),
  verdict: z.enum([...shown.options, 'unreadable']),
  countsAs,
  asOf: day,
  structure: structure.describe(
    'Null for an unreadable input and for a recorded substance or set without a single structure',
  ),
  jurisdictions: z.array(jurisdiction),
  edition: z.strictObject({
    id: z.string(),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    unverified: z
      .literal(true)
      .optional()
      .describe('Set if the edition was changed after it was compiled; sha256 is then the hash of its present content'),
    replaced: replaced.optional(),
  }),
  tool: z.strictObject({ name: z.string(), version: z.string() }),
  query: z
    .strictObject({
      jurisdictions: z.array(z.string()).nullable().describe('Null if all jurisdictions of the edition were checked'),
      assume: z.array(z.string()),
      kinds: z.array(z.enum(allKinds)).optional().describe('The kinds of control that counted, if they were chosen'),
      rules: z.array(z.string()).optional().describe('User rules added to the edition from files'),
      setsCountAs: z
        .literal('weakest')
        .optional()
        .describe('Set if a set of structures counts as its weakest member; otherwise as its strongest'),
      positions: z
        .array(
          usedPosition.extend({
            from: day.optional(),
            until: day.optional(),
            inchikey: z.string().optional().describe('The only structure for which it holds'),
          }),
        )
        .optional()
        .describe('Answers to open questions, on which rows may rest'),
      readings: z
        .enum(['all', 'none'])
        .optional()
        .describe('Recorded readings that counted, if not those whose source was seen'),
    })
    .describe('The options that affect the answer'),
  problem: z
    .strictObject({
      code: problemCode,
      message,
      position: z.int().nullable(),
      /** Rows of earlier versions have none. */
      kind: z.enum(problemKinds).optional(),
    })
    .nullable(),
  members: z
    .array(member)
    .optional()
    .describe('For a set of structures, of which one is the substance: each with its own answer'),
  lookup: lookup
    .optional()
    .describe(
      'The recorded substance that the input named, or the structure of its InChI; atoms then count in `structure`',
    ),
  warnings: z
    .array(z.strictObject({ code: z.enum(warningCodes), message }))
    .optional()
    .describe('Contradictions between other columns of the row and the one that decides'),
  similar: z
    .array(
      z.strictObject({
        substance: z.string(),
        name: z.string(),
        listedIn: z.array(z.string()),
        similarity: z.number().min(0).max(1),
      }),
    )
    .optional()
    .describe('With --similar: listed substances most like it, nearest first; never a verdict'),
  row: z.int().positive().optional().describe('Position in its file, in a batch'),
  file: z.string().optional().describe('In a batch of several files'),
  fields: z.record(z.string(), z.string()).optional().describe('Columns of the table or properties of the SDF record'),
})

export type Result = z.infer<typeof result>

const runName = z
  .string()
  .regex(/^[0-9a-f]{12}$/)
  .describe('Identifies the run; its facts are in OUTPUT.run.json or in the file of --run-info')

/** A row of a run whose facts are in a separate file. */
export const shortResult = z.strictObject({
  ...result.omit({ asOf: true, edition: true, tool: true, query: true, similar: true }).shape,
  structure: z
    .strictObject({
      formula: z.string(),
      smiles: z.string().optional().describe('Only where it was computed'),
      inchikey: z.string().optional(),
      unnamed: message.optional(),
    })
    .nullable()
    .optional()
    .describe('Not given for an unreadable input; null for a recorded substance without a structure'),
  jurisdictions: z
    .array(jurisdiction.omit({ caveats: true }))
    .describe('Only those with findings; in the others of the run, the verdict is uncontrolled'),
  problem: result.shape.problem.unwrap().optional(),
  caveats: z
    .array(z.enum(['before records', 'after today', 'long after verified'] satisfies Caveat['kind'][]))
    .optional()
    .describe('Kinds of the most important caveats; the run file has them in full'),
  run: runName,
  replaced: replaced.optional(),
})

export type ShortResult = z.infer<typeof shortResult>

export const runFile = z.strictObject({
  run: runName,
  schema: z.literal(2),
  asOf: day,
  edition: result.shape.edition,
  tool: result.shape.tool,
  query: result.shape.query,
  explain: z.literal(true).optional().describe('Set if rows have near misses and what the law sets aside'),
  jurisdictions: z
    .array(jurisdiction.pick({ code: true, caveats: true }))
    .describe('All that were checked, in output order, with the caveats of each answer'),
})

export type RunFile = z.infer<typeof runFile>

export function resultSchema(): Record<string, unknown> {
  return { title: 'coverage result, one line of NDJSON', ...z.toJSONSchema(z.union([result, shortResult])) }
}

export function runFileSchema(): Record<string, unknown> {
  return { title: 'coverage run: facts common to all its rows', ...z.toJSONSchema(runFile) }
}
