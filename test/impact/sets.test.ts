import { describe, expect, test } from 'vitest'
import { shippedSets } from '../../src/cli/input/reference-sets.js'

const sets = new Map(shippedSets().map((s) => [s.id, s.items]))

describe('shipped sets', () => {
  test('2,500 medicines or more, some with ATC codes', () => {
    expect(sets.get('medicines')!.length).toBeGreaterThanOrEqual(2500)
    expect(sets.get('medicines')!.filter((m) => m.atc.length > 0).length).toBeGreaterThan(250)
    for (const { atc } of sets.get('medicines')!)
      for (const code of atc) expect(code).toMatch(/^[A-Z]\d\d[A-Z]{2}\d\d$/)
  })
  // test/cli/impact reads every structure.
  test.each([...sets.keys()])('%s: each name once', (id) => {
    const items = sets.get(id)!
    expect(new Set(items.map((m) => m.name)).size).toBe(items.length)
  })
})
