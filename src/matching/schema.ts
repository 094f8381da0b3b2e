import { z } from 'zod'
import { allKinds } from '../law/index.js'

/**
 * The shape of what an answer says of one law, of which everything else is made: the types of findings (by type-only
 * import, so that an answer does not load zod), the JSON Schema of results, and what agents are told.
 */
export const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .describe('YYYY-MM-DD')
const atoms = z.array(z.int().nonnegative()).describe("Atoms by index, from 0, in the input's own order")
export const verdict = z.enum(['listed', 'class', 'undecided', 'uncontrolled'])
/**
 * The verdict on a set of structures of which one is the substance: that of all members; `controlled` if some are
 * listed and all others in a class; `depends` if it matters which it is.
 */
export const shown = z.enum([...verdict.options, 'controlled', 'depends'])
const counting = z
  .enum(['listed', 'class', 'undecided'])
  .nullable()
  .describe('The verdict this finding gives by itself; null where it does not affect the verdict (proposed)')
/** By which words of the law, or as which form of the substance, a candidate is covered. */
const via = z.enum([
  'name',
  'salt',
  'mixture',
  'isotopologue',
  'tautomer',
  'hydrate',
  'optical isomer',
  'stereoisomer',
  'geometric isomer',
  'positional isomer',
  'ester',
  'ether',
  'carbamate',
])
export const message = z.string().min(1)

/**
 * Why a finding counts for less than it would, or with a reservation: the fields of each kind, besides `kind`.
 * `report` puts it into words.
 */
export const doubts = {
  'stereo open': {},
  'stereo parted': { exception: z.string() },
  diastereomer: {},
  'start unknown': { inForceBy: day.nullable() },
  /** `really`: whether the true day may be earlier or later than the recorded one. */
  'start unconfirmed': { from: day, really: z.enum(['earlier', 'later']) },
  'before records': { recordsFrom: day },
  /** No legal act is recorded for the entry: it was taken from the printed list. */
  'instrument unknown': {},
  'lapse unverified': { until: day, verifiedThrough: day },
  'preparations only': { what: z.string() },
  /** Drawn with a further ingredient, and the list does not cover every mixture. */
  'with other ingredients': { question: z.string(), basis: z.string(), cite: z.string() },
  /** A solvent next to another substance: in a mixture, or part of its solvate. */
  'solvate or mixture': {},
  /** The law covers this form only on a condition that no structure decides; `reads` is the clause. */
  'extension conditional': { extension: z.string(), reads: z.string() },
  'extension unconfirmed': { extension: z.string() },
  /** Only hydrogens on carbon differ, or it is an ester or ether of an enol: both forms can be isolated. */
  'tautomer apart': {},
  /** Drawn as a gem-diol, which the class reaches, but not the carbonyl compound of which it is the hydrate. */
  'hydrate apart': {},
  /** Drawn as bare atoms of an element, of which the listed substance is a form. */
  'bare element': {},
  /** An ester or ether only in a wider sense: acetal, glycoside, silyl ether, oxygen on nitrogen. */
  'link unusual': {},
  /** Drawn with ions that do not need it as counter-ion: a mixture, which the entry covers, or a salt, not covered. */
  'salt or mixture': {},
  'positional isomer unsettled': { why: z.enum(['groups', 'alkyl', 'core', 'not defined']), core: z.string() },
  'reading open': { reading: z.string(), question: z.string(), basis: z.string() },
  'open words': { question: z.string(), basis: z.string() },
  /** The rule excludes what the list names, and the start of that listing is not known. */
  'perhaps left out': { list: z.string(), reads: z.string() },
  'undecided elsewhere': { jurisdiction: z.string() },
  'search bound': {},
} satisfies Record<string, z.core.$ZodLooseShape>

/** A reservation that applies to a jurisdiction's answer for every structure. */
export const caveats = {
  'after verified': { verifiedThrough: day },
  /** More than a year: the records may be out of date. */
  'long after verified': { verifiedThrough: day },
  'after today': {},
  'before records': { recordsFrom: day },
  gap: { gap: z.string(), reads: z.string(), cite: z.string() },
} satisfies Record<string, z.core.$ZodLooseShape>

const siteFailure = { sites: z.array(z.string()), atoms }
const clauseFailure = { clause: z.string(), atoms }
/** Why a rule does not fit, for the reading of the structure that came closest. */
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
} satisfies Record<string, z.core.$ZodLooseShape>

export const clause = z.strictObject({ id: z.string(), atoms, cite: z.string(), reads: z.string() })
export const reading = z.strictObject({
  id: z.string(),
  question: z.string(),
  choice: z.enum(['covers', 'does not cover', 'open']),
  basis: z.string(),
})

/** An answer to an open question, as the user gives it. */
export const usedPosition = z.strictObject({
  question: z.string().describe('Its id, as `coverage questions` prints it'),
  answer: z.enum(['controlled', 'not controlled', 'yes', 'no']),
  by: z.string().nullable().describe('Whose answer it is'),
  note: z.string().optional(),
})

