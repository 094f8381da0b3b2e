import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
import { runLines } from '../report/answer-lines.js'
import { programWords, fieldWords, toolWords } from '../report/words/program-words.js'
import { historyLines } from '../report/history-lines.js'
import { runJson } from '../report/run-json.js'
import { questionSchema } from '../service/question.js'
import type { Service } from '../service/service.js'
import { knownFields } from '../service/known-fields.js'
import { history, run } from './answer-schema.js'
import { annotations, call, failed } from './call.js'

export function addHistoryTool(server: McpServer, service: Service): void {
  server.registerTool(
    'show_history',
    {
      ...toolWords.show_history,
      inputSchema: knownFields({
        structure: z.string().min(1).max(200_000).describe(fieldWords.anyInput),
        ...questionSchema.omit({ asOf: true }).shape,
      }),
      outputSchema: { run, history },
      annotations,
    },
    async ({ structure, ...question }) => {
      let overrun = false
      const answer = await call(async () => {
        const query = service.query(question)
        const about = runJson(service.law, query, service.run(query))
        const found = await service.history(structure, query)
        overrun = found === null
        const parsed = history.parse(found ?? { input: structure, problem: null, jurisdictions: [] })
        const lines = historyLines(parsed as unknown as Parameters<typeof historyLines>[0])
        return { lines: [...lines, ...runLines(about)], content: { run: about, history: parsed } }
      })
      return overrun ? failed(programWords.noHistory) : answer
    },
  )
}
