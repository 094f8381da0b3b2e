import { createRoute, type OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { z } from 'zod'
import { LineReader } from '../../batch/index.js'
import { httpWords, fieldWords } from '../../report/index.js'
import { questionSchema } from '../../service/index.js'
import { etagOf } from '../etag.js'
import { ndjson } from '../guards.js'
import type { CutOff, ServerParts } from '../server-parts.js'
import { isCompressed, piecesOf, refuseEncoded } from '../body.js'
import { RequestRefused, refusedByZod } from '../problem.js'
import { answersTo } from '../stream.js'
import { problems } from './problems.js'

const flag = z.enum(['true', 'false']).transform((text) => text === 'true')

/** The same question in a URL. */
export const urlQuestion = {
  asOf: questionSchema.shape.asOf,
  jurisdictions: z.string().max(500).optional().describe(fieldWords.jurisdictionList),
  kinds: z.string().max(500).optional().describe(fieldWords.kinds),
}

/** @param text as it appears in a URL */
export function listed(text: string | undefined): { jurisdictions?: string[] } {
  return text === undefined ? {} : { jurisdictions: text.split(',').filter((part) => part.trim() !== '') }
}

const query = z.strictObject({
  ...urlQuestion,
  lookup: flag.optional(),
  identify: z.enum(['listed', 'controlled', 'all']).optional(),
  explain: flag.optional(),
})

export const streamPath = '/v1/batch'

const route = createRoute({
  method: 'post',
  path: streamPath,
  summary: httpWords.routes.batch,
  request: {
    query,
    body: {
      required: true,
      content: {
        [ndjson]: { schema: z.string(), example: '{"id":"a","smiles":"CCO"}\n{"id":"b","cas":"437-38-7"}\n' },
      },
    },
  },
  responses: {
    200: { description: httpWords.routes.batch, content: { [ndjson]: { schema: z.string() } } },
    ...problems(400, 401, 415, 503),
  },
})

export function addBatch(app: OpenAPIHono, parts: ServerParts): void {
  app.openAPIRegistry.registerPath(route)
  // PUT is what `curl -T` sends.
  app.on(['POST', 'PUT'], route.path, async (c) => {
    const parsed = query.safeParse(c.req.query())
    if (!parsed.success) throw refusedByZod(parsed.error)
    const { lookup, identify = 'controlled', explain = false, jurisdictions, ...others } = parsed.data
    const asking = parts.service.query({ ...others, ...listed(jurisdictions) })
    const manner = { lookUp: lookup ?? true, mixed: lookup ?? false, identify, explain }
    refuseEncoded(c)
    const pieces = await plain(wholeBody(c, parts.bounds.streamMs))
    const lines = new LineReader({ mixed: lookup ?? false })
    return new Response(answersTo(pieces, lines, parts, asking, manner, c.req.raw.signal), {
      headers: { 'content-type': ndjson, etag: etagOf(parts.service.run(asking), manner) },
    })
  })
}

/** @throws {RequestRefused} at the end, if the client closed the connection before the end of its body */
async function* wholeBody(c: Context, mostMs: number): AsyncGenerator<Buffer, undefined> {
  yield* piecesOf(c.req.raw.body, mostMs)
  const { incoming } = (c.env ?? {}) as { readonly incoming?: CutOff }
  if (incoming?.cutOff) throw new RequestRefused('bad-request', 'the body is incomplete')
}

/** The pieces once the first is there: a compressed body can be refused only before the answer begins. */
async function plain(pieces: AsyncGenerator<Buffer, undefined>): Promise<AsyncGenerator<Buffer, undefined>> {
  const first = await pieces.next()
  if (first.done || !isCompressed(first.value)) return startingWith(first, pieces)
  await pieces.return(undefined)
  throw new RequestRefused('encoded')
}

async function* startingWith(
  first: IteratorResult<Buffer, undefined>,
  rest: AsyncGenerator<Buffer, undefined>,
): AsyncGenerator<Buffer, undefined> {
  if (first.done) return
  yield first.value
  yield* rest
}
