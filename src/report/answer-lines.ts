import { programWords } from './words/program-words.js'
import { editionName } from './edition-name.js'
import { decidedLines } from './set-lines.js'
import { countedVerdict } from './shown-verdict.js'
import { questionsOf } from './questions.js'
import type { Result } from './result-schema.js'
import type { RunJson } from './run-json.js'
import { positionSentence } from './words/position-words.js'
import { problemKind, problemText } from './words/problem-words.js'

type Answered = Pick<Result, 'id' | 'input' | 'verdict' | 'jurisdictions' | 'problem'>
type Jurisdiction = Result['jurisdictions'][number]

/** A short text answer, for clients that do not use its fields. */
export function answerLines(answer: Answered): string[] {
  const name = answer.id.startsWith('row-') ? answer.input.slice(0, 120) : answer.id
  if (answer.problem !== null)
    return [
      problemKind(answer.problem) === 'not recorded'
        ? `${name}: not recorded: ${problemText(answer.problem)}`
        : `${name}: unreadable: ${problemText(answer.problem)}. ${programWords.unreadable}`,
    ]
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

/** What holds for all answers. */
export function runLines(run: RunJson): string[] {
  const laws = run.laws.map(({ code, verifiedThrough }) => `${code} ${verifiedThrough}`)
  return [`${programWords.lawOf(run.asOf, editionName(run.edition))} ${programWords.reviewed(laws)}`, run.notice]
}

function foundLines(jurisdiction: Jurisdiction): string[] {
  const { code, verdict, findings } = jurisdiction
  const position = positionSentence(jurisdiction)
  const counts = countedVerdict(jurisdiction)
  const deciding = findings.flatMap((finding) =>
    (finding.kind === 'listed' || finding.kind === 'class') && finding.counts === counts
      ? [`${finding.kind === 'listed' ? finding.nameInLaw : finding.title} (${finding.cite})`]
      : [],
  )
  return [
    `  ${code}: ${verdict}${deciding.length > 0 ? `: ${deciding.join('; ')}` : ''}`,
    ...(position === null ? [] : [`    ${position}`]),
    ...questionsOf(jurisdiction).map((question) => `    ${programWords.question}: ${question}`),
  ]
}
