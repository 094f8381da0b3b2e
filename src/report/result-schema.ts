import { z } from 'zod'
import type { ProblemCode } from '../chem/index.js'
import { allKinds } from '../law/index.js'
import type { Caveat, Doubt, Failure, Finding, SetVerdict, Verdict, Via } from '../matching/index.js'
import type { LookupKind, Warning } from '../identifiers/index.js'
import { lookupKinds, problemKinds, problemWords } from './words/problem-words.js'
import { viaWords } from './words/finding-words.js'

/**
 * The machine output of one input. `result.schema.json` is generated from this, and a test detects differences. The
 * compiler keeps the records of kinds complete.
 */
const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .describe('YYYY-MM-DD')
const atoms = z.array(z.int().nonnegative()).describe("Atoms by index, from 0, in the input's own order")
const verdict = z.enum(['listed', 'class', 'undecided', 'uncontrolled'] satisfies Verdict[])
/** `controlled` and `depends` occur only for a set of structures. */
const shown = z.enum([...verdict.options, 'controlled', 'depends'] satisfies SetVerdict[])
const countsAs = verdict
  .optional()
  .describe(
    'For a set of structures: the verdict of its strongest member (of its weakest with setsCountAs), which ' +
      'counts and filters go by',
  )
const counting = z
  .enum(['listed', 'class', 'undecided'])
  .nullable()
  .describe('The verdict this finding gives by itself; null where it does not affect the verdict (proposed)')
const via = z.enum(Object.keys(viaWords) as [Via, ...Via[]])
const problemCode = z.enum(Object.keys(problemWords) as [ProblemCode, ...ProblemCode[]])
const message = z.string().min(1)

/** Fields of each kind of doubt, besides `kind` and `message`. */
const doubts = {
  'stereo open': {},
  'stereo parted': { exception: z.string() },
  diastereomer: {},
  'start unknown': { inForceBy: day.nullable() },
  'start unconfirmed': { from: day, really: z.enum(['earlier', 'later']) },
  'before records': { recordsFrom: day },
  'instrument unknown': {},
  'lapse unverified': { until: day, verifiedThrough: day },
  'preparations only': { what: z.string() },
  'with other ingredients': { question: z.string(), basis: z.string(), cite: z.string() },
  'solvate or mixture': {},
  'extension conditional': { extension: z.string(), reads: z.string() },
  'extension unconfirmed': { extension: z.string() },
  'tautomer apart': {},
  'bare element': {},
  'link unusual': {},
  'salt or mixture': {},
  'positional isomer unsettled': { why: z.enum(['groups', 'alkyl', 'core', 'not defined']), core: z.string() },
  'reading open': { reading: z.string(), question: z.string(), basis: z.string() },
  'open words': { question: z.string(), basis: z.string() },
  'perhaps left out': { list: z.string(), reads: z.string() },
  'undecided elsewhere': { jurisdiction: z.string() },
  'search bound': {},
} satisfies Record<Doubt['kind'], z.core.$ZodLooseShape>

/** The same of caveats. Text is omitted in a batch without `--explain`: it is the same for every row. */
const caveats = {
  'after verified': { verifiedThrough: day },
  'long after verified': { verifiedThrough: day },
  'after today': {},
  'before records': { recordsFrom: day },
  gap: { gap: z.string(), reads: z.string().optional(), cite: z.string().optional() },
} satisfies Record<Caveat['kind'], z.core.$ZodLooseShape>

const siteFailure = { sites: z.array(z.string()), atoms }
const clauseFailure = { clause: z.string(), atoms }
const failures = {
  'no scaffold': {},
  'group not allowed': siteFailure,
  'nothing at site': siteFailure,
  'ring closed on the scaffold': siteFailure,
  'parent unchanged': siteFailure,
  'too many changes': clauseFailure,
  'too few changes': clauseFailure,
  'other clause needed': { clause: z.string(), needs: z.array(z.string()), atoms },
  'too large together': clauseFailure,
  condition: { condition: z.string(), reads: z.string(), atoms },
  'left out by name': { atoms },
  'left out by reading': { reading: z.string(), atoms },
  'too heavy': { mass: z.number(), limit: z.number() },
} satisfies Record<Failure['why'], z.core.$ZodLooseShape>

const clause = z.strictObject({ id: z.string(), atoms, cite: z.string(), reads: z.string() })
const reading = z.strictObject({
  id: z.string(),
  question: z.string(),
  choice: z.enum(['covers', 'does not cover', 'open']),
  basis: z.string(),
})

const onlyFor = {
  onlyFor: z
    .array(z.string())
    .optional()
    .describe('Of a set of structures: labels of the members that the finding is about, unless it is about all'),
}

