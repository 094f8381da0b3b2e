import { cells, heading, items, text, type Block, type Cell } from '../document/model.js'
import { verdictOrder as kinds } from '../shown-verdict.js'
import type { BatchCounts } from '../text/batch-text.js'
import { mismatchWords, problemWords } from '../words/problem-words.js'

/** Verdicts by jurisdiction, and why inputs were unreadable. */
export function summaryDocument({ verdicts, jurisdictions, problems, mismatches }: BatchCounts): Block[] {
  const rows = [
    ['overall', ...kinds.map((kind) => verdicts[kind])],
    ...[...jurisdictions].map(([code, own]): Cell[] => [
      code,
      ...kinds.map((kind) => (kind === 'unreadable' ? '' : own[kind])),
    ]),
  ]
  const reasons = [...problems].sort((a, b) => b[1] - a[1]).map(([code, n]) => `${n}  ${problemWords[code]} (${code})`)
  return [
    ...cells(['', ...kinds], rows),
    ...(mismatches > 0 ? [text(mismatchWords(mismatches))] : []),
    ...(reasons.length > 0 ? [heading('unreadable because:', 3), ...items(reasons)] : []),
  ]
}
