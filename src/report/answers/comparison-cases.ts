import { isControlled } from '../../matching/index.js'
import { isChanged, type ComparedRow } from '../comparison.js'
import type { CaseResult } from '../github.js'
import { compareWords } from '../words/command-words.js'
import { reasonTexts } from './comparison-document.js'

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
    const why = reasonTexts(move).join('; ')
    const change = `${move.code === null ? '' : `${move.code} `}${compareWords.change(move.from, move.to)}`
    return why === '' ? change : `${change}: ${why}`
  })
}
