import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
import { jsonLines } from '../batch/output/json-lines.js'
import { answerLines, runLines, runJson } from '../report/answer-lines.js'
import { programWords, toolWords } from '../report/words/program-words.js'
import { questionsOf } from '../report/questions.js'
import type { Result } from '../report/result-schema.js'
import { countedVerdict } from '../report/shown-verdict.js'
import { input, recordOf, substance, knownFields } from '../service/input.js'
import { questionSchema, type Question } from '../service/question.js'
import type { AnswerOptions, Service } from '../service/service.js'
import { annotations, call } from './call.js'
import { answer, run, shortAnswer } from './answer-schema.js'

/** Names are looked up, as `check` does. */
const whole: AnswerOptions = { explain: false, identify: 'all' }
const many: AnswerOptions = { explain: false, identify: 'listed' }
const mostInputs = 1000
/** Answers that are also given as text. */
const shownInputs = 50

export function addCheckTools(server: McpServer, service: Service): void {
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

function fullAnswer({ id, input, verdict, structure, problem, members, lookup, warnings, jurisdictions }: Result) {
  return {
    id,
    input,
    verdict,
    structure,
    problem,
    ...(members && { members: members.map(memberInShort) }),
    ...(lookup && { lookup }),
    ...(warnings && { warnings }),
    jurisdictions: jurisdictions.map((j) => ({
      code: j.code,
      verdict: j.verdict,
      ...(j.decides && { decides: j.decides }),
      findings: j.findings,
      caveats: j.caveats,
      questions: questionsOf(j),
    })),
  }
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

function inShort({ id, input, verdict, problem, jurisdictions }: Result) {
  return {
    id,
    input,
    verdict,
    problem,
    found: jurisdictions
      .filter((j) => j.verdict !== 'uncontrolled')
      .map((j) => ({
        code: j.code,
        verdict: j.verdict,
        ...(j.decides && { decides: j.decides }),
        by: j.findings.flatMap((f) =>
          (f.kind === 'listed' || f.kind === 'class') && f.counts === countedVerdict(j)
            ? [{ name: f.kind === 'listed' ? f.nameInLaw : f.title, cite: f.cite, from: f.from }]
            : [],
        ),
        questions: questionsOf(j),
      })),
  }
}
