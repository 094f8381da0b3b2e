import { gzipSync } from 'node:zlib'
import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { serviceThread } from '../../src/cli/paths.js'
import { serverApp, Metrics } from '../../src/server/index.js'
import type { ServerParts } from '../../src/server/server-parts.js'
import { corpus } from '../batch/corpus.js'
import { crotonylfentanyl, fentanyl, run, runJson } from '../cli/fake-host.js'
import { placesFor } from '../cli/files.js'
import { law } from '../support/law.js'
import { serverParts } from './parts.js'

const { put } = placesFor('coverage-server-')
let parts: ServerParts
let app: ReturnType<typeof serverApp>

beforeAll(async () => {
  parts = await serverParts(
    // Long enough for any structure, even on a busy machine.
    { workers: 1, thread: serviceThread, rowMs: 20_000 },
    {
      bounds: { mostBytes: 200_000, bodyMs: 300, streamMs: 300, mostRows: 200, mostOpen: 20 },
      page: async () => 'the page that asks',
    },
  )
  app = serverApp(parts)
})
afterAll(() => parts.service.close())

const host = { host: 'localhost' }
const get = (path: string, headers: Record<string, string> = {}) =>
  app.request(path, { headers: { ...host, ...headers } })
const post = (path: string, body: string | Buffer | ReadableStream, headers: Record<string, string> = {}) =>
  app.request(path, {
    method: 'POST',
    body,
    headers: { ...host, 'content-type': 'application/json', ...headers },
    duplex: 'half',
  } as RequestInit)
const check = async (body: unknown): Promise<any> => (await post('/v1/check', JSON.stringify(body))).json()

describe('POST /v1/check', () => {
  test('answers in the order of the inputs, with what holds for all of them', async () => {
    const { run, results } = await check({
      inputs: [crotonylfentanyl, { id: 'b', name: 'Fentanyl' }, 'C1CC', { cas: '437-38-7' }, ''],
      asOf: '2019-05-01',
      jurisdictions: ['USA', 'cn'],
    })
    expect(run).toMatchObject({
      asOf: '2019-05-01',
      query: { jurisdictions: ['US', 'CN'] },
      edition: { sha256: law.edition.sha256 },
    })
    expect(results.map((row: any) => [row.id, row.verdict])).toEqual([
      ['row-1', 'class'],
      ['b', 'listed'],
      ['row-3', 'unreadable'],
      ['row-4', 'listed'],
      ['row-5', 'unreadable'],
    ])
  })
})

test('a line of /v1/batch with a day of its own is judged by the law of that day, others by that of the URL', async () => {
  const lines = [{ as_of: '2018-02-05' }, { as_of: '2018-02-06' }, {}].map(
    (fields) => `${JSON.stringify({ smiles: crotonylfentanyl, ...fields })}\n`,
  )
  const text = await (await post('/v1/batch?asOf=2019-05-01&jurisdictions=US', lines.join(''))).text()
  const rows = text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(rows.map((row) => [row.verdict, row.asOf])).toEqual([
    ['uncontrolled', '2018-02-05'],
    ['class', '2018-02-06'],
    ['class', '2019-05-01'],
  ])
})

test('POST /v1/batch streams the rows of a batch, byte for byte, and says where it ends early', async () => {
  const text = corpus(150, 15)
  const response = await post('/v1/batch', text)
  const { rows } = await runJson([
    ...['batch', put('rows.smi', text), '-j', 'US', '--workers', '1', '--as-of', '2026-09-01'],
  ])
  const streamed = (await response.text())
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(streamed).toEqual(rows)
  const cut = (await (await post('/v1/batch', 'C\n'.repeat(300))).text()).trimEnd().split('\n')
  expect(cut).toHaveLength(201)
  expect(JSON.parse(cut.at(-1)!).detail).toContain('exceeds the row limit of one request')
})

test('a stream is answered while it arrives, and read no faster than its rows are consumed', async () => {
  let given = 0
  const endless = new ReadableStream({
    pull(controller) {
      given++
      controller.enqueue(Buffer.from(`${'CCO\n'.repeat(20)}`))
    },
  })
  const { service, ...others } = parts
  const unbounded = serverApp({ ...others, service, bounds: { ...parts.bounds, mostRows: 1e9 } })
  const response = await unbounded.request('/v1/batch', {
    method: 'POST',
    body: endless,
    headers: host,
    duplex: 'half',
  } as RequestInit)
  const reader = response.body!.getReader()
  expect(Buffer.from((await reader.read()).value!).toString()).toContain('uncontrolled')
  await new Promise((resolve) => setTimeout(resolve, 300))
  expect(given).toBeLessThan(20)
  await reader.cancel()
})

