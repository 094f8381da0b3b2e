import type { OpenAPIHono } from '@hono/zod-openapi'
import { editionName, programWords } from '../../report/index.js'
import type { ServerParts } from '../server-parts.js'
import { RequestRefused } from '../problem.js'
import { WebStandardStreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js'
import { mcpServer } from '../../mcp/index.js'
import { jsonBody } from '../body.js'
import { httpWords } from '../http-words.js'

/** Routes that are not about a structure. */
export function addPlain(app: OpenAPIHono, { service, metrics, memory, isDraining, page }: ServerParts): void {
  app.get('/healthz', (c) => {
    if (isDraining()) throw new RequestRefused('draining')
    const { edition, tool } = service.run(service.preset)
    return c.json({ status: 'ok', edition, tool })
  })
  app.get('/metrics', (c) => {
    const { edition, tool } = service.run(service.preset)
    const more = { replaced: service.replaced, memory: memory(), edition: edition.id, version: tool.version }
    return c.text(metrics.text(more), 200, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' })
  })
  app.get('/', async (c) => c.html(await page()))
  app.get('/v1', (c) => {
    const { edition, asOf } = service.run(service.preset)
    return c.html(httpWords.page(editionName(edition), asOf, programWords.notice))
  })
}

/** Agents over HTTP. Requests are stateless, so each has its own server. */
export function addMcp(app: OpenAPIHono, { service, library, bounds }: ServerParts): void {
  app.post('/mcp', async (c) => {
    const parsedBody = await jsonBody(c, bounds)
    const server = mcpServer(service, library)
    const transport = new WebStandardStreamableHTTPServerTransport({ enableJsonResponse: true })
    await server.connect(transport)
    const headers = new Headers(c.req.raw.headers)
    const response = await transport.handleRequest(new Request(c.req.url, { method: 'POST', headers }), { parsedBody })
    // A copy of the whole body, so that the server can be closed now.
    const body = await response.arrayBuffer()
    await server.close()
    return new Response(body.byteLength === 0 ? null : body, response)
  })
}
