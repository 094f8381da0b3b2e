import type { Problem } from '../../chem/index.js'
import type { MeaningAnswer } from '../../answers/index.js'
import type { ResolvedInput } from '../../identifiers/index.js'
import { gapsNaming, type LawIndex, type Query } from '../../matching/index.js'
import {
  failureProblem,
  fileHint,
  fileSentence,
  gapHint,
  gapSentence,
  notRecordedHint,
  type Answer,
} from '../../report/index.js'

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
  if (answer.kind === 'no substance') {
    const problem = failureProblem(answer.failure)
    return unreadable(isFile ? withGaps(problem, input, law, query, isFile) : problem)
  }
  const mayBeName = meaning.kind === 'structure' && meaning.lookup === null && input.trim() !== ''
  return isFile && mayBeName ? unreadable(withNameHint(answer.problem, input, law, query, isFile)) : answer
}

function unreadable(problem: Problem): Answer {
  return { kind: 'unreadable', problem }
}

/** Adds a possible explanation to the problem of an unresolved input. */
function withGaps(problem: Problem, input: string, law: LawIndex, query: Query, isFile: IsFile): Problem {
  const more = isFile(input.trim())
    ? [` ${fileSentence}`]
    : gapsNaming(input, law, query).map(({ code, gap }) => ` ${gapSentence(code, gap.reads)}`)
  return { ...problem, message: problem.message + more.join('') }
}

/** The problem of an input that was read as a structure but may have been meant as a name. */
function withNameHint(problem: Problem, input: string, law: LawIndex, query: Query, isFile: IsFile): Problem {
  const hints = [notRecordedHint, ...gapsNaming(input, law, query).map(({ code, gap }) => gapHint(code, gap.reads))]
  const hint = isFile(input.trim()) ? fileHint : hints.join('; ')
  return { ...problem, message: `${problem.message}; ${hint}` }
}