/** A position of the user, or a recorded reading. */
export const ground = usedPosition.extend({
  origin: z
    .enum(['example', 'earlier text', 'authority', 'fact'])
    .optional()
    .describe('Of a recorded reading: what the item or an earlier text shows, what an authority said, or a fact'),
  reading: z.string().optional().describe('The id by which `--position` says that the reading is not right'),
  day: day.nullable().optional().describe('The day of the statement; null if it was not seen'),
  members: z.array(z.string()).optional().describe('Members of the item that prove it'),
  cite: z.string().optional(),
  url: z.string().optional(),
})

/** A finding that the user decided needs no action: it does not count for `--fail-on`. */
export const waived = z.strictObject({
  reason: z.string().min(1),
  owner: z.string().min(1).describe('Who answers for it'),
  until: day.describe('The last day on which it holds'),
})

const onlyFor = {
  id: z
    .string()
    .optional()
    .describe('Law, entry or rule, and InChIKey: the same in every run and format. Not given without names'),
  waived: waived.optional().describe('With --waivers'),
  onlyFor: z
    .array(z.string())
    .optional()
    .describe('Of a set of structures: labels of the members that the finding is about, unless it is about all'),
  grounds: z.array(ground).optional().describe('Recorded readings without which it would be undecided'),
}

const common = {
  ...onlyFor,
  status: z.enum(['in force', 'proposed']),
  from: day.nullable().describe('First day in force'),
  until: day.nullable().describe('First day no longer in force'),
  act: z.string().nullable().describe('The legal act of the period: final order, announcement ...'),
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
  controlledNotBefore: day
    .optional()
    .describe('The day before which it was not, where controlledFrom is null and the days between are undecided'),
}

const scope = z
  .strictObject({ words: z.array(z.string()), cite: z.string().min(1), reads: z.string().nullable() })
  .nullable()
  .describe('The clause that extends the entry to this form; null where the entry names the form itself')

/** The fields of each kind of finding, besides the doubts of those that have some. */
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
    assumed: z.boolean().describe('True if a rule that would not count counts because of --assume'),
  },
  /**
   * An input that allows neither a finding nor an exclusion: it leaves the structure open (R-group, repeat unit), has
   * the skeleton of a recorded substance but no InChI to compare, has charges or bonds that no compound has, takes more
   * work than allowed for one structure, states too many structures, or was given by name and has no structure; a group
   * of structures has recorded members.
   */
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
    members: z.array(z.string()).optional().describe('Of a group: its recorded members'),
    listedMembers: z.array(z.string()).optional().describe('Of these, those that an entry names on that day'),
    count: z.number().optional().describe('Structures that the input states, if they are too many to be judged'),
    ...onlyFor,
    counts: z.literal('undecided'),
  },
  /** A law that exists but is not recorded may cover this structure. */
  gap: {
    gap: z.string(),
    reads: z.string(),
    cite: z.string(),
    ...onlyFor,
    counts: z.enum(['undecided', 'class']).describe('`class` by a position or a reading'),
  },
} satisfies Record<string, z.core.$ZodLooseShape>

/** A finding, with the doubts as they are given: with a message as written. */
export const findingWith = <D extends z.ZodType>(doubt: D) => {
  const more = { doubts: z.array(doubt) }
  return oneOf('kind', { ...findings, listed: { ...findings.listed, ...more }, class: { ...findings.class, ...more } })
}

export const doubt = oneOf('kind', doubts)
export const finding = findingWith(doubt)
export const caveat = oneOf('kind', caveats)

/** Members of a set that have one verdict, by the choices that decide it: `4-position`. */
export const decided = z.strictObject({ verdict, choices: z.array(z.string()) })

/** A rule's near miss, for `--explain`. */
export const nearMiss = z.strictObject({
  ruleId: z.string(),
  title: z.string(),
  failure: oneOf('why', failures),
  accounted: z.int().nonnegative(),
})

/** A rule or listing from which the law excludes this structure, for `--explain`. */
export const setAside = z.strictObject({
  ruleId: z.string(),
  title: z.string(),
  clauses: z.array(clause),
  reads: z.string(),
  cite: z.string(),
})

type KindsOf<K extends string, Shapes, More> = {
  [Kind in keyof Shapes & string]: z.ZodObject<Record<K, z.ZodLiteral<Kind>> & Shapes[Kind] & More, z.core.$strict>
}[keyof Shapes & string]

/** One object of each kind: `key` names the kind, and `more` are fields that all have. */
export function oneOf<
  K extends string,
  Shapes extends Record<string, z.core.$ZodLooseShape>,
  More extends z.core.$ZodLooseShape = object,
>(key: K, shapes: Shapes, more?: More) {
  const kinds = Object.entries(shapes).map(([kind, shape]) =>
    z.strictObject({ [key]: z.literal(kind), ...shape, ...more }),
  )
  return z.discriminatedUnion(key, kinds as unknown as [KindsOf<K, Shapes, More>, ...KindsOf<K, Shapes, More>[]])
}
