import type { OpenAPIHono } from '@hono/zod-openapi'
import { z } from 'zod'
import { run, history } from '../../mcp/index.js'
import { runJson } from '../../report/index.js'
import { result } from '../../report/documents.js'
import { knownFields, input, recordOf, questionSchema, fieldWords } from '../../service/index.js'
import { jsonBody } from '../body.js'
import type { ServerParts } from '../server-parts.js'
import { checked, RequestRefused } from '../problem.js'
import { described } from './described.js'
import { listed, urlQuestion } from './batch.js'
import { httpWords } from '../http-words.js'

const mostInputs = 1000

const body = knownFields({
  inputs: z.array(input).min(1).max(mostInputs),
  ...questionSchema.shape,
  lookup: z.boolean().optional().describe(fieldWords.lookup),
  identify: z.enum(['listed', 'controlled', 'found', 'all']).optional().describe(fieldWords.identify),
  explain: z.boolean().optional().describe(fieldWords.explain),
})

const example = {
  inputs: ['CCO', { id: 'sample 7', name: 'Fentanyl' }],
  asOf: '2026-09-01',
  jurisdictions: ['US', 'CN'],
}

const checkRoute = described({
  method: 'post',
  path: '/v1/check',
  summary: httpWords.routes.check,
  request: { body: { required: true, content: { 'application/json': { schema: body, example } } } },
  schema: z.object({ run, results: z.array(result) }),
  problems: [400, 401, 408, 413, 503],
})

export function addCheck(app: OpenAPIHono, { service, bounds, metrics }: ServerParts): void {
  app.openAPIRegistry.registerPath(checkRoute)
  app.post(checkRoute.path, async (c) => {
    const given = checked(body, await jsonBody(c, bounds))
    const { inputs, lookup = true, identify = 'controlled', explain = false, ...question } = given
    const query = service.query(question)
    const about = service.run(query)
    const records = inputs.map((one, i) => recordOf(one, i + 1))
    const { bytes, tally } = await service.rows(
      records,
      query,
      { lookUp: lookup, identify, explain },
      { signal: c.req.raw.signal },
    )
    metrics.rows(tally)
    // The rows as written, joined into a list with commas between the lines.
    const rows = bytes.toString().trimEnd().replaceAll('\n', ',')
    return c.body(`{"run":${JSON.stringify(runJson(service.law, query, about))},"results":[${rows}]}`, 200, {
      'content-type': 'application/json',
    })
  })
}

const query = z.strictObject({ structure: z.string().min(1).max(8000).describe(fieldWords.anyInput), ...urlQuestion })

const historyRoute = described({
  method: 'get',
  path: '/v1/history',
  summary: httpWords.routes.history,
  request: { query },
  schema: z.object({ run, history }),
  problems: [400, 401, 422, 503],
})

export function addHistory(app: OpenAPIHono, { service }: ServerParts): void {
  app.openAPIRegistry.registerPath(historyRoute)
  app.get(historyRoute.path, async (c) => {
    const { structure, ...question } = checked(query, c.req.query())
    const asking = service.query(listed(question))
    const found = await service.history(structure, asking)
    if (found === null) throw new RequestRefused('no-history')
    return c.json({ run: runJson(service.law, asking, service.run(asking)), history: history.parse(found) })
  })
}
