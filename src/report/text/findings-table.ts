import { strongestOf, type Finding } from '../../matching/index.js'
import { ageWords } from '../words/age-words.js'
import { headings } from '../words/answer-words.js'
import { gap, sideBySide } from './brief-lines.js'
import { findingRow, nothingFound, sinceText, textsOf, type FindingRow, type Line } from './finding-lines.js'
import type { Palette } from './batch-text.js'
import { wrap } from './wrap.js'

/** The findings of one jurisdiction, and the day up to which its law was reviewed. */
export interface LawFindings {
  readonly code: string
  readonly findings: readonly Finding[]
  readonly reviewed: string
}

/** Width from which words, dates and citations are in columns; narrower output puts them below each other. */
const tableFrom = 100

/** Fixed column widths; words and citation share the rest. */
const fixed = { code: 2, verdict: 13, since: 22 }

export function findingsTable(found: readonly LawFindings[], width: number, brief: boolean, colours: Palette): string {
  return (width < tableFrom ? paragraphs : table)(found, width, brief, colours).join('\n')
}

function table(found: readonly LawFindings[], width: number, brief: boolean, colours: Palette): string[] {
  const code = codeWidth(found)
  const free = width - code - fixed.verdict - fixed.since - 4 * gap.length
  const cite = Math.min(48, Math.floor(free * 0.4))
  const widths = [code, fixed.verdict, free - cite, fixed.since, cite]
  const head = [headings.jurisdiction, headings.verdict, headings.by, headings.since, headings.cite]
  return [
    ...sideBySide(
      head.map((h) => [colours.faint(h)]),
      widths,
    ),
    ...found.flatMap((f) => sideBySide(cells(f, widths, brief, colours), widths)),
  ]
}

function cells(
  { code, findings, reviewed }: LawFindings,
  widths: readonly number[],
  brief: boolean,
  colours: Palette,
): string[][] {
  const columns: string[][] = [[], [], [], []]
  const rows = rowsOf(findings, brief)
  for (const [i, row] of rows.entries()) {
    const age = i === 0 ? wrap(ageWords.reviewed(reviewed), widths[1]!).map((line) => colours.faint(line)) : []
    const texts = [
      [verdictOf(row, colours), ...age],
      styled(row.by, widths[2]!, colours),
      styled(row.since, widths[3]!, colours),
      styled(row.cite, widths[4]!, colours),
    ]
    const height = Math.max(...texts.map((t) => t.length))
    texts.forEach((lines, c) => columns[c]!.push(...lines, ...new Array<string>(height - lines.length).fill('')))
  }
  return [[colours.strong(code)], ...columns]
}

function paragraphs(found: readonly LawFindings[], width: number, brief: boolean, colours: Palette): string[] {
  const column = codeWidth(found)
  return found.flatMap(({ code, findings, reviewed }) =>
    rowsOf(findings, brief).flatMap((row, i) => {
      const age = i === 0 ? `${gap}${colours.faint(`(${ageWords.reviewed(reviewed)})`)}` : ''
      const name = i === 0 ? colours.strong(code.padEnd(column)) : ' '.repeat(column)
      const head = `${name}${gap}${verdictOf(row, colours)}${age}`
      const law = [...(row.since.length > 0 ? [sinceText(row.since)] : []), ...textsOf(row.cite)].join('; ')
      const lines = [...namedAt(row.by), ...(law === '' ? [] : [{ text: law, style: 'faint' } as const])]
      const indent = ' '.repeat(column + 2 * gap.length)
      return [head, ...styled(lines, width - indent.length, colours).map((line) => indent + line)]
    }),
  )
}

/** The code of a treaty has three letters. */
function codeWidth(found: readonly LawFindings[]): number {
  return Math.max(fixed.code, ...found.map((f) => f.code.length))
}

/** Two components of a mixture found by the same entry read the same: a person needs only one. */
function rowsOf(findings: readonly Finding[], brief: boolean): FindingRow[] {
  const rows = [...new Map(findings.map((f) => findingRow(f, brief)).map((row) => [JSON.stringify(row), row])).values()]
  const counted = strongestOf(findings.map((f) => f.counts ?? 'uncontrolled')) !== 'uncontrolled'
  return counted ? rows : [nothingFound, ...rows]
}

function namedAt(by: readonly Line[]): readonly Line[] {
  const at = by.findIndex((line) => line.style === 'strong')
  const next = by[at + 1]
  if (at < 0 || next?.style !== 'plain') return by
  return [...by.slice(0, at), { text: `${by[at]!.text}, ${next.text}`, style: 'plain' }, ...by.slice(at + 2)]
}

function verdictOf({ verdict }: FindingRow, colours: Palette): string {
  return colours.verdict[verdict](verdict)
}

function styled(lines: readonly Line[], width: number, colours: Palette): string[] {
  return lines.flatMap((line) =>
    wrap(line.text, width).map((text) => (line.style === 'plain' ? text : colours[line.style](text))),
  )
}