test('history, law and rules; an answer that the client has is not sent again', async () => {
  const over: any = await (await get(`/v1/history?structure=${encodeURIComponent(fentanyl)}&jurisdictions=US`)).json()
  expect(over.history.jurisdictions[0].chapters.at(-1).verdict).toBe('listed')
  const laws = await get('/v1/law')
  expect((await laws.json()) as any).toMatchObject({ laws: [{ code: 'US' }] })
  const again = await get('/v1/law', { 'if-none-match': laws.headers.get('etag')! })
  expect([again.status, await again.text()]).toEqual([304, ''])
  const found: any = await (await get('/v1/law/search?q=fentanyl-related')).json()
  expect(found.hits.map((hit: any) => hit.id)).toContain('us-fentanyl-related-substances')
  expect(((await (await get('/v1/law/records/fentanyl')).json()) as any).records[0].kind).toBe('substance')
  expect(((await (await get('/v1/rules')).json()) as any).rules.length).toBeGreaterThan(10)
  const rule = await (await get('/v1/rules/us-fentanyl-related-substances')).text()
  expect(rule).toContain('"E"')
  expect(rule).not.toContain('smarts')
})

test('the API is described, and has metrics and a page', async () => {
  const api: any = await (await get('/openapi.json')).json()
  expect(api.openapi).toBe('3.1.0')
  expect(Object.keys(api.paths)).toEqual(
    expect.arrayContaining(['/v1/check', '/v1/batch', '/v1/history', '/v1/law', '/v1/rules/{id}']),
  )
  expect(api.paths['/v1/check'].post.requestBody.content['application/json'].example.inputs).toHaveLength(2)
  expect(((await (await get('/healthz')).json()) as any).status).toBe('ok')
  const figures = await (await get('/metrics')).text()
  expect(figures).toMatch(/coverage_requests_total\{route="\/v1\/check",status="200"\} [1-9]/)
  expect(figures).toContain('coverage_open_requests 0\n')
  expect(figures).not.toContain(fentanyl)
  expect(await (await get('/')).text()).toBe('the page that asks')
  expect(await (await get('/v1')).text()).toContain('Not legal advice')
})

test('agents can use HTTP too', async () => {
  const client = new Client({ name: 'an agent', version: '1' })
  const transport = new StreamableHTTPClientTransport(new URL('http://localhost/mcp'), {
    fetch: async (url, init) =>
      app.request(String(url), { ...init, headers: { ...Object.fromEntries(new Headers(init?.headers)), ...host } }),
  })
  await client.connect(transport as Parameters<typeof client.connect>[0])
  const said: any = await client.callTool({ name: 'check_structure', arguments: { structure: fentanyl } })
  expect(said.structuredContent.answer.verdict).toBe('listed')
  await client.close()
})

/** A body that does not end. */
const never = () => new ReadableStream({ start: (controller) => controller.enqueue(Buffer.from('{')) })

