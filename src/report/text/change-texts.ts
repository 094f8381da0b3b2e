import { isControlled, type Finding } from '../../matching/index.js'
import type { ComparedMove, ComparedRow } from '../comparison.js'
import { compareWords } from '../words/command-words.js'
import { findingRow } from './finding-lines.js'
import { printable } from '../controls.js'

/** Each change of a row on one line. */
export function changeTexts(row: ComparedRow): string[] {
  if (row.moves.length === 0) return [compareWords.change(row.before, row.after)]
  return row.moves.map((move) => {
    const why = [...new Set(reasons(move))].join('; ')
    const change = `${move.code === null ? '' : `${move.code} `}${compareWords.change(move.from, move.to)}`
    return why === '' ? change : `${change}: ${why}`
  })
}

/** What decides a change. */
export function reasons({ from, to, gained, lost, by }: ComparedMove): string[] {
  if (by !== undefined) return by === '' ? [] : [printable(by)]
  const found = to !== null && to !== 'uncontrolled'
  return (found ? gained : lost)
    .filter((f) => from === null || f.counts === to || to === null || !isControlled(to))
    .map(findingText)
}

function findingText(finding: Finding): string {
  const { by, cite } = findingRow(
    'doubts' in finding && finding.counts !== 'undecided' ? { ...finding, doubts: [], unconfirmed: [] } : finding,
  )
  return `${by.map((l) => l.text).join(', ')}${cite.length > 0 ? ` [${cite[0]!.text}]` : ''}`
}
