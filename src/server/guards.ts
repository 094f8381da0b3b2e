import { createHash, timingSafeEqual } from 'node:crypto'
import type { MiddlewareHandler } from 'hono'
import { routePath } from 'hono/route'
import type { Metrics } from './metrics.js'
import { problemResponse, RequestRefused } from './problem.js'

export const ndjson = 'application/x-ndjson'

/** Open to all: health checks have no token. */
const openPaths: ReadonlySet<string> = new Set(['/healthz'])

export function needsToken(token: string): MiddlewareHandler {
  const wanted = digest(`Bearer ${token}`)
  return async (c, next) => {
    if (!openPaths.has(c.req.path) && !timingSafeEqual(digest(c.req.header('authorization') ?? ''), wanted))
      throw new RequestRefused('no-token')
    await next()
  }
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}

/**
 * Requests from another site's page in a browser are rejected, even if that site uses its own host name for this
 * machine.
 * @param local whether the server listens on this machine only
 */
export function sameSite(local: boolean): MiddlewareHandler {
  return async (c, next) => {
    const host = c.req.header('host') ?? ''
    const origin = c.req.header('origin')
    const foreign = origin !== undefined && origin !== 'null' && !origin.endsWith(`//${host}`)
    if (foreign || origin === 'null' || (local && !/^(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?$/i.test(host)))
      throw new RequestRefused('other-site')
    await next()
  }
}

/** Counts requests, and rejects those over the limit of open ones. */
export function counted(metrics: Metrics, most: number, log: ((line: object) => void) | null): MiddlewareHandler {
  return async (c, next) => {
    const begun = performance.now()
    if (metrics.open >= most) {
      metrics.request('refused', 503, 0)
      return problemResponse(new RequestRefused('busy'), c)
    }
    metrics.open++
    const ended = once(() => {
      metrics.open--
      const seconds = (performance.now() - begun) / 1000
      // The route pattern: the path itself may contain a structure.
      const route = routePath(c, -1)
      metrics.request(route, c.res.status, seconds)
      log?.({ method: c.req.method, route, status: c.res.status, seconds })
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
