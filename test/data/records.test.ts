import { expect, it } from 'vitest'
import { loadRecords } from '../../src/cli/law-files/law-data.js'

const records = loadRecords({})

// `npm run data` computes the InChIKeys and formulas of the others.
it.each(records.substances.filter((s) => s.smiles === null).map((s) => [s.id, s] as const))(
  '%s has no structure, and says why',
  (_, s) => {
    expect(s.structure.from).toBe('none')
    expect(s.structure.why).toBeTruthy()
  },
)

it('CAS numbers have the right check digit', () => {
  const wrong = records.substances.flatMap((s) =>
    [...(s.cas ?? []), ...Object.keys(s.salts ?? {})]
      .filter((cas) => !hasCheckDigit(cas))
      .map((cas) => `${s.id} ${cas}`),
  )
  expect(wrong).toEqual([])
})

/** The digits before the last, weighted 1, 2, 3 ... from the right. Source: CAS, Check Digit Verification. */
function hasCheckDigit(cas: string): boolean {
  const digits = [...cas.replaceAll('-', '')].map(Number).reverse()
  return digits.slice(1).reduce((sum, digit, i) => sum + digit * (i + 1), 0) % 10 === digits[0]
}

// One star for a group, a second at the end for a group that bridges two atoms.
it('examples of terms are groups written from their attachment point', () => {
  const terms = [...records.terms, ...records.jurisdictions.flatMap((j) => j.rules.flatMap((r) => r.terms ?? []))]
  const all = terms.flatMap((t) => [...t.examples.in, ...t.examples.out])
  expect(all.filter((group) => !/^\*(?:1\*)?[^*]+\*?$/.test(group))).toEqual([])
})

/**
 * Acts that list nothing: definitions, notices, and acts that a period cites together with another. An act recorded
 * twice would be among the unnamed.
 */
it('every other act is named by an entry or a rule', () => {
  const listNothing = [
    'us-72-fr-67850',
    'us-84-fr-16397',
    'us-88-fr-50036',
    'us-pub-l-117-70',
    'us-pub-l-117-86',
    'us-pub-l-117-103',
  ]
  const us = records.jurisdictions.find((j) => j.jurisdiction.code === 'US')!
  const periods = [...us.lists.flatMap((l) => l.entries), ...us.rules].flatMap((r) => r.periods)
  const named = new Set(periods.map((p) => p.instrument))
  expect(
    us.instruments
      .filter((i) => !named.has(i.id))
      .map((i) => i.id)
      .sort(),
  ).toEqual([...listNothing].sort())
})
