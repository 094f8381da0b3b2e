import { describe, expect, test } from 'vitest'
import { statusOn } from '../../src/law/index.js'
import { loadRecords } from '../../src/cli/law-files/law-data.js'

const records = loadRecords({})

/** Laws whose whole text could be read, with the day of that text. */
describe.each([
  ['GB', '2025-01-15'],
  ['CA', '2026-06-05'],
  ['DE', '2025-04-02'],
])('%s: wording of classes in the text of %s', (code, day) => {
  const { rules } = records.jurisdictions.find((j) => j.jurisdiction.code === code)!
  // A rule that refers to the lists of another law has no class wording of its own.
  const inForce = rules.filter(
    (r) =>
      r.reference === undefined && r.periods.some((p) => p.status === 'in force' && statusOn(p, day) === 'in force'),
  )

  test('each rule in force that day has the hash of the words it was written from', () => {
    expect(inForce.length).toBeGreaterThan(0)
    expect(inForce.filter((r) => !r.official_words?.some((w) => w.as_of <= day)).map((r) => r.id)).toEqual([])
  })
  test('rules in force together that name one provision have the same wording', () => {
    const all = inForce.flatMap((r) => (r.official_words ?? []).filter((w) => w.as_of === day))
    expect(all.filter((w) => all.some((other) => other.of === w.of && other.sha256 !== w.sha256))).toEqual([])
  })
})
