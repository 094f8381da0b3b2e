import type { OpenAPIHono } from '@hono/zod-openapi'
import { programWords } from '../../report/words/program-words.js'
import { editionName } from '../../report/index.js'
import { httpWords } from '../../report/words/http-words.js'
import type { ServerParts } from '../server-parts.js'
import { RequestRefused } from '../problem.js'

/** Routes that are not about a structure. */
export function addPlain(app: OpenAPIHono, { service, metrics, memory, isDraining, page }: ServerParts): void {
  app.get('/healthz', (c) => {
    if (isDraining()) throw new RequestRefused('draining')
    const { edition, tool } = service.run(service.usual)
    return c.json({ status: 'ok', edition, tool })
  })
  app.get('/metrics', (c) => {
    const { edition, tool } = service.run(service.usual)
    const more = { replaced: service.replaced, memory: memory(), edition: edition.id, version: tool.version }
    return c.text(metrics.text(more), 200, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' })
  })
  app.get('/', async (c) => c.html(await page()))
  app.get('/v1', (c) => {
    const { edition, asOf } = service.run(service.usual)
    return c.html(httpWords.page(editionName(edition), asOf, programWords.notice))
  })
}
