import type { Problem } from '../../chem/index.js'
import { gapsNaming, type LawIndex, type Query } from '../../matching/index.js'
import { fileHint, fileSentence, gapHint, gapSentence, notRecordedHint } from '../../report/index.js'

/** Whether a text is the name of a file; answered by callers with file access. */
export type IsFile = (text: string) => boolean

/**
 * Adds a possible explanation to the problem of an unresolved input: a known gap that names it, or a file of that name.
 */
export function withGaps(problem: Problem, input: string, law: LawIndex, query: Query, isFile: IsFile): Problem {
  const more = isFile(input.trim())
    ? [` ${fileSentence}`]
    : gapsNaming(input, law, query).map(({ code, gap }) => ` ${gapSentence(code, gap.reads)}`)
  return { ...problem, message: problem.message + more.join('') }
}

/** The problem of an input that was read as a structure but may have been meant as a name. */
export function withNameHint(problem: Problem, input: string, law: LawIndex, query: Query, isFile: IsFile): Problem {
  const hints = [notRecordedHint, ...gapsNaming(input, law, query).map(({ code, gap }) => gapHint(code, gap.reads))]
  const hint = isFile(input.trim()) ? fileHint : hints.join('; ')
  return { ...problem, message: `${problem.message}; ${hint}` }
}
