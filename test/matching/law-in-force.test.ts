import { expect, test } from 'vitest'
import { lawInForce } from '../../src/matching/law-in-force.js'
import { edition } from '../support/law.js'

const nothing: ReadonlySet<string> = new Set()
const shifted = (day: string, by: number) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + by * 86_400_000).toISOString().slice(0, 10)
const span = (p: Partial<Record<'from' | 'until' | 'in_force_by' | 'not_before', string | null | undefined>>) =>
  [p.from, p.until, p.in_force_by, p.not_before].filter((day) => typeof day === 'string')

test('the law in force is that of the day, and is worked out once for all days between two changes', () => {
  for (const records of edition.jurisdictions) {
    const { jurisdiction, rules } = records
    const { verified_through: reviewed, records_from: begun } = jurisdiction
    const changes = [
      ...rules.flatMap((rule) => rule.periods.flatMap(span)),
      ...jurisdiction.gaps.flatMap(span),
      ...(begun === null ? [] : [begun]),
      reviewed,
      shifted(reviewed, 365),
      shifted(reviewed, 366),
    ]
    const days = [...new Set(changes.flatMap((day) => [-1, 0, 1, 2].map((by) => shifted(day, by))))]
    for (const day of [...days, ...days.toReversed()]) {
      const { rules: own, gaps, caveats } = lawInForce(records, day, nothing)
      // Of a copy nothing is cached.
      const anew = lawInForce({ ...records }, day, nothing)
      expect([own.map((r) => [r.rule.id, r.period]), gaps, caveats], `${jurisdiction.code} ${day}`).toEqual([
        anew.rules.map((r) => [r.rule.id, r.period]),
        anew.gaps,
        anew.caveats,
      ])
    }
    const distinct = new Set(
      Array.from({ length: 3000 }, (_, i) => lawInForce(records, shifted('1975-01-01', 7 * i), nothing)),
    )
    expect(distinct.size).toBeLessThanOrEqual(new Set(changes).size + 1)
  }
})
