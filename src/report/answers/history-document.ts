import type { Drawing, Problem } from '../../chem/index.js'
import type { Lookup } from '../../identifiers/index.js'
import type { JurisdictionHistory } from '../../matching/index.js'
import { printable } from '../controls.js'
import { cells, faint, heading, lines, text, verdict, type Block, type Cell, type Words } from '../document/model.js'
import type { InputRef } from '../json.js'
import { editionName, type RunInfo } from '../run-info.js'
import { sinceLine } from '../set-lines.js'
import { actParts, byText, lawStatements, remarks, type Statement } from '../statement.js'
import { shortened } from '../text/wrap.js'
import { basisWords, headings, inputName, words } from '../words/answer-words.js'
import { historyWords } from '../words/command-words.js'
import { lookupWords, problemKind, problemText } from '../words/problem-words.js'

/** One input of `history`: its time lines, or why there are none. */
export interface HistoryItem {
  readonly ref: InputRef
  readonly lookup: Lookup | null
  readonly histories: readonly JurisdictionHistory[]
  readonly drawing: Drawing | null
  readonly problem: Problem | null
}

const inputShown = 400

/** The history of one substance. @param figures what a page draws of it */
export function historyDocument(
  { ref, lookup, histories, problem }: HistoryItem,
  figures: readonly Block[] = [],
): Block[] {
  const name = lookup?.name ?? (ref.id === `row-${ref.index}` ? inputName(ref.input) : ref.id)
  const title = shortened(printable(name), inputShown)
  if (problem) {
    const kind = problemKind(problem)
    return [verdict(title, kind, kind), text(problemText(problem))]
  }
  const asked = lookup ? lookupWords(lookup) : printable(inputName(ref.input))
  return [
    heading(title, 2),
    ...(asked === title ? [] : [text(faint(shortened(asked, inputShown)))]),
    ...figures,
    ...histories.flatMap((history) => [heading(history.code, 3), ...chapterBlocks(history)]),
  ]
}

/** Each span of days in one jurisdiction, with its verdict, words and citations. */
export function chapterBlocks({ code, recordsFrom, verifiedThrough, chapters }: JurisdictionHistory): Block[] {
  const since = sinceLine(chapters)
  const shown = new Set<string>()
  const rows = chapters.flatMap(({ from, ...chapter }): Cell[][] => {
    const { verdict: own, statements, position } = lawStatements(code, chapter)
    // A proposal is shown once, where it first appears.
    const said = statements.filter((s) => s.verdict !== 'proposed' || (!shown.has(s.label) && shown.add(s.label)))
    const found: Words[] = said.map(wordsOf)
    const counting = statements.some((s) => s.verdict !== 'proposed') ? found : [words.nothingFound, ...found]
    const all = position === null ? counting : [...counting, position]
    return all.map((by, i) => (i === 0 ? [from ?? historyWords.earliest, { text: own, as: own }, by] : ['', '', by]))
  })
  return [
    ...lines([faint(historyWords.span(code, recordsFrom, verifiedThrough)), ...(since === null ? [] : [since])]),
    ...cells([historyWords.from, headings.verdict, headings.by], rows),
  ]
}

/** By what, with conditions and the citation. */
function wordsOf(statement: Statement): Words {
  const { cite, url, name, verdict: own } = statement
  const notes = own === 'proposed' ? [] : remarks(statement, false).filter((note) => note !== `${words.why}: ${name}`)
  const by = [byText(statement), ...notes].join('; ')
  if (cite === null) return by
  const more = actParts(statement).map((part) => `, ${part}`)
  return [`${by} [`, { text: cite, to: url }, `${more.join('')}]`]
}

/** The basis of histories. */
export const historyFooter = (run: RunInfo): Block[] => [text(faint(basisWords([editionName(run.edition)])))]
