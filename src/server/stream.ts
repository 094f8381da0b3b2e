import { inOrder, lineGroups, type LineReader } from '../batch/index.js'
import type { Query } from '../matching/index.js'
import type { AnswerOptions } from '../service/index.js'
import { RequestRefused } from './problem.js'
import { httpWords } from './http-words.js'
import type { ServerParts } from './server-parts.js'

/** Rows for the lines of a body. The body is read only as fast as the rows are consumed. */
export async function* answersTo(
  pieces: AsyncIterable<Buffer>,
  reader: LineReader,
  { service, bounds, metrics, workers }: ServerParts,
  query: Query,
  manner: AnswerOptions,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array, undefined> {
  let cut = false
  async function* groups() {
    let index = 1
    for await (const lines of lineGroups(pieces)) {
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
      result: await service.rows(records, query, manner, { index, signal }),
      rest: [],
    }))) {
      metrics.rows(tally)
      yield bytes
    }
  } catch (error) {
    // The status has been sent: the error can only be reported in the stream, in a form that no row has.
    yield problemLine(whyEnded(error))
    return
  }
  if (cut) yield problemLine(httpWords.streamCut)
  return
}

function whyEnded(error: unknown): string {
  if (!(error instanceof RequestRefused)) return httpWords.streamFailed
  return error.kind === 'slow' ? httpWords.streamSlow : httpWords.streamBroken
}

function problemLine(detail: string): Uint8Array {
  return Buffer.from(`${JSON.stringify({ type: 'urn:coverage:stream', detail })}\n`)
}
