import { request } from 'node:http'
import { connect } from 'node:net'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import autocannon from 'autocannon'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { serverApp } from '../../src/server/index.js'
import type { Service } from '../../src/service/index.js'
import { corpus } from '../batch/corpus.js'
import { runJson } from '../cli/fake-host.js'
import { placesFor } from '../cli/files.js'
import { fragileThread, serverParts } from './parts.js'
import { seeded } from '../support/mutate.js'

const { put } = placesFor('coverage-load-')
const seconds = Number(process.env['LOAD_SECONDS'] ?? 6)
let service: Service
let server: Server
let port = 0

beforeAll(async () => {
  const parts = await serverParts(
    { workers: 2, thread: fragileThread, rowMs: 30_000 },
    { bounds: { mostBytes: 1_000_000, bodyMs: 2000, streamMs: 2000, mostRows: 1e6, mostOpen: 512 } },
  )
  service = parts.service
  const app = serverApp(parts)
  server = serve({
    fetch: app.fetch,
    port: 0,
    hostname: '127.0.0.1',
    serverOptions: { requestTimeout: 0, headersTimeout: 2000 },
  }) as Server
  await new Promise((resolve) => server.once('listening', resolve))
  port = (server.address() as AddressInfo).port
})
afterAll(async () => {
  server.closeAllConnections()
  await service.close()
})

test(`200 connections for ${seconds} s: every answer is that of a batch, even if threads are killed, and memory stays constant`, async () => {
  const lines = corpus(400, 20)
    .trimEnd()
    .split('\n')
    .map((line) => line.split(' ')[0]!)
  const { rows } = await runJson([
    ...['batch', put('rows.smi', lines.map((l) => `${l}\n`).join('')), '-j', 'US', '--as-of', '2026-09-01'],
    ...['--workers', '1'],
  ])
  const expected = rows.map((row) => JSON.stringify([row.verdict, row.jurisdictions, row.problem]))
  const random = seeded(11)
  let asked = 0
  let answered = 0
  let wrong = 0
  const memory: number[] = []
  const sample = setInterval(() => memory.push(process.memoryUsage.rss() / 1e6), 500)
  const result = await autocannon({
    url: `http://127.0.0.1:${port}`,
    connections: 200,
    // Many clients share few threads, on a machine that may be busy.
    timeout: 120,
    duration: seconds,
    requests: [
      {
        method: 'POST',
        path: '/v1/check',
        setupRequest: (own, context: any) => {
          const deadly = asked++ % 1000 === 999
          context.places = Array.from({ length: 1 + Math.floor(random() * 3) }, () =>
            Math.floor(random() * lines.length),
          )
          context.deadly = deadly
          const inputs = [...context.places.map((i: number) => lines[i]), ...(deadly ? ['[991C]'] : [])]
          return {
            ...own,
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify({ inputs }),
          }
        },
        onResponse: (status, body, context: any) => {
          answered++
          if (status !== 200) return void wrong++
          const { results } = JSON.parse(body)
          const said = results.map((row: any) => JSON.stringify([row.verdict, row.jurisdictions, row.problem]))
          const right = context.places.every((place: number, i: number) => said[i] === expected[place])
          if (!right || (context.deadly && results.at(-1).problem.code !== 'engine-failure')) wrong++
        },
      },
    ],
  })
  clearInterval(sample)
  const middle = Math.max(...memory.slice(Math.floor(memory.length / 4), Math.floor(memory.length / 2)))
  const last = Math.max(...memory.slice(-Math.floor(memory.length / 4)))
  console.log(
    `${answered} answers, ${(result.requests.average ?? 0).toFixed(0)}/s; p50 ${result.latency.p50} ms, p99 ${result.latency.p99} ms; memory ${middle.toFixed(0)} then ${last.toFixed(0)} MB; ${service.replaced} threads replaced`,
  )
  expect({ wrong, errors: result.errors, timeouts: result.timeouts, non2xx: result.non2xx }).toEqual({
    wrong: 0,
    errors: 0,
    timeouts: 0,
    non2xx: 0,
  })
  expect(answered).toBeGreaterThan(200)
  expect(last).toBeLessThan(middle * 1.25 + 50)
})

/** What a client might send: broken headers, bodies, encodings, and nothing at all. */
const hostile: readonly ((n: number) => string)[] = [
  () => 'GET / HTTP/9.9\r\n\r\n',
  () => '\0\0\0\0\r\n\r\n',
  () => 'POST /v1/check HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10\r\n',
  () => 'POST /v1/check HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10\r\n\r\n{',
  () => 'POST /v1/check HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n{}',
  () => 'POST /v1/check HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99999999999\r\n\r\n{}',
  () => 'POST /v1/check HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n',
  () => `GET /${'a'.repeat(20_000)} HTTP/1.1\r\nHost: localhost\r\n\r\n`,
  () => `GET / HTTP/1.1\r\nHost: localhost\r\n${'x: y\r\n'.repeat(3000)}\r\n`,
  (n) => whole(`{"inputs":["${'('.repeat(n * 50)}"]}`),
  (n) => whole(`{"inputs":${'['.repeat(n * 90)}`),
  () => whole('{"inputs":["\\ud800\\u0000"]}'),
  (n) => whole(JSON.stringify({ inputs: [{ id: 'x'.repeat(n), structure: '[Xx]'.repeat(n) }] })),
  () => whole('\xff\xfe{"inputs":["C"]}'),
  () => 'POST /v1/batch HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nC\n\r\n',
  (n) => `POST /v1/batch HTTP/1.1\r\nHost: localhost\r\nContent-Length: ${n * 100}\r\n\r\n${'{'.repeat(n * 100)}`,
  () => 'POST /mcp HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n\r\n[]',
  () => `GET /v1/history?structure=${'%'.repeat(500)} HTTP/1.1\r\nHost: localhost\r\n\r\n`,
]

function whole(body: string): string {
  return `POST /v1/check HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body, 'latin1')}\r\n\r\n${body}`
}

/** Sends bytes and waits until the other side closes, or for a moment. */
function send(text: string, waits: number): Promise<string> {
  return new Promise((resolve) => {
    let said = ''
    const socket = connect(port, '127.0.0.1', () => socket.write(Buffer.from(text, 'latin1')))
    socket.on('data', (part) => (said += part))
    socket.on('error', () => {})
    socket.on('close', () => resolve(said))
    setTimeout(() => socket.destroy(), waits)
  })
}

const check = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const asking = request(
      { port, host: '127.0.0.1', path: '/v1/check', method: 'POST', headers: { host: 'localhost' } },
      (r) => {
        r.resume()
        resolve(r.statusCode!)
      },
    )
    asking.on('error', reject)
    asking.end('{"inputs":["CCO"]}')
  })

test('1,000 hostile requests leave it serving', async () => {
  for (let n = 0; n < 1000; n += 100) {
    const said = await Promise.all(
      Array.from({ length: 100 }, (_, i) => send(hostile[(n + i) % hostile.length]!(1 + (n % 90)), 500)),
    )
    for (const text of said) expect(text).not.toMatch(/node_modules|\.[cm]?[jt]s:\d/)
    expect(await check()).toBe(200)
  }
})
