import { OpenAPIHono } from '@hono/zod-openapi'
import { etag } from 'hono/etag'
import { counted, needsToken, onceEach, sameSite } from './guards.js'
import type { ServerParts } from './server-parts.js'
import { problemResponse, RequestRefused } from './problem.js'
import { addBatch } from './routes/batch.js'
import { addCheck, addHistory } from './routes/check.js'
import { addLaw } from './routes/law.js'
import { addMcp, addPlain } from './routes/plain.js'
import { httpWords } from './http-words.js'

/** All routes of the server. It opens no port, so that it can be called without one. */
export function serverApp(parts: ServerParts): OpenAPIHono {
  const app = new OpenAPIHono()
  app.onError(problemResponse)
  app.notFound((c) => {
    const allow = methodsOf(app, c.req.path)
    return problemResponse(allow === '' ? new RequestRefused('not-found') : noMethod(allow), c)
  })
  app.use(counted(parts.metrics, parts.bounds.mostOpen, parts.log))
  app.use(async (c, next) => {
    c.header('x-content-type-options', 'nosniff')
    c.header('cache-control', 'private, no-cache')
    await next()
  })
  app.use(sameSite(parts.local))
  if (parts.token !== null) app.use(needsToken(parts.token))
  app.use(onceEach)
  app.use('/v1/*', etag())
  for (const add of [addPlain, addCheck, addBatch, addHistory, addLaw, addMcp]) add(app, parts)
  const { version } = parts.service.run(parts.service.preset).tool
  app.doc31('/openapi.json', {
    openapi: '3.1.0',
    info: { title: httpWords.title, version, description: httpWords.about },
  })
  return app
}

/** The methods of a path, as the `Allow` header lists them; empty where there is no such path. */
function methodsOf({ routes }: OpenAPIHono, path: string): string {
  const methods = routes.flatMap(({ method, path: pattern }) =>
    method !== 'ALL' && fits(pattern, path) ? [method] : [],
  )
  if (methods.includes('GET')) methods.push('HEAD')
  return [...new Set(methods)].sort().join(', ')
}

function fits(pattern: string, path: string): boolean {
  const parts = pattern.split('/')
  const own = path.split('/')
  return (
    parts.length === own.length && parts.every((part, i) => (part.startsWith(':') ? own[i] !== '' : part === own[i]))
  )
}

function noMethod(allow: string): RequestRefused {
  return new RequestRefused('no-method', undefined, undefined, allow)
}