test.each<[string, () => Response | Promise<Response>, number, string]>([
  ['no JSON', () => post('/v1/check', '{'), 400, 'bad-request'],
  ['deep JSON', () => post('/v1/check', `${'['.repeat(90_000)}`), 400, 'bad-request'],
  [
    'deep JSON that is whole',
    () => post('/v1/check', `{"inputs":${'['.repeat(90_000)}${']'.repeat(90_000)}}`),
    400,
    'bad-request',
  ],
  ['another encoding', () => post('/v1/check', Buffer.from('{"inputs":["\xff"]}', 'latin1')), 400, 'bad-request'],
  ['no inputs', () => post('/v1/check', '{"inputs":[]}'), 400, 'bad-request'],
  ['too many inputs', () => post('/v1/check', JSON.stringify({ inputs: Array(1001).fill('C') })), 400, 'bad-request'],
  ['a field that does not exist', () => post('/v1/check', '{"inputs":["C"],"constructor":1}'), 400, 'bad-request'],
  [
    'a jurisdiction that does not exist',
    () => post('/v1/check', '{"inputs":["C"],"jurisdictions":["XX"]}'),
    400,
    'unknown-name',
  ],
  ['a day that does not exist', () => post('/v1/check', '{"inputs":["C"],"asOf":"2026-02-30"}'), 400, 'unknown-name'],
  ['too long', () => post('/v1/check', `"${'C'.repeat(300_000)}"`), 413, 'too-large'],
  ['too slow', () => post('/v1/check', never()), 408, 'slow'],
  ['an option that does not exist', () => post('/v1/batch?explain=maybe', 'C\n'), 400, 'bad-request'],
  ['nothing there', () => get('/v2/check'), 404, 'not-found'],
  ['no such rule', () => get('/v1/rules/..%2f..%2fetc'), 404, 'not-found'],
  [
    'a page of another site',
    () => post('/v1/check', '{"inputs":["C"]}', { origin: 'https://elsewhere.example' }),
    403,
    'other-site',
  ],
  [
    'another name for this machine',
    () => app.request('/v1/law', { headers: { host: 'elsewhere.example' } }),
    403,
    'other-site',
  ],
  [
    'a page of another site, whose name ends like this one',
    () => post('/v1/check', '{"inputs":["C"]}', { origin: 'http://elsewhere.example//localhost' }),
    403,
    'other-site',
  ],
  [
    'a GET for another site, which has no origin',
    () => get('/v1/history?structure=CCO', { 'sec-fetch-site': 'cross-site' }),
    403,
    'other-site',
  ],
  [
    'a GET for another port of this machine',
    () => get('/v1/history?structure=CCO', { 'sec-fetch-site': 'same-site', 'sec-fetch-dest': 'document' }),
    403,
    'other-site',
  ],
  [
    'an encoding that is declared',
    () => post('/v1/check', '{"inputs":["C"]}', { 'content-encoding': 'gzip' }),
    415,
    'encoded',
  ],
  ['a compressed body', () => post('/v1/check', gzipSync('{"inputs":["C"]}')), 415, 'encoded'],
  ['a compressed stream', () => post('/v1/batch', gzipSync('C\n')), 415, 'encoded'],
  ['a stream that does not begin', () => post('/v1/batch', new ReadableStream()), 408, 'slow'],
  ['a method that the path lacks', () => app.request('/v1/check', { method: 'PUT', headers: host }), 405, 'no-method'],
  ['no JSON for an agent', () => post('/mcp', '{'), 400, 'bad-request'],
  ['a stream for an agent', () => get('/mcp'), 405, 'no-method'],
])('%s is rejected as a problem', async (_, ask, status, kind) => {
  const response = await ask()
  expect(response.status).toBe(status)
  expect(response.headers.get('content-type')).toBe('application/problem+json')
  const text = await response.text()
  expect(JSON.parse(text).type).toBe(`urn:coverage:${kind}`)
  expect(text).not.toMatch(/\.[cm]?[jt]s:\d/)
})

test('without the token only health checks are answered', async () => {
  const guarded = serverApp({ ...parts, token: 'secret' })
  const ask = async (path: string, authorization?: string) =>
    (await guarded.request(path, { headers: { ...host, ...(authorization && { authorization }) } })).status
  expect(await ask('/v1/law')).toBe(401)
  expect(await ask('/v1/law', 'Bearer secre')).toBe(401)
  expect(await ask('/v1/law', 'Bearer secret')).toBe(200)
  expect(await ask('/healthz')).toBe(200)
})

test('requests above the limit of open ones are rejected, and open ones are answered', async () => {
  const narrow = serverApp({ ...parts, metrics: new Metrics(), bounds: { ...parts.bounds, mostOpen: 2 } })
  const ask = () => narrow.request('/v1/check', { method: 'POST', body: '{"inputs":["CCO"]}', headers: host })
  const statuses = await Promise.all([1, 2, 3, 4].map(async () => (await ask()).status))
  expect(statuses.sort()).toEqual([200, 200, 503, 503])
})

test('a full server still answers health checks and metrics, which take no place', async () => {
  const full = serverApp({ ...parts, metrics: new Metrics(), bounds: { ...parts.bounds, mostOpen: 0 } })
  const ask = async (path: string) => (await full.request(path, { headers: host })).status
  expect([await ask('/healthz'), await ask('/metrics'), await ask('/v1/law')]).toEqual([200, 200, 503])
})

