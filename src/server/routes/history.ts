import { createRoute, type OpenAPIHono } from '@hono/zod-openapi'
import { z } from 'zod'
import { history, run } from '../../mcp/answer-schema.js'
import { httpWords } from '../../report/words/http-words.js'
import { runJson } from '../../report/run-json.js'
import { etagOf, isCached } from '../etag.js'
import type { ServerParts } from '../server-parts.js'
import { RequestRefused, refusedByZod } from '../problem.js'
import { listed, urlQuestion } from './batch.js'
import { problems } from './problems.js'
import { fieldWords } from '../../report/words/program-words.js'

const query = z.strictObject({
  structure: z.string().min(1).max(8000).describe(fieldWords.anyInput),
  ...urlQuestion,
})

const route = createRoute({
  method: 'get',
  path: '/v1/history',
  summary: httpWords.routes.history,
  request: { query },
  responses: {
    200: {
      description: httpWords.routes.history,
      content: { 'application/json': { schema: z.object({ run, history }) } },
    },
    304: { description: fieldWords.notModified },
    ...problems(400, 401, 422, 503),
  },
})

export function addHistory(app: OpenAPIHono, { service }: ServerParts): void {
  app.openAPIRegistry.registerPath(route)
  app.get(route.path, async (c) => {
    const parsed = query.safeParse(c.req.query())
    if (!parsed.success) throw refusedByZod(parsed.error)
    const { structure, jurisdictions, ...others } = parsed.data
    const asking = service.query({ ...others, ...listed(jurisdictions) })
    const about = service.run(asking)
    const etag = etagOf(about, ['history', structure])
    if (isCached(c, etag)) return c.body(null, 304, { etag })
    const found = await service.history(structure, asking)
    if (found === null) throw new RequestRefused('no-history')
    return c.json({ run: runJson(service.law, asking, about), history: history.parse(found) }, 200, { etag })
  })
}
