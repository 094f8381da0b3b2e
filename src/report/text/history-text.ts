import type { Problem } from '../../chem/index.js'
import type { Chapter, Finding, JurisdictionHistory } from '../../matching/index.js'
import type { InputRef } from '../json.js'
import type { Lookup } from '../../identifiers/index.js'
import { type RunInfo, editionName } from '../run-info.js'
import { historyWords } from '../words/command-words.js'
import { lookupWords, problemKind, problemText } from '../words/problem-words.js'
import { positionSentence, basisWords, words } from '../words/answer-words.js'
import { sinceLine } from '../set-lines.js'
import { shownVerdict } from '../shown-verdict.js'
import { findingRow, joined } from './finding-lines.js'
import { footText, screenOf, type Screen, type TextStyle } from './batch-text.js'
import { printable } from '../controls.js'
import { indented, shortened, wrap } from './wrap.js'

const columns = { day: 17, verdict: 14 }

/** The history of one substance: one paragraph per span of days with the same answer. */
export function historyText(
  ref: InputRef,
  histories: readonly JurisdictionHistory[],
  lookup: Lookup | null,
  style: TextStyle,
): string {
  const screen = screenOf(style)
  const { width, colours } = screen
  const title = wrap(shortened(printable(ref.input.split('\n', 1)[0]!), 400), width).map((line) => colours.strong(line))
  const lines = histories.flatMap(({ code, chapters }) => {
    const written = new Set<string>()
    const all = sinceLine(chapters)
    return [
      colours.strong(code),
      ...(all === null ? [] : [`  ${all}`]),
      ...chapters.flatMap((chapter) => chapterLines(chapter, written, screen)),
    ]
  })
  return [...title, ...(lookup ? wrap(lookupWords(lookup), width) : []), ...lines, ''].join('\n')
}

/** An input that has no history, and why. */
export function unreadText(ref: InputRef, problem: Problem): string {
  return `${printable(ref.input)}\n  ${problemKind(problem)}: ${problemText(problem)}\n\n`
}

/** The basis of the lines. */
export function historyFooter(histories: readonly JurisdictionHistory[], run: RunInfo, style: TextStyle): string {
  const spans = histories.map((h) => historyWords.span(h.code, h.recordsFrom, h.verifiedThrough))
  return footText([...spans, basisWords([editionName(run.edition)])], screenOf(style))
}

/** A proposal is shown once, where it first appears. */
function chapterLines(chapter: Chapter, written: Set<string>, { width, colours }: Screen): string[] {
  const day = (chapter.from ?? historyWords.earliest).padEnd(columns.day)
  const shown = shownVerdict(chapter)
  const verdict = colours.verdict[shown](shown) + ' '.repeat(columns.verdict - shown.length)
  const indent = 2 + columns.day + columns.verdict
  const counting = chapter.findings.filter((f) => f.counts !== null).map(findingText)
  const proposed = chapter.findings
    .filter((f) => f.counts === null)
    .map(findingText)
    .filter((text) => !written.has(text))
  for (const text of proposed) written.add(text)
  const found = counting.length > 0 || proposed.length > 0 ? counting : [words.nothingFound]
  const texts = [...new Set([...found, ...proposed, positionSentence(chapter) ?? []].flat())]
  const lines = texts.flatMap((text) => indented(text, width - indent, '', '  '))
  return lines.map((line, i) => (i === 0 ? `  ${day}${verdict}${line}` : `${' '.repeat(indent)}${line}`))
}

function findingText(finding: Finding): string {
  if (finding.kind === 'gap' || finding.kind === 'open structure') return joined(findingRow(finding).by)
  // For a day before the records begin, later records are no evidence.
  const before = finding.doubts.find((d) => d.kind === 'before records')
  if (before) return historyWords.before(before.recordsFrom)
  const { by, cite } = findingRow(finding.counts === null ? { ...finding, doubts: [], unconfirmed: [] } : finding)
  return `${joined(by)} [${joined(cite)}]`
}
