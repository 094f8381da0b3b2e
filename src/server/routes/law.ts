import { createRoute, type OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { z } from 'zod'
import { hits, rule, run } from '../../mcp/index.js'
import { httpWords, ruleJson, runJson, fieldWords } from '../../report/index.js'
import { etagOf, isCached } from '../etag.js'
import type { ServerParts } from '../server-parts.js'
import { RequestRefused, refusedByZod } from '../problem.js'
import { problems } from './problems.js'

const search = z.strictObject({
  q: z.string().min(1).max(300),
  limit: z.coerce.number().int().min(1).max(100).optional(),
})
const path = z.object({ id: z.string() })
const rules = z.array(z.object({ id: z.string(), jurisdiction: z.string(), title: z.string() }))

function described(path: string, summary: string, schema: z.ZodType, request: object = {}) {
  const content = { 'application/json': { schema } }
  return createRoute({
    method: 'get',
    path,
    summary,
    request,
    responses: {
      200: { description: summary, content },
      304: { description: fieldWords.notModified },
      ...problems(400, 401, 404),
    },
  })
}

export function addLaw(app: OpenAPIHono, { service, library }: ServerParts): void {
  const { routes } = httpWords
  const about = () => runJson(service.law, service.usual, service.run(service.usual))
  const answer = (c: Context, content: () => object) => {
    const etag = etagOf(service.run(service.usual), c.req.url.replace(/^[^/]*\/\/[^/]*/, ''))
    return isCached(c, etag) ? c.body(null, 304, { etag }) : c.json(content(), 200, { etag })
  }
  const add = (route: ReturnType<typeof described>, content: (c: Context) => object) => {
    app.openAPIRegistry.registerPath(route)
    app.get(route.path.replace('{id}', ':id'), (c) => answer(c, () => content(c)))
  }
  add(described('/v1/law', routes.law, run), about)
  add(described('/v1/law/search', routes.search, z.object({ run, hits, total: z.int() }), { query: search }), (c) => {
    const parsed = search.safeParse(c.req.query())
    if (!parsed.success) throw refusedByZod(parsed.error)
    return { run: about(), ...library.search(parsed.data.q, parsed.data.limit ?? 25) }
  })
  add(
    described(
      '/v1/law/records/{id}',
      routes.record,
      z.object({ records: z.array(z.looseObject({ kind: z.string() })) }),
      {
        params: path,
      },
    ),
    (c) => {
      const records = library.find(idOf(c))
      if (records.length === 0) throw new RequestRefused('not-found')
      return { records }
    },
  )
  add(described('/v1/rules', routes.rules, z.object({ rules })), () => ({
    rules: library.rules.map(({ jurisdiction, rule: { id, title } }) => ({ id, jurisdiction, title })),
  }))
  add(described('/v1/rules/{id}', routes.rule, z.object({ run, rule }), { params: path }), (c) => {
    const found = library.rule(idOf(c))
    if (found === null) throw new RequestRefused('not-found')
    return { run: about(), rule: ruleJson(found.jurisdiction, found.rule) }
  })
}

function idOf(c: Context): string {
  return c.req.param('id') ?? ''
}
