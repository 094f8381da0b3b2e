import { createRoute, type OpenAPIHono } from '@hono/zod-openapi'
import { z } from 'zod'
import { httpWords } from '../../report/words/http-words.js'
import { questionSchema } from '../../service/question.js'
import { etagOf } from '../etag.js'
import { ndjson } from '../guards.js'
import type { ServerParts } from '../server-parts.js'
import { refusedByZod } from '../problem.js'
import { answersTo } from '../stream.js'
import { problems } from './problems.js'
import { fieldWords } from '../../report/words/program-words.js'

const flag = z.enum(['true', 'false']).transform((text) => text === 'true')

/** The same question in a URL. */
export const urlQuestion = {
  asOf: questionSchema.shape.asOf,
  jurisdictions: z.string().max(500).optional().describe(fieldWords.jurisdictionList),
  precursors: flag.optional(),
  chemicalWeapons: flag.optional(),
}

/** @param text as it appears in a URL */
export function listed(text: string | undefined): { jurisdictions?: string[] } {
  return text === undefined ? {} : { jurisdictions: text.split(',').filter((part) => part.trim() !== '') }
}

const query = z.strictObject({
  ...urlQuestion,
  lookup: flag.optional(),
  identify: z.enum(['listed', 'found', 'all']).optional(),
  explain: flag.optional(),
})

const route = createRoute({
  method: 'post',
  path: '/v1/batch',
  summary: httpWords.routes.batch,
  request: {
    query,
    body: {
      required: true,
      content: {
        [ndjson]: { schema: z.string(), example: '{"id":"a","smiles":"CCO"}\n{"id":"b","cas":"437-38-7"}\n' },
      },
    },
  },
  responses: {
    200: { description: httpWords.routes.batch, content: { [ndjson]: { schema: z.string() } } },
    ...problems(400, 401, 503),
  },
})

export function addBatch(app: OpenAPIHono, parts: ServerParts): void {
  app.openAPIRegistry.registerPath(route)
  app.post(route.path, (c) => {
    const parsed = query.safeParse(c.req.query())
    if (!parsed.success) throw refusedByZod(parsed.error)
    const { lookup = false, identify = 'found', explain = false, jurisdictions, ...others } = parsed.data
    const asking = parts.service.query({ ...others, ...listed(jurisdictions) })
    const manner = { lookUp: lookup, identify, explain }
    const { body } = c.req.raw
    return new Response(answersTo(body, parts, asking, manner), {
      headers: { 'content-type': ndjson, etag: etagOf(parts.service.run(asking), manner) },
    })
  })
}
