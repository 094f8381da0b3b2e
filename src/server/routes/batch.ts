import { ReadableStream as NodeStream } from 'node:stream/web'
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { z } from 'zod'
import { LineReader } from '../../batch/index.js'
import { questionSchema, type Question, fieldWords } from '../../service/index.js'
import { ndjson } from '../guards.js'
import type { CutOff, ServerParts } from '../server-parts.js'
import { isCompressed, piecesOf, refuseEncoded } from '../body.js'
import { checked, RequestRefused } from '../problem.js'
import { answersTo } from '../stream.js'
import { described } from './described.js'
import { httpWords } from '../http-words.js'

const flag = z.enum(['true', 'false']).transform((text) => text === 'true')

/** A question as the parameters of a URL. */
export const urlQuestion = {
  asOf: questionSchema.shape.asOf,
  jurisdictions: z.string().max(500).optional().describe(fieldWords.jurisdictionList),
  kinds: z.string().max(500).optional().describe(fieldWords.kinds),
}

export function listed({ jurisdictions, ...others }: z.infer<z.ZodObject<typeof urlQuestion>>): Question {
  if (jurisdictions === undefined) return others
  return { ...others, jurisdictions: jurisdictions.split(',').filter((part) => part.trim() !== '') }
}

const query = z.strictObject({
  ...urlQuestion,
  lookup: flag.optional(),
  identify: z.enum(['listed', 'controlled', 'found', 'all']).optional(),
  explain: flag.optional(),
})

export const streamPath = '/v1/batch'

const example = '{"id":"a","smiles":"CCO"}\n{"id":"b","cas":"437-38-7"}\n'

const route = described({
  method: 'post',
  path: streamPath,
  summary: httpWords.routes.batch,
  request: { query, body: { required: true, content: { [ndjson]: { schema: z.string(), example } } } },
  schema: z.string(),
  media: ndjson,
  problems: [400, 401, 415, 503],
})

export function addBatch(app: OpenAPIHono, parts: ServerParts): void {
  app.openAPIRegistry.registerPath(route)
  // PUT is what `curl -T` sends.
  app.on(['POST', 'PUT'], route.path, async (c) => {
    const { lookup, identify = 'controlled', explain = false, ...question } = checked(query, c.req.query())
    const asking = parts.service.query(listed(question))
    const manner = { lookUp: lookup ?? true, mixed: lookup ?? false, identify, explain }
    refuseEncoded(c)
    const pieces = await plain(wholeBody(c, parts.bounds.streamMs))
    const lines = new LineReader({ mixed: lookup ?? false })
    const rows = answersTo(pieces, lines, parts, asking, manner, c.req.raw.signal)
    return new Response(NodeStream.from(rows) as ReadableStream, { headers: { 'content-type': ndjson } })
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