const common = {
  ...onlyFor,
  status: z.enum(['in force', 'proposed']),
  from: day.nullable().describe('First day in force'),
  until: day.nullable().describe('First day no longer in force'),
  act: z.string().nullable(),
  cite: z.string().min(1),
  url: z.url().nullable(),
  control: z.enum(allKinds),
  via: z.array(via),
  unconfirmed: z.array(z.string()).describe('Facts of this finding that are not confirmed'),
  limits: z
    .array(
      z.strictObject({
        amount: z.number(),
        unit: z.string(),
        per: z.string().optional(),
        reads: z.string(),
        cite: z.string(),
      }),
    )
    .optional()
    .describe('Amounts and concentrations that the law frees, which a structure does not show'),
  doubts: z.array(oneOf('kind', doubts, { message })),
  counts: counting,
  controlledFrom: day
    .nullable()
    .optional()
    .describe(
      'Of a finding that counts as listed or class: the first day since which the substance has been under this ' +
        'kind of control here without a break, by whatever entry or rule; null if a time before is undecided or ' +
        'not recorded',
    ),
  controlledBy: day.optional().describe('The day by which it was, where controlledFrom is null'),
}

const scope = z
  .strictObject({ words: z.array(z.string()), cite: z.string().min(1), reads: z.string().nullable() })
  .nullable()
  .describe('The clause that extends the entry to this form; null where the entry names the form itself')

const findings = {
  listed: {
    ...common,
    substance: z.string(),
    nameInLaw: z.string(),
    list: z.string(),
    listName: z.string(),
    code: z.string().nullable(),
    entry: z.string().nullable(),
    scope,
    readings: z.array(z.string()),
  },
  class: {
    ...common,
    ruleId: z.string(),
    title: z.string(),
    code: z.string().nullable(),
    clauses: z.array(clause),
    readings: z.array(reading),
    assumed: z.boolean(),
  },
  'open structure': {
    why: z.enum([
      'drawn open',
      'too many members',
      'abbreviation',
      'no identity',
      'no structure',
      'group',
      'odd charge',
      'radical',
      'odd bond',
      'budget',
    ]),
    members: z.array(z.string()).optional(),
    listedMembers: z.array(z.string()).optional(),
    count: z.number().optional().describe('Structures that the input states, if they are too many to be judged'),
    ...onlyFor,
    counts: z.literal('undecided'),
  },
  gap: {
    gap: z.string(),
    reads: z.string(),
    cite: z.string(),
    ...onlyFor,
    counts: z.enum(['undecided', 'class']).describe('`class` by a position'),
  },
} satisfies Record<Finding['kind'], z.core.$ZodLooseShape>

/** Written once in the JSON Schema: rows of both kinds and members of sets have it. */
const findingList = z.array(oneOf('kind', findings)).meta({ id: 'findings' })

const usedPosition = z.strictObject({
  question: z.string().describe('Its id, as `coverage questions` prints it'),
  answer: z.enum(['controlled', 'not controlled', 'yes', 'no']),
  by: z.string().nullable().describe('Whose answer it is'),
  note: z.string().optional(),
})

const jurisdiction = z.strictObject({
  code: z.string().regex(/^[A-Z]{2,4}$/),
  verdict: shown,
  countsAs,
  decides: z
    .array(z.strictObject({ verdict, choices: z.array(z.string()) }))
    .optional()
    .describe('For a set of structures: the positions, groups or members that have each verdict; empty if all agree'),
  findings: findingList,
  caveats: z.array(oneOf('kind', caveats, { message: message.optional() })),
  byWords: shown.optional().describe('With positions: the verdict by the words of the law alone'),
  positions: z.array(usedPosition).optional().describe('Answers to open questions on which this verdict rests'),
  nearMisses: z
    .array(
      z.strictObject({
        ruleId: z.string(),
        title: z.string(),
        failure: oneOf('why', failures),
        accounted: z.int().nonnegative(),
      }),
    )
    .optional()
    .describe('With --explain'),
  setAside: z
    .array(
      z.strictObject({
        ruleId: z.string(),
        title: z.string(),
        clauses: z.array(clause),
        reads: z.string(),
        cite: z.string(),
      }),
    )
    .optional()
    .describe('With --explain'),
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
  }),
  tool: z.strictObject({ name: z.string(), version: z.string() }),
  query: z
    .strictObject({
      jurisdictions: z.array(z.string()).nullable().describe('Null if all jurisdictions of the edition were checked'),
      assume: z.array(z.string()),
      precursors: z.boolean(),
      chemicalWeapons: z
        .boolean()
        .optional()
        .describe('False if the schedules of the Chemical Weapons Convention were excluded; otherwise absent'),
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

type KindsOf<K extends string, Shapes, More> = {
  [Kind in keyof Shapes & string]: z.ZodObject<Record<K, z.ZodLiteral<Kind>> & Shapes[Kind] & More, z.core.$strict>
}[keyof Shapes & string]

/** One object of each kind: `key` names the kind, and `more` are fields that all have. */
function oneOf<
  K extends string,
  Shapes extends Record<string, z.core.$ZodLooseShape>,
  More extends z.core.$ZodLooseShape = object,
>(key: K, shapes: Shapes, more?: More) {
  const kinds = Object.entries(shapes).map(([kind, shape]) =>
    z.strictObject({ [key]: z.literal(kind), ...shape, ...more }),
  )
  return z.discriminatedUnion(key, kinds as unknown as [KindsOf<K, Shapes, More>, ...KindsOf<K, Shapes, More>[]])
}
