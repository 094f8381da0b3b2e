import { hash } from 'node:crypto'
import type { Context } from 'hono'
import type { RunInfo } from '../report/index.js'

/** Identifies an answer by what determines it: the edition, the program, and the question. */
export function etagOf({ edition, tool, asOf, query }: RunInfo, question: unknown): string {
  const text = JSON.stringify([edition.sha256, tool.version, asOf, query, question])
  return `"${hash('sha256', text, 'base64url').slice(0, 27)}"`
}

/** Whether the client already has this answer. */
export function isCached(c: Context, etag: string): boolean {
  const known = c.req.header('if-none-match')
  return (known ?? '').split(',').some((one) => one.trim().replace(/^W\//, '') === etag)
}
