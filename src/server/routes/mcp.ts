import type { OpenAPIHono } from '@hono/zod-openapi'
import { WebStandardStreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js'
import { mcpServer } from '../../mcp/server.js'
import { textBody } from '../body.js'
import type { ServerParts } from '../server-parts.js'
import { RequestRefused } from '../problem.js'

/** Agents over HTTP. Requests are stateless, so each has its own server. */
export function addMcp(app: OpenAPIHono, { service, library, bounds }: ServerParts): void {
  app.post('/mcp', async (c) => {
    const text = await textBody(c, bounds.mostBytes, bounds.bodyMs)
    let parsedBody: unknown
    try {
      parsedBody = JSON.parse(text)
    } catch {
      throw new RequestRefused('bad-request', 'the body is not JSON')
    }
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
