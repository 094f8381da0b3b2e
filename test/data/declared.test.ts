import { describe, expect, it } from 'vitest'
import { edition } from '../support/law.js'

/**
 * What an act says it adds, against what these records hold of it: so many entries, or so many
 * substances. Preparations do not count where the act counts them apart.
 */
const known: Record<string, { found: number; why: string }> = {
  'cn-2024-07-01-announcement-54': { found: 4, why: 'midazolam, which it moved, stands beside the three that it added' },
  'cn-2024-09-01-precursors-7': { found: 8, why: 'entry 10 of 2021 begins a new period by it, as its esters became no. 7' },
  'cn-2025-11-10-export-13': { found: 0, why: 'the 13 names were not retrieved, and it is no domestic listing: a gap of the jurisdiction' },
  'cn-2026-10-01-announcement-58': { found: 1, why: 'nos. 1 and 2 were not identified: a gap of the jurisdiction' },
  'us-84-fr-16397': { found: 0, why: 'it names members of the class and lists none' },
  'us-91-fr-2297': { found: 20, why: '14 of the 18 were read, which is a gap of the jurisdiction; six older entries were given other codes by it' },
}

describe.each(edition.jurisdictions.map((j) => [j.jurisdiction.code, j] as const))('%s: an act that declares a number', (_, { instruments, lists }) => {
  const declaring = instruments.filter((i) => i.declared !== undefined)
  it.runIf(declaring.length > 0).each(declaring.map((i) => [i.id, i] as const))('%s', (id, { declared }) => {
    const apart = /besides preparations/.test(declared!.of)
    const own = lists.flatMap((l) =>
      l.entries
        .filter((e) => e.periods.some((p) => p.instrument === id) && !(apart && e.limited_to !== undefined))
        .map((e) => ({ entry: e.entry === undefined ? e.substance : `${l.id} ${e.entry}`, substance: e.substance })),
    )
    const entries = new Set(own.map((e) => e.entry)).size
    const substances = new Set(own.map((e) => e.substance)).size
    if (known[id]) expect(entries, known[id].why).toBe(known[id].found)
    else expect([entries, substances]).toContain(declared!.count)
  })
})

it('no known difference is left that is none', () => {
  const ids = edition.jurisdictions.flatMap((j) => j.instruments.map((i) => i.id))
  expect(Object.keys(known).filter((id) => !ids.includes(id))).toEqual([])
})
