import type { ReadingDoubt, SetImpact } from '../draft-report.js'
import type { Table } from './impact-tables.js'
import { impactWords as w, reasonWords } from './impact-words.js'

/** Each reading on which something depends, and each other reason: how many over all sets. */
export function doubtTable(sets: readonly SetImpact[], questions: readonly ReadingDoubt[]): Table {
  const sum = (of: (set: SetImpact) => number) => sets.reduce((total, set) => total + of(set), 0)
  const row = (id: string, reads: string, choice: string) => [
    reads,
    choice,
    sum((s) => s.doubts[id]?.some ?? 0),
    sum((s) => s.doubts[id]?.alone ?? 0),
    sum((s) => s.readings[id] ?? 0),
  ]
  const readings = new Set(questions.map((r) => r.id))
  const others = [...new Set(sets.flatMap((s) => Object.keys(s.doubts)))].filter((id) => !readings.has(id))
  const rows = [
    ...questions.map((r) => row(r.id, r.question, r.choice)),
    ...others.map((id) => row(id, reasonWords(id), 'open')),
  ].filter((cells) => cells.slice(2).some((n) => n !== 0))
  return { head: [w.reading, w.choice, w.some, w.aloneDoubt, w.rests], rows }
}
