import { setImmediate as turn } from 'node:timers/promises'
import { mcpServer } from '../../mcp/server.js'
import { LawLibrary } from '../../service/law-library.js'
import type { McpOptions } from './program-options.js'
import { stopCodes, type Host } from '../host.js'
import { McpLines } from './mcp-lines.js'
import { startService } from './start-service.js'

/** Time limit for one structure. */
const rowMs = 20_000
/** The longest message accepted, as for a JSON body of `serve`. */
const mostBytes = 16 * 1024 * 1024

/** Serves on stdin and stdout until they are closed. */
export async function serveMcp(options: McpOptions, host: Host): Promise<void> {
  const manner = { explain: false, identify: 'listed' } as const
  const { service } = await startService({ ...options, rowMs }, manner, host)
  const server = mcpServer(service, new LawLibrary(service.law.edition))
  const unlisten = host.onStop?.((signal) => host.exit?.(stopCodes[signal]))
  const closed = new Promise<void>((resolve) => {
    host.stdin.once('end', resolve)
    host.stdin.once('close', resolve)
  })
  await server.connect(new McpLines(host.stdin, host.stdout, mostBytes))
  await closed
  unlisten?.()
  // The last input read has not reached the threads yet.
  await turn()
  await service.finish()
  await turn()
  await server.close()
}
