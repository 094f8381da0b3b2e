import type { ComparedLine } from '../../batch/compare/compare-setup.js'
import { isControlled, type Finding, type Move } from '../../matching/index.js'
import { becomesControlled, becomesUndecided } from '../../report/index.js'
import type { DraftAnswer } from '../../report/impact/index.js'

/** A row as a set of what becomes controlled counts it: by clauses of rules and by lists. Ids of clauses and readings are those of their rules with them. */
export function answerOfMoves(row: ComparedLine): DraftAnswer {
  if (row.after === 'unreadable') return { ...none, fit: 'unreadable' }
  if (becomesControlled(row)) return controlled(row.moves.filter((m) => isControlled(m.to) && !isControlled(m.from)))
  if (becomesUndecided(row))
    return { ...none, fit: 'undecided', doubts: [...new Set(deciding(row.moves).flatMap(doubtsOf))] }
  return none
}

const none: DraftAnswer = { fit: 'not covered', clauses: [], readings: [], doubts: [] }

function controlled(moves: readonly Move[]): DraftAnswer {
  const findings = deciding(moves)
  const clauses = new Map(findings.flatMap(clausesOf).map((clause) => [clause.id, clause]))
  const readings = findings.flatMap((f) => (f.kind === 'class' ? f.readings.map((r) => ofRule(f.ruleId, r.id)) : []))
  return { fit: 'covered', clauses: [...clauses.values()], readings: [...new Set(readings)], doubts: [] }
}

/** What the second scenario brings, and its verdict rests on. */
function deciding(moves: readonly Move[]): Finding[] {
  return moves.flatMap((move) => move.gained.filter((f) => f.counts === move.to))
}

function clausesOf(finding: Finding): DraftAnswer['clauses'][number][] {
  if (finding.kind === 'listed') return [{ id: finding.list, atoms: [] }]
  if (finding.kind !== 'class') return []
  return finding.clauses.map(({ id, atoms }) => ({ id: ofRule(finding.ruleId, id), atoms }))
}

function doubtsOf(finding: Finding): string[] {
  if (finding.kind === 'gap') return ['gap']
  if (finding.kind === 'open structure') return [finding.why]
  return finding.doubts.map((d) =>
    d.kind === 'reading open' && finding.kind === 'class' ? ofRule(finding.ruleId, d.reading) : d.kind,
  )
}

export function ofRule(rule: string, part: string): string {
  return `${rule} ${part}`
}
