import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { toolWords } from '../report/words/program-words.js'
import type { LawLibrary } from '../service/law-library.js'
import type { Service } from '../service/service.js'
import { addCheckTools } from './check-tools.js'
import { addHistoryTool } from './history-tool.js'
import { addLawTools } from './law-tools.js'

/** Tools for agents. None of them makes or changes a structure, and none reports near misses of a rule. */
export function mcpServer(service: Service, library: LawLibrary): McpServer {
  const { name, version } = service.run(service.usual).tool
  const server = new McpServer({ name, version }, { instructions: toolWords.instructions })
  addCheckTools(server, service)
  addHistoryTool(server, service)
  addLawTools(server, service, library)
  return server
}
