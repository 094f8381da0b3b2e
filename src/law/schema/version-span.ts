import { z } from 'zod'

const dayLike = /^\d{4}-\d{2}-\d{2}$/

/**
 * The name of a version within its file, usually the year of the text. Days are not allowed, because an exclusion has
 * days of its own.
 */
export const versionName = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower-case words joined by hyphens')
  .refine((name) => !dayLike.test(name), 'the name of a version, not a day')

/**
 * For what does not apply in all versions: `from` is the first version that has it, `until` the first that no longer
 * does.
 */
export const versionSpan = { from: versionName.optional(), until: versionName.optional() }

/** A field that differs between versions: its values, each with the versions that have it. */
export function perVersion<T extends z.ZodType>(field: T) {
  return z.union([field, z.array(z.strictObject({ value: field, ...versionSpan })).min(2)])
}

/** True for the name of a version, false for a day. */
export function namesVersion(value: unknown): value is string {
  return typeof value === 'string' && !dayLike.test(value)
}
