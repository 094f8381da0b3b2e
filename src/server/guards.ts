import { hash, timingSafeEqual } from 'node:crypto'
import type { Context, MiddlewareHandler } from 'hono'
import { routePath } from 'hono/route'
import type { Metrics } from './metrics.js'
import { problemResponse, RequestRefused } from './problem.js'
import { httpWords } from './http-words.js'

export const ndjson = 'application/x-ndjson'

/** Open to all: health checks have no token. */
const openPaths: ReadonlySet<string> = new Set(['/healthz'])

export function needsToken(token: string): MiddlewareHandler {
  const wanted = digest(token)
  return async (c, next) => {
    const [, given = ''] = /^bearer +(.+)$/i.exec(c.req.header('authorization') ?? '') ?? []
    if (!openPaths.has(c.req.path) && !timingSafeEqual(digest(given), wanted)) throw new RequestRefused('no-token')
    await next()
  }
}

/** A parameter given twice: which was meant is not known. */
export const onceEach: MiddlewareHandler = async (c, next) => {
  const twice = Object.entries(c.req.queries()).filter(([, values]) => values.length > 1)
  const errors = twice.map(([at]) => ({ at, message: httpWords.twice }))
  if (errors.length > 0) throw new RequestRefused('bad-request', undefined, errors)
  await next()
}

function digest(text: string): Buffer {
  return hash('sha256', text, 'buffer')
}

/**
 * Requests from another site's page in a browser are rejected, even if that site uses its own host name for this
 * machine.
 * @param local whether the server listens on this machine only
 */
export function sameSite(local: boolean): MiddlewareHandler {
  return async (c, next) => {
    const host = c.req.header('host')?.toLowerCase() ?? ''
    const origin = c.req.header('origin')
    const isForeign = (origin !== undefined && hostOf(origin) !== host) || isFromOtherSite(c)
    if (isForeign || (local && !/^(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?$/i.test(host)))
      throw new RequestRefused('other-site')
    await next()
  }
}

/** The host and port of an origin; null if it is anything but an origin. */
function hostOf(origin: string): string | null {
  if (!URL.canParse(origin)) return null
  const url = new URL(origin)
  return /^https?:$/.test(url.protocol) && url.origin === origin.toLowerCase() ? url.host : null
}

/** Pages that compute nothing, which another site may link to. */
const linkedPaths: ReadonlySet<string> = new Set(['/', '/v1'])

/** Browsers send no `Origin` with a GET, but say its site here. Pages of other ports are other sites too. */
function isFromOtherSite(c: Context): boolean {
  const site = c.req.header('sec-fetch-site') ?? 'none'
  if (site === 'none' || site === 'same-origin') return false
  return !(linkedPaths.has(c.req.path) && c.req.header('sec-fetch-dest') === 'document')
}

/** Always answered, at no cost, so that a full server can be observed. */
const uncountedPaths: ReadonlySet<string> = new Set(['/healthz', '/metrics'])

/** Counts requests, and rejects those over the limit of open ones. */
export function counted(metrics: Metrics, most: number, log: ((line: object) => void) | null): MiddlewareHandler {
  return async (c, next) => {
    const begun = performance.now()
    const takesPlace = !uncountedPaths.has(c.req.path)
    if (takesPlace && metrics.open >= most) {
      metrics.request('refused', 503, 0)
      return problemResponse(new RequestRefused('busy'), c)
    }
    if (takesPlace) metrics.open++
    const ended = once(() => {
      if (takesPlace) metrics.open--
      const seconds = (performance.now() - begun) / 1000
      // The route pattern: the path itself may contain a structure.
      const route = routePath(c, -1)
      const status = c.req.raw.signal.aborted ? httpWords.problems.gone.status : c.res.status
      metrics.request(route, status, seconds)
      log?.({ method: c.req.method, route, status, seconds })
    })
    await next()
    const { body } = c.res
    // A stream is open until it has been read.
    if (body && c.res.headers.get('content-type') === ndjson) c.res = new Response(ending(body, ended), c.res)
    else ended()
    return
  }
}

function once(act: () => void): () => void {
  let done = false
  return () => {
    if (!done) act()
    done = true
  }
}

function ending(body: ReadableStream<Uint8Array>, done: () => void): ReadableStream<Uint8Array> {
  const reader = body.getReader()
  return new ReadableStream({
    async pull(controller) {
      try {
        const { value, done: ended } = await reader.read()
        if (!ended) return controller.enqueue(value)
        controller.close()
        done()
      } catch (error) {
        controller.error(error)
        done()
      }
    },
    async cancel(reason) {
      done()
      await reader.cancel(reason)
    },
  })
}
