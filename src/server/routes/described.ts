import { createRoute } from '@hono/zod-openapi'
import type { z } from 'zod'
import { problem } from '../problem.js'
import { httpWords } from '../http-words.js'
import { fieldWords } from '../../service/index.js'

/** A route as the OpenAPI document describes it. */
interface Route {
  readonly method: 'get' | 'post'
  readonly path: string
  readonly summary: string
  readonly request?: NonNullable<Parameters<typeof createRoute>[0]['request']>
  /** Of a successful answer. */
  readonly schema: z.ZodType
  /** Media type of that answer; JSON if not given. */
  readonly media?: string
  readonly problems: readonly number[]
}

/** Answers to GET can be cached. */
export function described({
  method,
  path,
  summary,
  request = {},
  schema,
  media = 'application/json',
  problems,
}: Route) {
  return createRoute({
    method,
    path,
    summary,
    request,
    responses: {
      200: { description: summary, content: { [media]: { schema } } },
      ...(method === 'get' ? { 304: { description: fieldWords.notModified } } : {}),
      ...Object.fromEntries(problems.map((status) => [status, problemOf(status)])),
    },
  })
}

function problemOf(status: number) {
  return {
    description: Object.values(httpWords.problems).find((one) => one.status === status)?.title ?? '',
    content: { 'application/problem+json': { schema: problem } },
  }
}
