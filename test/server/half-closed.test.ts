import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { answerHalfClosed } from '../../src/cli/run/serve-http.js'
import { serverApp } from '../../src/server/index.js'
import type { Service } from '../../src/service/index.js'
import { serverParts } from './parts.js'
import { serviceThread } from '../../src/cli/paths.js'

let service: Service
let server: Server
let port = 0

beforeAll(async () => {
  const parts = await serverParts({ workers: 1, thread: serviceThread, rowMs: 20_000 })
  service = parts.service
  const app = serverApp(parts)
  const listener = getRequestListener(app.fetch)
  server = createServer((i: IncomingMessage, o: ServerResponse) => void listener(i, o))
  answerHalfClosed(server, ({ url }) => url === '/v1/batch')
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  port = (server.address() as AddressInfo).port
})
afterAll(async () => {
  server.closeAllConnections()
  server.close()
  await service.close()
})

/** Sends a request, closes the sending side, and reads until the server closes too. */
function halfClosed(text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true }, () => socket.end(text))
    socket.on('data', (part) => (said += part))
    socket.on('close', () => resolve(said))
    socket.on('error', reject)
  })
}

const chunked = 'POST /v1/batch HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n'

test('a client that has sent its stream and closes its side gets the row of the last line', async () => {
  const said = await halfClosed(`${chunked}8\r\nC first\n\r\n6\r\nC last\r\n0\r\n\r\n`)
  expect(said).toContain('"id":"first"')
  expect(said).toContain('"id":"last"')
  expect(said).not.toContain('the stream ends here')
})

test('a stream that is cut off gets its whole lines, and a last line that says so', async () => {
  const said = await halfClosed(`${chunked}8\r\nC first\n\r\n6\r\nC last\r\n`)
  expect(said).toContain('"id":"first"')
  expect(said).not.toContain('"id":"last"')
  expect(said).toContain('the stream ends here: its body is incomplete')
})

test('what is not HTTP is refused as Node does', async () => {
  expect(await halfClosed('nonsense\r\n\r\n')).toContain('HTTP/1.1 400 Bad Request')
})
