import type { JudgedMember } from '../../answers/index.js'
import type { Judgement, JurisdictionResult, LawIndex, Query } from '../../matching/index.js'
import { csvHeader, csvLine, csvRow, place, placeOf } from '../csv.js'
import type { Answer, InputRef } from '../json.js'
import { heading, table, text, type Block } from '../law/blocks/blocks-html.js'
import type { Lookup } from '../../identifiers/index.js'
import { reviewedTo, withoutFindings } from '../law-facts.js'
import { findingRow, textsOf } from '../text/finding-lines.js'
import { decidedLines } from '../set-lines.js'
import { headline, memberVerdicts } from '../text/headline.js'
import { ageWords } from '../words/age-words.js'
import { answerColumns, headings, words, positionSentence } from '../words/answer-words.js'
import { lookupWords, problemKind, problemText } from '../words/problem-words.js'
import { setWords } from '../words/finding-words.js'
import { pageWords } from '../html/page-words.js'

/** The answers of `check` as CSV: one row per input, with the columns of a batch. */
export class CheckCsv {
  readonly #layout: Parameters<typeof csvHeader>[0]

  constructor(jurisdictions: readonly string[], note?: string) {
    this.#layout = { columns: place, jurisdictions, file: null, ...(note === undefined ? {} : { note }) }
  }

  head(): string {
    return csvLine(csvHeader(this.#layout))
  }

  row(ref: InputRef, answer: Answer): string {
    const cells = placeOf(ref)
    const fields = place.map((name, i) => [name, cells[i]!] as const)
    return csvLine(csvRow(ref, fields, answer, this.#layout))
  }
}

/** One answer of `check` for a document: the verdict, and a table with one row per finding. */
export function checkBlocks(
  ref: InputRef,
  answer: Answer,
  lookup: Lookup | null,
  law: LawIndex,
  { asOf, kinds }: Query,
): Block[] {
  const title = heading(ref.input.includes('\n') ? `${words.molBlock} ${ref.id}` : ref.input, 2)
  if (answer.kind === 'unreadable')
    return [title, text(`${problemKind(answer.problem)}: ${problemText(answer.problem)}`)]
  const { judgement, structure } = answer
  const facts = structure ? [structure.formula, structure.inchikey].filter((fact) => fact !== null).join('  ') : ''
  const reviewed = reviewedTo(law)
  const { plain, apart } = withoutFindings(judgement.jurisdictions, law, kinds)
  const rows = judgement.jurisdictions.flatMap((j) => rowsOf(j, reviewed.get(j.code)!))
  return [
    title,
    text(headline(judgement, asOf, law, kinds)),
    ...(lookup ? [text(lookupWords(lookup))] : []),
    ...(facts === '' ? [] : [text(facts)]),
    ...('members' in answer && answer.members ? setBlocks(judgement, answer.members) : []),
    ...table(
      [
        answerColumns.jurisdiction,
        headings.verdict,
        headings.by,
        headings.since,
        headings.cite,
        answerColumns.reviewed,
      ],
      rows,
    ),
    ...(plain.length > 0 ? [text(ageWords.nothingIn(plain))] : []),
    ...(apart.length > 0 ? [text(ageWords.narrow(apart))] : []),
    ...judgement.jurisdictions.flatMap((j) => (j.positions ? [text(`${j.code}: ${positionSentence(j)}`)] : [])),
  ]
}

function setBlocks({ jurisdictions }: Judgement, members: readonly JudgedMember[]): Block[] {
  const decided = decidedLines(jurisdictions)
  return [
    text(setWords.members(members.length)),
    ...decided.map((line) => text(line)),
    ...table(
      [setWords.member, pageWords.facts, headings.verdict],
      members.map(({ label, structure, judgement }) => [
        label,
        [structure?.formula, structure?.inchikey].filter(Boolean).join('  '),
        memberVerdicts(judgement),
      ]),
    ),
  ]
}

function rowsOf({ code, findings }: JurisdictionResult, reviewed: string): string[][] {
  return findings.map((finding) => {
    const row = findingRow(finding)
    const texts = [row.by, row.since, row.cite].map((lines) => textsOf(lines).join('; '))
    return [code, row.verdict, ...texts, reviewed]
  })
}
