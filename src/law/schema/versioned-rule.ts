import { z } from 'zod'
import { day, id, pattern, some, text } from './fields.js'
import { officialWords } from './reconciled.js'
import {
  clause,
  condition,
  leavesOut,
  named,
  openWords,
  reading,
  rule,
  ruleExample,
  rulePeriod,
  scaffold,
  site,
} from './rule.js'
import { item, term, termUse } from './term.js'

const dayLike = /^\d{4}-\d{2}-\d{2}$/

/** The name of a version within its file, usually a year; no day, because an exclusion has days of its own. */
const versionName = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower-case words joined by hyphens')
  .refine((name) => !dayLike.test(name), 'the name of a version, not a day')

/** For what is not in all versions: `from` is the first version that has it, `until` the first that does not. */
const versionSpan = { from: versionName.optional(), until: versionName.optional() }

/** A field that differs between versions: its values, each with the versions that have it. */
function perVersion<T extends z.ZodType>(field: T) {
  return z.union([field, z.array(z.strictObject({ value: field, ...versionSpan })).min(2)])
}

/** True for the name of a version, false for a day. */
export function namesVersion(value: unknown): value is string {
  return typeof value === 'string' && !dayLike.test(value)
}

const ofRule = rule.shape
const bounds = { from: z.union([versionName, day]).optional(), until: z.union([versionName, day]).optional() }
const patterns = some(pattern.safeExtend(versionSpan))

/** A part of a rule with the versions that have it, and those of its fields that may differ between versions. */
function inVersions(part: z.ZodObject, fields: readonly string[] = []) {
  const differing = fields.map((field) => [field, perVersion(part.shape[field] as z.ZodType)] as const)
  // For a refined object TypeScript allows only narrower fields; each version is parsed as a rule afterwards.
  return part.safeExtend({ ...Object.fromEntries(differing), ...versionSpan } as never) as z.ZodObject
}

/** Fields that a rule has only once. A version that differs gives its own value, which overrides the common one. */
const single = {
  brief: ofRule.brief,
  code: ofRule.code,
  code_from: ofRule.code_from,
  parent: ofRule.parent,
  names_tautomers: ofRule.names_tautomers,
  at_least: ofRule.at_least.optional(),
  reference: ofRule.reference,
  mass: ofRule.mass,
  note: ofRule.note,
}

/** One text of the law: `id` is the id of its rule, `version` the name by which the file refers to it. */
const version = z.strictObject({
  version: versionName,
  id,
  title: text,
  periods: some(rulePeriod),
  open_words: ofRule.open_words,
  ...single,
})

/** The successive texts of one class rule: each part is written once, with the versions that have it. */
export const versionedRule = z.strictObject({
  id,
  title: text,
  control: ofRule.control,
  versions: z.array(version).min(2),
  reads: some(z.union([text, z.strictObject({ text: text, ...versionSpan })])),
  ...single,
  parts: ofRule.parts,
  terms: z.array(inVersions(term, ['reads', 'is'])).optional(),
  names: some(inVersions(named)).optional(),
  scaffolds: z.array(inVersions(scaffold, ['smarts', 'reads'])),
  sites: z.array(inVersions(site, ['on', 'reads'])),
  clauses: z.array(
    inVersions(
      (clause as z.ZodObject).safeExtend({ with: z.array(z.union([item, termUse.safeExtend(versionSpan)])) } as never),
      ['cite', 'reads', 'sites'],
    ),
  ),
  conditions: some(inVersions(condition, ['smarts'])).optional(),
  open_words: openWords
    .safeExtend({ reaches: patterns, unless: patterns.optional(), ...versionSpan } as never)
    .optional() as z.ZodOptional<z.ZodObject>,
  official_words: some(officialWords.safeExtend(versionSpan)).optional(),
  // An exclusion keeps its own days.
  leaves_out: z.array(
    z.discriminatedUnion(
      'what',
      leavesOut.options.map((option) => option.safeExtend(bounds)) as unknown as typeof leavesOut.options,
    ),
  ),
  readings: z.array(inVersions(reading, ['question', 'basis', 'substances'])),
})

/** Examples of all versions, each with the versions it belongs to. */
export const versionedExamples = z.strictObject({
  fits: z.array(ruleExample.fits.safeExtend(versionSpan)),
  misses: z.array(ruleExample.misses.safeExtend(versionSpan)),
  unsettled: z.array(ruleExample.unsettled.safeExtend(versionSpan)),
})

export type VersionedRule = z.infer<typeof versionedRule>
export type VersionedExamples = z.infer<typeof versionedExamples>
