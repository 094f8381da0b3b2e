import type { MeaningAnswer } from '../../answers/index.js'
import type { ResolvedInput } from '../../identifiers/index.js'
import { gapsNaming, type LawIndex, type Query } from '../../matching/index.js'
import { failureProblem, type Answer } from '../../report/index.js'

/** Whether a text is the name of a file; answered by callers with file access. */
export type IsFile = (text: string) => boolean

/**
 * The answer to an input as it is reported.
 * @param isFile if given, an input without an answer says what else it may be: a known gap that names it, or a file
 */
export function reported(
  answer: MeaningAnswer,
  meaning: ResolvedInput,
  input: string,
  law: LawIndex,
  query: Query,
  isFile: IsFile | undefined,
): Answer {
  if (answer.kind === 'judged') return answer
  const isUnknown = answer.kind === 'no substance'
  const problem = isUnknown ? failureProblem(answer.failure) : answer.problem
  const mayBeName = isUnknown || (meaning.kind === 'structure' && meaning.lookup === null && input.trim() !== '')
  if (!isFile || !mayBeName) return { kind: 'unreadable', problem }
  const gaps = gapsNaming(input, law, query).map(({ code, gap }) => gapHint(code, gap.reads))
  const hints = isFile(input.trim()) ? [fileHint] : isUnknown ? gaps : [notRecordedHint, ...gaps]
  return { kind: 'unreadable', problem: { ...problem, message: withHints(problem.message, hints) } }
}

function withHints(message: string, hints: readonly string[]): string {
  if (!message.endsWith('.')) return [message, ...hints].join('; ')
  return [message, ...hints.map((hint) => `${hint[0]!.toUpperCase()}${hint.slice(1)}.`)].join(' ')
}

export const notRecordedHint = 'nor is it a recorded name, CAS number, code or InChIKey'

const fileHint = 'it is a file; to check a file use: coverage batch'

const gapHint = (code: string, reads: string) => `known gap of ${code}: ${reads}`
