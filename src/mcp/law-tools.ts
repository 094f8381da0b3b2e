import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
import { runLines } from '../report/answer-lines.js'
import { programWords, fieldWords, toolWords } from '../report/words/program-words.js'
import { ruleJson } from '../report/rule-json.js'
import { runJson } from '../report/run-json.js'
import type { LawLibrary } from '../service/law-library.js'
import type { Service } from '../service/service.js'
import { knownFields } from '../service/known-fields.js'
import { hits, rule, run } from './answer-schema.js'
import { annotations, call, failed } from './call.js'

const mostHits = 100

export function addLawTools(server: McpServer, service: Service, library: LawLibrary): void {
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
