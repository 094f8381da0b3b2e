import type { z } from 'zod'

/** One error in a record: where it is, what was found, what was expected. */
export interface RecordProblem {
  readonly file: string
  readonly field: string
  readonly found: string
  readonly expected: string
}

/** Stops loading: a skipped record would be a false "uncontrolled". */
export class BadRecord extends Error {
  override name = 'BadRecord'
  constructor(readonly problems: readonly RecordProblem[]) {
    super(problems.map((p) => `${p.file} ${p.field}: found ${p.found}, expected ${p.expected}`).join('\n'))
  }

  static at(file: string, field: string, found: string, expected: string): BadRecord {
    return new BadRecord([{ file, field, found, expected }])
  }
}

/** Parses one record against its schema. @throws {BadRecord} naming file, field, found, expected */
export function parseRecord<T>(schema: z.ZodType<T>, value: unknown, file: string): T {
  const result = schema.safeParse(value, { reportInput: true })
  if (result.success) return result.data
  throw new BadRecord(
    result.error.issues.map((issue) => ({
      file,
      field: issue.path.length === 0 ? '(record)' : fieldName(issue.path),
      found: show('keys' in issue && Array.isArray(issue.keys) ? issue.keys : valueAt(value, issue.path)),
      expected:
        issue.code === 'unrecognized_keys'
          ? 'no such field'
          : issue.message.replace(/^Invalid (?:input|option): expected /, '').replace(/, received .*$/, ''),
    })),
  )
}

export function fieldName(path: readonly PropertyKey[]): string {
  return path.map((part, i) => (typeof part === 'number' ? `[${part}]` : `${i > 0 ? '.' : ''}${String(part)}`)).join('')
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((at, key) => (at as Record<PropertyKey, unknown> | undefined)?.[key], value)
}

function show(value: unknown): string {
  if (value === undefined) return 'nothing'
  const text = JSON.stringify(value)
  return text.length > 80 ? `${text.slice(0, 77)}...` : text
}
