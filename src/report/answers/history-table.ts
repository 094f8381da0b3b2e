import type { JurisdictionHistory } from '../../matching/index.js'
import type { Problem } from '../../chem/index.js'
import { csvLine, listsOf, place, placeOf } from '../csv.js'
import { lawStatements } from '../statement.js'
import { problemKind, problemText } from '../words/problem-words.js'
import type { InputRef } from '../json.js'

const columns = [
  ...place,
  ...['jurisdiction', 'from', 'until', 'verdict', 'findings', 'cites', 'problem'],
  ...['controlled_since', 'unverified', 'open_question', 'positions'],
]

/** Histories as CSV: one row per jurisdiction and span of days. */
export const historyCsvHead = (): string => csvLine(columns)

export function historyCsvRows(ref: InputRef, histories: readonly JurisdictionHistory[]): string {
  return histories
    .flatMap(({ code, chapters }) =>
      chapters.map((c) => {
        const { verdict, statements, position } = lawStatements(code, c)
        const { findings, cites, controlled_since, unverified, open_question } = listsOf(statements)
        const span = [code, c.from ?? '', c.until ?? '', verdict]
        const after = [controlled_since, unverified, open_question, position ?? '']
        return csvLine([...placeOf(ref), ...span, findings, cites, '', ...after])
      }),
    )
    .join('')
}

export function historyCsvProblem(ref: InputRef, problem: Problem): string {
  const cells = ['', '', '', problemKind(problem), '', '', problemText(problem), '', '', '', '']
  return csvLine([...placeOf(ref), ...cells])
}
