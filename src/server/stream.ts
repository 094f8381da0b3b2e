import { inOrder } from '../batch/threads/in-order.js'
import { lineGroups } from '../batch/input/line-groups.js'
import { LineReader } from '../batch/input/line-record.js'
import type { Query } from '../matching/index.js'
import { httpWords } from '../report/words/http-words.js'
import type { AnswerOptions } from '../service/service.js'
import type { ServerParts } from './server-parts.js'

/** Rows for the lines of a body. The body is read only as fast as the rows are consumed. */
export function answersTo(
  body: ReadableStream<Uint8Array> | null,
  parts: ServerParts,
  query: Query,
  manner: AnswerOptions,
): ReadableStream<Uint8Array> {
  const rows = answers(body, parts, query, manner)
  return new ReadableStream(
    {
      async pull(controller) {
        try {
          const { value, done } = await rows.next()
          if (done) controller.close()
          else controller.enqueue(value)
        } catch (error) {
          controller.error(error)
        }
      },
      async cancel() {
        await rows.return(undefined)
      },
    },
    { highWaterMark: 1 },
  )
}

async function* answers(
  body: ReadableStream<Uint8Array> | null,
  { service, bounds, metrics, workers }: ServerParts,
  query: Query,
  manner: AnswerOptions,
): AsyncGenerator<Uint8Array, undefined> {
  const reader = new LineReader({ lookUp: manner.lookUp })
  let cut = false
  async function* groups() {
    let index = 1
    for await (const lines of lineGroups(buffers(body))) {
      const left = bounds.mostRows - index + 1
      const own = lines.slice(0, left)
      if (own.length > 0) yield { records: own.map((line, i) => reader.record(line, index + i)), index }
      index += own.length
      if (own.length < lines.length) {
        cut = true
        return
      }
    }
  }
  try {
    for await (const { bytes, tally } of inOrder(groups(), workers + 1, async ({ records, index }) => ({
      result: await service.rows(records, query, manner, index),
      rest: [],
    }))) {
      metrics.rows(tally)
      yield bytes
    }
  } catch {
    // The status has been sent: the error can only be reported in the stream, in a form that no row has.
    yield problemLine(httpWords.streamFailed)
    return
  }
  if (cut) yield problemLine(httpWords.streamCut)
  return
}

function problemLine(detail: string): Uint8Array {
  return Buffer.from(`${JSON.stringify({ type: 'urn:coverage:stream', detail })}\n`)
}

async function* buffers(body: ReadableStream<Uint8Array> | null): AsyncGenerator<Buffer> {
  if (body) for await (const piece of body) yield Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength)
}
