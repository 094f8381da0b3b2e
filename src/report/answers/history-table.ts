import type { Chapter, JurisdictionHistory } from '../../matching/index.js'
import { citesOf, csvLine, findingName, molBlockOut, place, placeOf } from '../csv.js'
import type { InputRef } from '../json.js'
import { heading, section, table, text, type Block } from '../law/blocks/blocks-html.js'
import { answerColumns, headings, words, positionWords } from '../words/answer-words.js'
import { sinceLine } from '../set-lines.js'
import { shownVerdict } from '../shown-verdict.js'
import { historyWords } from '../words/command-words.js'

const columns = [...place, 'jurisdiction', 'from', 'until', 'verdict', 'findings', 'cites', 'problem']

/** Histories as CSV: one row per jurisdiction and span of days. */
export function historyCsvHead(): string {
  return csvLine(columns)
}

export function historyCsvRows(ref: InputRef, histories: readonly JurisdictionHistory[]): string {
  return histories
    .flatMap(({ code, chapters }) =>
      chapters.map((c) =>
        csvLine([
          ...placeOf(ref),
          code,
          c.from ?? '',
          c.until ?? '',
          shownVerdict(c),
          names(c).join('; '),
          cites(c),
          '',
        ]),
      ),
    )
    .join('')
}

export function historyCsvProblem(ref: InputRef, problem: string): string {
  return csvLine([...placeOf(ref), '', '', '', 'unreadable', '', '', problem])
}

/** A history for a document: one table per jurisdiction. */
export function historyBlocks(ref: InputRef, histories: readonly JurisdictionHistory[]): Block[] {
  const parts = histories.flatMap(({ code, recordsFrom, verifiedThrough, chapters }) =>
    section(
      code,
      [
        text(historyWords.span(code, recordsFrom, verifiedThrough)),
        ...[sinceLine(chapters) ?? []].flat().map((line) => text(line)),
        ...table(
          [answerColumns.from, answerColumns.until, headings.verdict, headings.by, headings.cite],
          chapters.map((c) => [
            c.from ?? historyWords.earliest,
            c.until ?? '',
            shownVerdict(c),
            names(c).join('; ') || words.nothingFound,
            cites(c),
          ]),
        ),
      ],
      3,
    ),
  )
  return [heading(molBlockOut(ref.input), 2), ...parts]
}

function names(chapter: Chapter): string[] {
  return [...new Set([...chapter.findings.map(findingName), positionWords(chapter) ?? []].flat())]
}

function cites({ findings }: Chapter): string {
  return [...new Set(citesOf(findings))].join('; ')
}
