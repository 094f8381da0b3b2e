import { isControlled, type Finding } from '../../matching/index.js'
import { isChanged, isLoss, type ComparedRow, type ComparedMove } from '../comparison.js'
import type { CaseResult } from '../github.js'
import { compareWords } from '../words/command-words.js'
import { findingRow, joined } from './finding-lines.js'
import { printable } from '../controls.js'

/** Rows as test cases. One that changes, is new, gone or unreadable has an issue: an error if it becomes controlled. */
export async function comparisonCases(file: string, rows: AsyncIterable<ComparedRow>): Promise<CaseResult[]> {
  const cases: CaseResult[] = []
  for await (const row of rows) {
    const { ref, line, before, after, moves } = row
    const changes = moves.length > 0 ? moves : isChanged(row) ? [{ from: before, to: after, gained: [] as const }] : []
    const texts = changeTexts(row)
    const found = changes.map(({ from, to, gained }, i) => {
      const finding = gained.find((f) => f.counts === to)
      return {
        rule: `change/${to ?? 'gone'}`,
        reads: compareWords.turns(to),
        url: finding && 'url' in finding ? finding.url : null,
        level: to !== null && isControlled(to) && !isControlled(from ?? '') ? ('error' as const) : ('warning' as const),
        message: texts[i]!,
      }
    })
    cases.push({ file, row: ref.index, id: ref.id, line, issues: found })
  }
  return cases
}

/** Each change of a row on one line. */
function changeTexts(row: ComparedRow): string[] {
  if (row.moves.length === 0) return [compareWords.change(row.before, row.after)]
  return row.moves.map((move) => {
    const why = [...new Set(reasons(move))].join('; ')
    const change = `${move.code === null ? '' : `${move.code} `}${compareWords.change(move.from, move.to)}`
    return why === '' ? change : `${change}: ${why}`
  })
}

/** What decides a change. */
export function reasons(move: ComparedMove): string[] {
  const { from, to, gained, lost, by } = move
  if (by !== undefined) return by === '' ? [] : [printable(by)]
  return (isLoss(move) ? lost : gained)
    .filter((f) => from === null || f.counts === to || to === null || !isControlled(to))
    .map(findingText)
}

function findingText(finding: Finding): string {
  const { by, cite } = findingRow(
    'doubts' in finding && finding.counts !== 'undecided' ? { ...finding, doubts: [], unconfirmed: [] } : finding,
  )
  return `${joined(by)}${cite.length > 0 ? ` [${cite[0]!.text}]` : ''}`
}
