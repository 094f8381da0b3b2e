import type { Context } from 'hono'
import type { z } from 'zod'
import { RequestRefused, refusedByZod } from './problem.js'

/** The JSON body of a request, within size and time limits. @throws {RequestRefused} */
export async function jsonBody<T extends z.ZodType>(
  c: Context,
  schema: T,
  { mostBytes, bodyMs }: { readonly mostBytes: number; readonly bodyMs: number },
): Promise<z.infer<T>> {
  const text = await textBody(c, mostBytes, bodyMs)
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new RequestRefused('bad-request', 'the body is not JSON')
  }
  const parsed = schema.safeParse(value)
  if (!parsed.success) throw refusedByZod(parsed.error)
  return parsed.data
}

export async function textBody(c: Context, mostBytes: number, bodyMs: number): Promise<string> {
  if (Number(c.req.header('content-length') ?? 0) > mostBytes) throw new RequestRefused('too-large')
  const { body } = c.req.raw
  if (!body) return ''
  const reader = body.getReader()
  const parts: Uint8Array[] = []
  let size = 0
  let late = false
  const timer = setTimeout(() => {
    late = true
    void reader.cancel().catch(() => {})
  }, bodyMs)
  try {
    for (;;) {
      const { value, done } = await reader.read()
      if (late) throw new RequestRefused('slow')
      if (done) break
      size += value.length
      if (size > mostBytes) {
        void reader.cancel().catch(() => {})
        throw new RequestRefused('too-large')
      }
      parts.push(value)
    }
  } finally {
    clearTimeout(timer)
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(parts))
  } catch {
    throw new RequestRefused('bad-request', 'the body is not UTF-8')
  }
}
