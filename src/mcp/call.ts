import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js'
import { UnknownName } from '../matching/index.js'
import { printable, unknownNameText } from '../report/index.js'

/** All tools are read-only and idempotent, and access nothing external. */
export const annotations = {
  readOnlyHint: true,
  destructiveHint: false,
  idempotentHint: true,
  openWorldHint: false,
} as const

export interface Said {
  readonly lines: readonly string[]
  readonly content: Record<string, unknown>
}

/**
 * Returns the result of a tool as text and as data. Text quotes ids and inputs, which must not begin lines of their
 * own; a name that does not exist is an error answer, not a crash.
 */
export async function call(say: () => Promise<Said> | Said): Promise<CallToolResult> {
  try {
    const { lines, content } = await say()
    return { content: [{ type: 'text', text: lines.map(printable).join('\n') }], structuredContent: content }
  } catch (error) {
    if (error instanceof UnknownName) return failed(unknownNameText(error))
    throw error
  }
}

export function failed(text: string): CallToolResult {
  return { content: [{ type: 'text', text: printable(text) }], isError: true }
}
