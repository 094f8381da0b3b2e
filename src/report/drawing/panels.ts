import type { Finding, Judgement } from '../../matching/index.js'
import { findingRow } from '../text/finding-lines.js'
import { clausesWords, verdictWords } from '../words/finding-words.js'
import { words } from '../words/answer-words.js'
import type { Panel } from './card.js'

/** The panels of a judgement: the structure with the entries that name it, then once per class rule with its atoms. */
export function panelsOf({ jurisdictions, verdict }: Judgement): Panel[] {
  const all = jurisdictions.flatMap(({ code, findings }) => findings.map((finding) => ({ code, finding })))
  const marked = all.flatMap(({ code, finding }) =>
    finding.kind === 'class' && finding.clauses.length > 0
      ? [{ title: titleOf(code, finding), lines: linesOf(finding), clauses: finding.clauses }]
      : [],
  )
  const others = all
    .filter(({ finding }) => finding.kind !== 'class' || finding.clauses.length === 0)
    .flatMap(({ code, finding }) => [titleOf(code, finding), ...linesOf(finding)])
  if (all.length === 0) return [{ title: verdictWords[verdict], lines: [words.nothingFound], clauses: [] }]
  return [...(others.length > 0 ? [{ title: '', lines: others, clauses: [] }] : []), ...marked]
}

function titleOf(code: string, finding: Finding): string {
  const { verdict, by } = findingRow(finding)
  return `${code}: ${verdict === 'proposed' ? words.proposed : verdictWords[verdict]}, ${by
    .slice(0, by.findIndex((l) => l.style === 'strong') + 1 || 1)
    .map((l) => l.text)
    .join(' ')}`
}

function linesOf(finding: Finding): string[] {
  const { by, since, cite } = findingRow(finding)
  const clauses = finding.kind === 'class' ? clausesWords(finding.clauses.map((c) => c.id)) : ''
  const rest = by
    .slice(by.findIndex((l) => l.style === 'strong') + 1 || 1)
    .map((l) => l.text)
    .filter((text) => clauses === '' || text !== clauses)
  return [
    rest.join(', '),
    [since.map((l) => l.text).join(' '), cite[0]?.text ?? ''].filter((t) => t !== '').join('; '),
  ].filter((text) => text !== '')
}
