import { type Server, STATUS_CODES, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { availableParallelism } from 'node:os'
import { serve as listen } from '@hono/node-server'
import { httpWords, serverApp, streamPath, Metrics, type CutOff } from '../../server/index.js'
import { LawLibrary } from '../../service/index.js'
import { CannotRun, type Host } from '../host.js'
import type { Given } from '../options.js'
import { privatePage } from '../output/private-page.js'
import { startService } from './start-service.js'
import type { Duplex } from 'node:stream'

/** Time limit for a JSON body, and for a connection without any traffic, ms. */
const bodyMs = 30_000
const idleMs = 120_000
/** How long open requests may take to finish at the end. */
const drainMs = 30_000
const lookMs = 60_000

/** Serves until a signal comes, then finishes open requests. */
export async function serve(options: Given<'limit' | 'port'>, host: Host): Promise<void> {
  const token = tokenOf(host.env['COVERAGE_TOKEN'] || null)
  const workers = options.workers ?? Math.max(1, availableParallelism() - 1)
  const manner = { explain: false, identify: 'controlled' } as const
  const { service } = await startService({ ...options, rowMs: options.limit['row-ms'], workers }, manner, host)
  const metrics = new Metrics()
  const local = isLocal(options.port.host)
  let draining = false
  let page: Promise<string> | null = null
  const app = serverApp({
    service,
    library: new LawLibrary(service.law.edition),
    metrics,
    bounds: {
      mostBytes: options.limit.body,
      bodyMs,
      mostRows: options.limit.rows,
      mostOpen: options.limit.open,
      streamMs: idleMs,
    },
    workers,
    page: () =>
      (page ??= privatePage(service.law.edition, options.edition === undefined && options.data === undefined)),
    token,
    local,
    memory: () => process.memoryUsage.rss(),
    log: options.log ? (line) => host.stderr.write(`${JSON.stringify(line)}\n`) : null,
    isDraining: () => draining,
  })
  // A stream may take hours: only its silence is limited.
  const server = listen({
    fetch: app.fetch,
    port: options.port.port,
    hostname: options.port.host,
    serverOptions: { requestTimeout: 0, headersTimeout: bodyMs, keepAliveTimeout: 5_000 },
  }) as Server
  server.setTimeout(idleMs)
  answerHalfClosed(server, ({ url }) => url?.split('?')[0] === streamPath)
  await listening(server, options)
  const { port } = server.address() as AddressInfo
  if (!local && token === null) host.stderr.write(`${httpWords.noToken(options.port.host)}\n`)
  // Attached before the server reports that it listens: a client may then ask it to end at once.
  const stopped = new Promise<void>((resolve) => host.onStop?.(() => resolve()))
  host.stderr.write(
    `${httpWords.listening(`http://${options.port.host.includes(':') ? `[${options.port.host}]` : options.port.host}:${port}`)}\n`,
  )
  // On a new day the default query changes.
  const clock = setInterval(() => void service.renew().catch(() => {}), lookMs)
  await stopped
  clearInterval(clock)
  draining = true
  host.stderr.write(`${httpWords.draining}\n`)
  await closed(server)
  await service.close()
}

/** @throws {CannotRun} for a token that no request can carry */
function tokenOf(text: string | null): string | null {
  if (text !== null && !/^[!-~]([ -~]*[!-~])?$/.test(text)) throw new CannotRun(httpWords.badToken)
  return text
}

function isLocal(address: string): boolean {
  return address === 'localhost' || address === '::1' || address.startsWith('127.')
}

function listening(server: Server, { port: { host, port } }: Given<'port'>): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('listening', resolve)
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(new CannotRun(`cannot listen on ${host} port ${port} (${error.code})`)),
    )
  })
}

/** Accepts no new connections; open ones end with their requests, or after a time. */
function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => server.closeAllConnections(), drainMs)
    server.close(() => {
      clearTimeout(timer)
      resolve()
    })
    server.closeIdleConnections()
  })
}

/**
 * A client may close its sending side and still read, as `nc` does. A stream is then answered to its end: if its body
 * is cut off, up to the line that says so, and if nobody reads any longer, up to the first write. For any other request
 * a closed side means that the client has gone, as for other servers.
 */
export function answerHalfClosed(server: Server, isStream: (request: IncomingMessage) => boolean): void {
  const streams = new WeakMap<Duplex, { readonly incoming: IncomingMessage; readonly outgoing: ServerResponse }>()
  // Not in the types of Node.
  ;(server as { httpAllowHalfOpen?: boolean }).httpAllowHalfOpen = true
  server.on('request', (incoming, outgoing) => {
    const { socket } = incoming
    if (isStream(incoming)) {
      streams.set(socket, { incoming, outgoing })
      outgoing.once('close', () => streams.delete(socket))
      return
    }
    const leave = () => socket.destroy()
    socket.once('end', leave)
    outgoing.once('close', () => socket.off('end', leave))
  })
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    const stream = streams.get(socket)
    if (stream === undefined || error.code !== 'HPE_INVALID_EOF_STATE') return refuse(error, socket)
    stream.outgoing.once('finish', () => socket.end())
    // Node closes the connection of a body that ends before it is complete.
    const cut: CutOff = { cutOff: true }
    Object.assign(stream.incoming, cut, { complete: true }).push(null)
  })
}

const statuses: Readonly<Record<string, number>> = {
  HPE_HEADER_OVERFLOW: 431,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
}

/** What Node does by itself where nobody listens. */
function refuse(error: NodeJS.ErrnoException, socket: Duplex & { _httpMessage?: ServerResponse | null }): void {
  const status = statuses[error.code ?? ''] ?? 400
  if (socket.writable && !socket._httpMessage?.headersSent)
    socket.write(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nConnection: close\r\n\r\n`)
  socket.destroy(error)
}
