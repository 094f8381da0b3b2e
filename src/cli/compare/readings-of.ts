import type { Edition } from '../../law/index.js'
import type { DraftFacts, SetImpact } from '../../report/impact/index.js'
import { ofRule } from './move-answer.js'

/** The questions of all rules on which answers of some sets rest. */
export function readingsOf(sets: readonly SetImpact[], editions: readonly Edition[]): DraftFacts['readings'] {
  const used = new Set(sets.flatMap((s) => [...Object.keys(s.doubts), ...Object.keys(s.readings)]))
  const all = editions
    .flatMap((e) => e.jurisdictions.flatMap((j) => j.rules))
    .flatMap((rule) => rule.readings.map(({ id, question, choice }) => ({ id: ofRule(rule.id, id), question, choice })))
  return [...new Map(all.filter((r) => used.has(r.id)).map((r) => [r.id, r])).values()]
}
