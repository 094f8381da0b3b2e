import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { toolWords, programWords, fieldWords } from '../report/words/program-words.js'
import type { LawLibrary } from '../service/law-library.js'
import type { Service } from '../service/service.js'
import { addCheckTools } from './check-tools.js'
import { z } from 'zod'
import { runLines, runJson } from '../report/answer-lines.js'
import { ruleJson } from '../report/rule-json.js'
import { knownFields } from '../service/input.js'
import { hits, rule, run, history } from './answer-schema.js'
import { annotations, call, failed } from './call.js'
import { historyLines } from '../report/history-lines.js'
import { questionSchema } from '../service/question.js'

/** Tools for agents. None of them makes or changes a structure, and none reports near misses of a rule. */
export function mcpServer(service: Service, library: LawLibrary): McpServer {
  const { name, version } = service.run(service.usual).tool
  const server = new McpServer({ name, version }, { instructions: toolWords.instructions })
  addCheckTools(server, service)
  addHistoryTool(server, service)
  addLawTools(server, service, library)
  return server
}

const mostHits = 100

function addLawTools(server: McpServer, service: Service, library: LawLibrary): void {
  const about = () => {
    const query = service.query({})
    return runJson(service.law, query, service.run(query))
  }
  server.registerTool(
    'explain_rule',
    {
      ...toolWords.explain_rule,
      inputSchema: knownFields({ rule: z.string().min(1).max(200).describe(fieldWords.rule) }),
      outputSchema: { run, rule },
      annotations,
    },
    ({ rule: id }) => {
      const found = library.rule(id)
      if (found === null) return failed(programWords.noRule(id))
      const plain = ruleJson(found.jurisdiction, found.rule)
      return call(() => ({
        lines: [
          `${plain.title} (${plain.id}, ${plain.jurisdiction})`,
          ...plain.reads,
          ...plain.clauses.map((c) => `${c.id}: ${c.reads} (${c.cite})`),
          ...plain.periods.map((p) => `${p.status} ${p.from ?? '?'} to ${p.until ?? '...'}: ${p.cite}`),
          ...plain.readings.map((r) => `${r.question} ${r.choice} (${r.basis})`),
          ...runLines(about()),
        ],
        content: { run: about(), rule: plain },
      }))
    },
  )
  server.registerTool(
    'search_law',
    {
      ...toolWords.search_law,
      inputSchema: knownFields({
        text: z.string().min(1).max(300),
        limit: z.int().min(1).max(mostHits).optional().describe(fieldWords.limit),
      }),
      outputSchema: { run, hits, total: z.int() },
      annotations,
    },
    ({ text, limit = 25 }) =>
      call(() => {
        const found = library.search(text, limit)
        const shown = found.hits.map(({ kind, id, name, field, text: said }) => ({ kind, id, name, field, text: said }))
        return {
          lines: [
            programWords.moreHits(shown.length, found.total),
            ...shown.map((hit) => `${hit.kind} ${hit.id}: ${hit.name} (${hit.field}: ${hit.text})`),
            ...runLines(about()),
          ],
          content: { run: about(), hits: shown, total: found.total },
        }
      }),
  )
}

function addHistoryTool(server: McpServer, service: Service): void {
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
