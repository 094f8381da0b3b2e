import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import {
  programWords,
  runLines,
  runJson,
  answerLines,
  ruleJson,
  historyLines,
  questionsOf,
  type Result,
  countedVerdict,
} from '../report/index.js'
import {
  type LawLibrary,
  type Service,
  type AnswerOptions,
  knownFields,
  input,
  recordOf,
  substance,
  questionSchema,
  type Question,
  fieldWords,
} from '../service/index.js'
import { z } from 'zod'
import { hits, rule, run, history, answer, shortAnswer } from './answer-schema.js'
import { annotations, call, failed } from './call.js'
import { jsonLines } from '../batch/index.js'
import { toolWords } from './tool-words.js'

/** Tools for agents. None of them makes or changes a structure, and none reports near misses of a rule. */
export function mcpServer(service: Service, library: LawLibrary): McpServer {
  const { name, version } = service.run(service.preset).tool
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

/** Names are looked up, as `check` does. */
const whole: AnswerOptions = { explain: false, identify: 'all' }
const many: AnswerOptions = { explain: false, identify: 'listed' }
const mostInputs = 1000
/** Answers that are also given as text. */
const shownInputs = 50

function addCheckTools(server: McpServer, service: Service): void {
  server.registerTool(
    'check_structure',
    {
      ...toolWords.check_structure,
      inputSchema: knownFields({ ...substance.omit({ id: true }).shape, ...questionSchema.shape }),
      outputSchema: { run, answer },
      annotations,
    },
    ({ asOf, jurisdictions, kinds, ...given }) =>
      call(async () => {
        const { about, rows } = await check(service, { asOf, jurisdictions, kinds }, [given], whole)
        const row = rows[0]!
        return { lines: [...answerLines(row), ...runLines(about)], content: { run: about, answer: fullAnswer(row) } }
      }),
  )
  server.registerTool(
    'check_many',
    {
      ...toolWords.check_many,
      inputSchema: knownFields({ inputs: z.array(input).min(1).max(mostInputs), ...questionSchema.shape }),
      outputSchema: { run, answers: z.array(shortAnswer) },
      annotations,
    },
    ({ inputs, ...question }) =>
      call(async () => {
        const { about, rows } = await check(service, question, inputs, many)
        const left = rows.length - shownInputs
        const lines = rows.slice(0, shownInputs).flatMap(answerLines)
        return {
          lines: [...lines, ...(left > 0 ? [programWords.moreAnswers(left)] : []), ...runLines(about)],
          content: { run: about, answers: rows.map(inShort) },
        }
      }),
  )
}

async function check(
  service: Service,
  question: Question,
  inputs: readonly z.infer<typeof input>[],
  manner: AnswerOptions,
) {
  const query = service.query(question)
  const records = inputs.map((given, i) => recordOf(given, i + 1))
  const { bytes } = await service.rows(records, query, manner)
  return { about: runJson(service.law, query, service.run(query)), rows: jsonLines<Result>(bytes) }
}

/** An answer with the fields of its schema. */
function fullAnswer({ members, jurisdictions, ...own }: Result) {
  const short = members && { members: members.map(memberInShort) }
  const asked = jurisdictions.map((j) => ({ ...j, questions: questionsOf(j.code, j) }))
  return { ...answer.parse({ ...own, ...short, jurisdictions: asked }), ...short }
}

/** The findings of a member are among those of its set. */
function memberInShort({ label, input, verdict, structure, jurisdictions }: NonNullable<Result['members']>[number]) {
  return {
    label,
    input,
    verdict,
    structure,
    jurisdictions: jurisdictions.map(({ code, verdict: v }) => ({ code, verdict: v })),
  }
}

function inShort({ jurisdictions, ...own }: Result) {
  const found = jurisdictions.filter((j) => j.verdict !== 'uncontrolled')
  const by = (j: Result['jurisdictions'][number]) =>
    j.findings.flatMap((f) =>
      (f.kind === 'listed' || f.kind === 'class') && f.counts === countedVerdict(j)
        ? [{ ...f, name: f.kind === 'listed' ? f.nameInLaw : f.title }]
        : [],
    )
  return shortAnswer.parse({
    ...own,
    found: found.map((j) => ({ ...j, by: by(j), questions: questionsOf(j.code, j) })),
  })
}
