import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { z } from 'zod'
import { UnknownName } from '../matching/index.js'
import { unknownNameText } from '../report/index.js'
import { httpWords } from './http-words.js'

/** An error in the format of RFC 9457. */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string().optional(),
  errors: z.array(z.object({ at: z.string(), message: z.string() })).optional(),
})

type Problem = z.infer<typeof problem>
export type ProblemKind = keyof typeof httpWords.problems

export class RequestRefused extends Error {
  constructor(
    readonly kind: ProblemKind,
    readonly detail?: string,
    readonly errors?: Problem['errors'],
    /** Methods that the path has. */
    readonly allow?: string,
  ) {
    super(kind)
  }
}

/** Any error as a response; an unexpected one reveals nothing about itself. */
export function problemResponse(error: unknown, context: Context): Response {
  const { kind, detail, errors, allow } = refusedBy(error)
  const { status, title } = httpWords.problems[kind]
  const body: Problem = {
    type: `urn:coverage:${kind}`,
    title,
    status,
    ...(detail && { detail }),
    ...(errors && { errors }),
  }
  return context.body(JSON.stringify(body), status as ContentfulStatusCode, {
    'content-type': 'application/problem+json',
    ...(kind === 'busy' || kind === 'draining' ? { 'retry-after': '1' } : {}),
    ...(kind === 'no-token' ? { 'www-authenticate': 'Bearer' } : {}),
    ...(kind === 'encoded' ? { 'accept-encoding': 'identity' } : {}),
    ...(allow ? { allow } : {}),
  })
}

/** What a request gives, as a schema has it. @throws {RequestRefused} */
export function checked<T extends z.ZodType>(schema: T, given: unknown): z.infer<T> {
  const { success, data, error } = schema.safeParse(given)
  if (success) return data
  const errors = error.issues.slice(0, 20).map(({ path, message }) => ({ at: path.join('.'), message }))
  throw new RequestRefused('bad-request', undefined, errors)
}

function refusedBy(error: unknown): RequestRefused {
  if (error instanceof RequestRefused) return error
  if (error instanceof UnknownName) return new RequestRefused('unknown-name', unknownNameText(error))
  if (error instanceof HTTPException)
    return new RequestRefused(error.status === 413 ? 'too-large' : 'bad-request', error.message)
  return new RequestRefused('failed')
}