test('a page that computes nothing may be linked from other sites; its own requests are answered', async () => {
  const link = { 'sec-fetch-site': 'cross-site', 'sec-fetch-dest': 'document' }
  expect((await get('/', link)).status).toBe(200)
  expect((await get('/v1', { ...link, 'sec-fetch-dest': 'iframe' })).status).toBe(403)
  const own = { 'sec-fetch-site': 'same-origin', origin: 'http://localhost' }
  expect((await get('/v1/law', own)).status).toBe(200)
})

test('a server for other machines answers any host, and no page of another site', async () => {
  const open = serverApp({ ...parts, local: false, metrics: new Metrics() })
  const ask = async (headers: Record<string, string>) =>
    (await open.request('/v1/law', { headers: { host: 'law.example', ...headers } })).status
  expect([await ask({}), await ask({ origin: 'http://law.example' })]).toEqual([200, 200])
  expect([await ask({ origin: 'https://elsewhere.example' }), await ask({ origin: 'null' })]).toEqual([403, 403])
  expect(await ask({ 'sec-fetch-site': 'cross-site' })).toBe(403)
})

test('a method that a path lacks is answered with those it has', async () => {
  const allowed = async (path: string) =>
    (await app.request(path, { method: 'DELETE', headers: host })).headers.get('allow')
  expect(await allowed('/v1/batch')).toBe('POST, PUT')
  expect(await allowed('/v1/rules/us-fentanyl-related-substances')).toBe('GET, HEAD')
  expect(await allowed('/mcp')).toBe('POST')
  expect(await allowed('/v1/unheard-of')).toBeNull()
})

test('a file sent with PUT, as curl -T does, is a stream', async () => {
  const put = { method: 'PUT', body: 'CCO a\n', headers: host }
  expect(await (await app.request('/v1/batch', put)).text()).toContain('"id":"a"')
})

test('a stream whose body only trickles gets its rows, is told so, and gives its place back', async () => {
  const metrics = new Metrics()
  const narrow = serverApp({ ...parts, metrics })
  let trickle: NodeJS.Timeout | undefined
  const body = new ReadableStream({
    start(controller) {
      controller.enqueue(Buffer.from('CCO first\n'))
      trickle = setInterval(() => controller.enqueue(Buffer.from('C')), 50)
    },
    cancel: () => clearInterval(trickle),
  })
  const request = { method: 'POST', body, headers: host, duplex: 'half' } as RequestInit
  const lines = (await (await narrow.request('/v1/batch', request)).text()).trimEnd().split('\n')
  expect(lines.map((line) => JSON.parse(line)).map((row) => row.id ?? row.detail)).toEqual([
    'first',
    'the stream ends here: its body arrives too slowly',
  ])
  expect(metrics.open).toBe(0)
})

test('work for a client that has gone stops, and is not counted as a failure of the server', async () => {
  const metrics = new Metrics()
  const counting = serverApp({ ...parts, metrics })
  const gone = new AbortController()
  const inputs = Array.from({ length: 1000 }, (_, i) => `${crotonylfentanyl}${'C'.repeat(i % 40)}`)
  const asking = counting.request('/v1/check', {
    method: 'POST',
    body: JSON.stringify({ inputs, explain: true }),
    headers: host,
    signal: gone.signal,
  })
  // A reason that is not an error, as the server of Node gives it.
  setTimeout(() => gone.abort('gone'), 200)
  const begun = performance.now()
  await asking
  const { results } = await check({ inputs: ['CCO'] })
  expect(results[0].verdict).toBe('uncontrolled')
  // All of it takes much longer.
  expect(performance.now() - begun).toBeLessThan(15_000)
  expect(metrics.open).toBe(0)
  const text = metrics.text({ replaced: 0, memory: 0, edition: '', version: '' })
  expect(text).toContain('coverage_requests_total{route="/v1/check",status="499"} 1')
  expect(text).not.toContain('status="500"')
})

test.each([' ', ' a', 'a\n', '\u00e4'])('a token that no request can carry is refused: %j', async (token) => {
  const said = await run(['serve', '--port', '0'], { env: { COVERAGE_TOKEN: token } })
  expect([said.code, said.err]).toEqual([2, expect.stringContaining('visible ASCII characters')])
})
