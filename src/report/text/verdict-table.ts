import { strongestOf, type Finding, type JurisdictionResult } from '../../matching/index.js'
import { headings, verdictWords, words } from '../words.js'
import { findingRow, nothingFound, type FindingRow, type Line } from './finding-lines.js'
import { grid } from './grid.js'
import type { Palette } from './palette.js'
import { wrap } from './wrap.js'

/** Columns of text in each column, and what borders and padding take; the rest of the width is shared by words and citation. */
const fixed = { code: 2, verdict: 12, since: 16, frame: 16 }

export const isPrecursor = (finding: Finding): boolean => 'control' in finding && finding.control === 'precursor'

/** A table of what was found, one row for a jurisdiction. */
export function verdictTable(results: readonly JurisdictionResult[], width: number, colours: Palette): string {
  const free = Math.max(24, width - fixed.code - fixed.verdict - fixed.since - fixed.frame)
  const cite = Math.min(38, Math.floor(free * 0.4))
  const widths = [fixed.code, fixed.verdict, free - cite, fixed.since, cite]
  const head = [headings.jurisdiction, headings.verdict, headings.by, headings.since, headings.cite].map((h) => [
    colours.strong(h),
  ])
  return grid([head, ...results.map((result) => cells(result, widths, colours))], widths)
}

function cells(result: JurisdictionResult, widths: readonly number[], colours: Palette): string[][] {
  // Two parts of a mixture met by the same entry read the same: once is enough for a person.
  const rows = [...new Map(result.findings.map(findingRow).map((row) => [JSON.stringify(row), row])).values()]
  const counted = strongestOf(result.findings.map((f) => f.counts ?? 'uncontrolled')) !== 'uncontrolled'
  const columns: string[][] = [[], [], [], [], []]
  for (const row of counted ? rows : [nothingFound, ...rows]) {
    const texts = linesOf(row, widths, colours)
    const height = Math.max(...texts.map((t) => t.length))
    texts.forEach((lines, i) => columns[i + 1]!.push(...lines, ...new Array<string>(height - lines.length).fill('')))
  }
  return [[colours.strong(result.code)], ...columns.slice(1)]
}

function linesOf(row: FindingRow, widths: readonly number[], colours: Palette): string[][] {
  const styled = (lines: readonly Line[], width: number) =>
    lines.flatMap((line) =>
      wrap(line.text, width).map((text) => (line.style === 'plain' ? text : colours[line.style](text))),
    )
  const word = row.verdict === 'proposed' ? words.proposed : verdictWords[row.verdict]
  return [
    [colours.verdict[row.verdict](word)],
    styled(row.by, widths[2]!),
    styled(row.since, widths[3]!),
    styled(row.cite, widths[4]!),
  ]
}
