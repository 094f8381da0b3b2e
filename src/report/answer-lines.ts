import { programWords } from './words/program-words.js'
import { editionName, type RunInfo } from './run-info.js'
import { decidedLines } from './set-lines.js'
import { byText, daysText, decidingOf, lawStatements } from './statement.js'
import type { Result } from './schema.js'
import { problemKind, problemText } from './words/problem-words.js'
import {
  selectedJurisdictions,
  isLongAfter,
  nothingFound,
  type LawIndex,
  type Query,
  type JurisdictionHistory,
} from '../matching/index.js'
import { historyWords } from './words/command-words.js'

type Answered = Pick<Result, 'id' | 'input' | 'verdict' | 'jurisdictions' | 'problem'>
type Jurisdiction = Result['jurisdictions'][number]

/** A short text answer, for clients that do not use its fields. */
export function answerLines(answer: Answered): string[] {
  const name = answer.id.startsWith('row-') ? answer.input.slice(0, 120) : answer.id
  if (answer.problem !== null) return [problemLine(name, answer.problem)]
  const isFound = ({ verdict, positions }: Jurisdiction) => verdict !== 'uncontrolled' || positions !== undefined
  const found = answer.jurisdictions.filter(isFound)
  const rest = answer.jurisdictions.filter((j) => !isFound(j)).map(({ code }) => code)
  return [
    `${name}: ${answer.verdict}`,
    ...decidedLines(answer.jurisdictions).map((line) => `  ${line}`),
    ...found.flatMap(foundLines),
    ...(rest.length > 0 ? [`  ${programWords.nothingIn(rest)}`] : []),
  ]
}

function problemLine(name: string, problem: NonNullable<Answered['problem']>): string {
  const said = `${name}: ${problemKind(problem)}: ${problemText(problem).replace(/\.$/, '')}.`
  return problemKind(problem) === 'not recorded' ? said : `${said} ${programWords.unreadable}`
}

/** What holds for all answers. */
export function runLines(run: RunJson): string[] {
  const laws = run.laws.map(({ code, verifiedThrough }) => `${code} ${verifiedThrough}`)
  return [`${programWords.lawOf(run.asOf, editionName(run.edition))} ${programWords.reviewed(laws)}`, run.notice]
}

function foundLines(jurisdiction: Jurisdiction): string[] {
  const { law, verdict, statements, position } = lawStatements(jurisdiction.code, jurisdiction)
  const deciding = decidingOf(statements)
  const named = deciding
    .filter(({ questions }) => questions.length === 0)
    .map(
      (statement) => `${byText(statement)} (${[daysText(statement), statement.cite ?? ''].filter(Boolean).join('; ')})`,
    )
  return [
    `  ${law}: ${verdict}${named.length > 0 ? `: ${named.join('; ')}` : ''}`,
    ...(position === null ? [] : [`    ${position}`]),
    ...deciding.flatMap(({ unverified }) => (unverified === null ? [] : [`    ${unverified}`])),
    ...[...new Set(deciding.flatMap(({ questions }) => questions.map(({ full }) => full)))].map(
      (question) => `    ${programWords.question}: ${question}`,
    ),
  ]
}

export type RunJson = ReturnType<typeof runJson>

/** What holds for all answers to one question: how they were made, how old each law is, and what they do not cover. */
export function runJson(law: LawIndex, query: Query, run: RunInfo) {
  const gaps = new Map(
    nothingFound(law, query).jurisdictions.map((j) => [j.code, j.caveats.filter((c) => c.kind === 'gap').length]),
  )
  return {
    ...run,
    laws: selectedJurisdictions(law, query).map(({ jurisdiction: j }) => ({
      code: j.code,
      name: j.name,
      recordsFrom: j.records_from,
      verifiedThrough: j.verified_through,
      /** Whether that is more than a year before the requested day. */
      longAgo: isLongAfter(query.asOf, j.verified_through),
      gaps: gaps.get(j.code) ?? 0,
    })),
    notice: programWords.notice,
  }
}

type WrittenHistory = Pick<Result, 'input' | 'problem'> & { readonly jurisdictions: readonly JurisdictionHistory[] }

/** A short text history: spans of days, each with its verdict and what decides it. */
export function historyLines({ input, problem, jurisdictions }: WrittenHistory): string[] {
  if (problem !== null) return [problemLine(input.slice(0, 120), problem)]
  return jurisdictions.flatMap(({ code, recordsFrom, verifiedThrough, chapters }) => [
    historyWords.span(code, recordsFrom, verifiedThrough),
    ...chapters.map(({ from, until, ...chapter }) => {
      const { verdict, statements } = lawStatements(code, chapter)
      const by = decidingOf(statements).map(({ cite, name }) => cite ?? name)
      return (
        `  ${from ?? historyWords.earliest}${until === null ? '' : ` until ${until}`}: ${verdict}` +
        `${by.length > 0 ? ` (${by.join('; ')})` : ''}`
      )
    }),
  ])
}
