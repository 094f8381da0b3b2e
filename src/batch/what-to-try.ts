import type { Problem } from '../chem/index.js'
import { gapsNaming, type LawIndex, type Query } from '../matching/index.js'
import { fileHint, fileSentence, gapHint, gapSentence, notRecordedHint } from '../report/index.js'

/** Whether a text is the name of a file: asked of who can see files. */
export type IsFile = (text: string) => boolean

/** A problem of an input that leads to no substance, with what may explain that: a known gap that names it, or a file of that name. */
export function withGaps(problem: Problem, input: string, law: LawIndex, query: Query, isFile: IsFile): Problem {
  const more = isFile(input.trim())
    ? [` ${fileSentence}`]
    : gapsNaming(input, law, query).map(({ code, gap }) => ` ${gapSentence(code, gap.reads)}`)
  return { ...problem, message: problem.message + more.join('') }
}

/** A problem of an input that was read as a structure and may have been meant as a name. */
export function withNameHint(problem: Problem, input: string, law: LawIndex, query: Query, isFile: IsFile): Problem {
  const hints = [notRecordedHint, ...gapsNaming(input, law, query).map(({ code, gap }) => gapHint(code, gap.reads))]
  const hint = isFile(input.trim()) ? fileHint : hints.join('; ')
  return { ...problem, message: `${problem.message}; ${hint}` }
}
