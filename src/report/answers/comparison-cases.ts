import { isControlled } from '../../matching/index.js'
import { changesOf, type ComparedRow } from '../comparison.js'
import type { CaseResult } from '../github.js'
import { compareWords } from '../words/command-words.js'
import { reasonTexts } from './comparison-document.js'

/** Rows as test cases. One that changes, is new, gone or unreadable has an issue: an error if it becomes controlled. */
export async function comparisonCases(file: string, rows: AsyncIterable<ComparedRow>): Promise<CaseResult[]> {
  const cases: CaseResult[] = []
  for await (const row of rows) {
    const { ref, line } = row
    const found = changesOf(row).map((move) => {
      const { code, from, to, gained } = move
      const finding = gained.find((f) => f.counts === to)
      const why = reasonTexts(move).join('; ')
      return {
        rule: `change/${to ?? 'gone'}`,
        reads: compareWords.turns(to),
        url: finding && 'url' in finding ? finding.url : null,
        level: to !== null && isControlled(to) && !isControlled(from ?? '') ? ('error' as const) : ('warning' as const),
        message: [`${code === null ? '' : `${code} `}${compareWords.change(from, to)}`, why].filter(Boolean).join(': '),
      }
    })
    cases.push({ file, row: ref.index, id: ref.id, line, issues: found })
  }
  return cases
}
