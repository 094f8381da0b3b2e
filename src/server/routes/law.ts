import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { z } from 'zod'
import { hits, rule, run } from '../../mcp/index.js'
import { ruleJson, runJson } from '../../report/index.js'
import type { ServerParts } from '../server-parts.js'
import { checked, RequestRefused } from '../problem.js'
import { described } from './described.js'
import { httpWords } from '../http-words.js'

const search = z.strictObject({
  q: z.string().min(1).max(300),
  limit: z.coerce.number().int().min(1).max(100).optional(),
})
const params = z.object({ id: z.string() })
const rules = z.array(z.object({ id: z.string(), jurisdiction: z.string(), title: z.string() }))

export function addLaw(app: OpenAPIHono, { service, library }: ServerParts): void {
  const { routes } = httpWords
  const about = () => runJson(service.law, service.preset, service.run(service.preset))
  const add = (path: string, summary: string, schema: z.ZodType, request: object, content: (c: Context) => object) => {
    app.openAPIRegistry.registerPath(
      described({ method: 'get', path, summary, request, schema, problems: [400, 401, 404] }),
    )
    app.get(path.replace('{id}', ':id'), (c) => c.json(content(c)))
  }
  add('/v1/law', routes.law, run, {}, about)
  add('/v1/law/search', routes.search, z.object({ run, hits, total: z.int() }), { query: search }, (c) => {
    const { q, limit = 25 } = checked(search, c.req.query())
    return { run: about(), ...library.search(q, limit) }
  })
  const records = z.array(z.looseObject({ kind: z.string() }))
  add('/v1/law/records/{id}', routes.record, z.object({ records }), { params }, (c) => {
    const found = library.find(idOf(c))
    if (found.length === 0) throw new RequestRefused('not-found')
    return { records: found }
  })
  add('/v1/rules', routes.rules, z.object({ rules }), {}, () => ({
    rules: library.rules.map(({ jurisdiction, rule: { id, title } }) => ({ id, jurisdiction, title })),
  }))
  add('/v1/rules/{id}', routes.rule, z.object({ run, rule }), { params }, (c) => {
    const found = library.rule(idOf(c))
    if (found === null) throw new RequestRefused('not-found')
    return { run: about(), rule: ruleJson(found.jurisdiction, found.rule) }
  })
}

function idOf(c: Context): string {
  return c.req.param('id') ?? ''
}
