import { setImmediate as turn } from 'node:timers/promises'
import { linesOf } from '../../batch/index.js'
import { mcpServer } from '../../mcp/index.js'
import { LawLibrary } from '../../service/index.js'
import type { Options } from '../options.js'
import { stopCodes, type Host } from '../host.js'
import { startService } from './start-service.js'
import type { Readable, Writable } from 'node:stream'
import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js'
import { ErrorCode, JSONRPCMessageSchema, type JSONRPCMessage } from '@modelcontextprotocol/sdk/types.js'
import { programWords } from '../../report/index.js'
import { DoubledKey, parseJson } from '../../unique-keys.js'

/** Time limit for one structure. */
const rowMs = 20_000
/** The longest message accepted, as for a JSON body of `serve`. */
const mostBytes = 16 * 1024 * 1024

/** Serves on stdin and stdout until they are closed. */
export async function serveMcp(options: Options, host: Host): Promise<void> {
  const manner = { explain: false, identify: 'listed' } as const
  const { service } = await startService({ ...options, rowMs }, manner, host)
  const server = mcpServer(service, new LawLibrary(service.law.edition))
  const unlisten = host.onStop?.((signal) => host.exit?.(stopCodes[signal]))
  const lines = new McpLines(host.stdin, host.stdout)
  await server.connect(lines)
  await lines.read()
  unlisten?.()
  // The last input read has not reached the threads yet.
  await turn()
  await service.finish()
  await turn()
  await server.close()
}

/**
 * JSON-RPC messages as lines. The transport of the SDK leaves a line that is no message without an answer, ends at one
 * that is too long, and takes time that grows with the square of a line's length.
 */
class McpLines implements Transport {
  onmessage?: (message: JSONRPCMessage) => void
  onclose?: () => void

  constructor(
    readonly stdin: Readable,
    readonly stdout: Writable,
  ) {}

  async start(): Promise<void> {}

  async send(message: object): Promise<void> {
    if (!this.stdout.write(`${JSON.stringify(message)}\n`))
      await new Promise<void>((resolve) => this.stdout.once('drain', resolve))
  }

  async close(): Promise<void> {
    this.onclose?.()
  }

  /** Passes on the messages until stdin ends. */
  async read(): Promise<void> {
    try {
      for await (const { text, tooLong } of linesOf(this.stdin, mostBytes)) {
        if (tooLong !== null) this.#refuse(ErrorCode.InvalidRequest, programWords.longMessage(mostBytes))
        else if (text.trim() !== '') this.#message(text)
      }
    } catch {
      // The client has gone.
    }
  }

  #message(text: string): void {
    let id: unknown = null
    let code = ErrorCode.ParseError
    try {
      const value = parseJson(text)
      code = ErrorCode.InvalidRequest
      id = (value as { readonly id?: unknown } | null)?.id
      this.onmessage?.(JSONRPCMessageSchema.parse(value))
    } catch (error) {
      if (error instanceof DoubledKey) id = (JSON.parse(text) as { readonly id?: unknown }).id
      this.#refuse(code, error instanceof DoubledKey ? error.message : programWords.brokenMessage, id)
    }
  }

  #refuse(code: ErrorCode, message: string, id: unknown = null): void {
    const known = typeof id === 'string' || typeof id === 'number' ? id : null
    void this.send({ jsonrpc: '2.0', id: known, error: { code, message } })
  }
}
