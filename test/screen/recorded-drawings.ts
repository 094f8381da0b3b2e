import { expect, test } from 'vitest'
import { assess, withNames, type Query } from '../../src/matching/index.js'
import { Screen } from '../../src/screen/index.js'
import { law, reader } from '../support/law.js'
import { inOrderOf, shuffled, v2000 } from '../support/rewrite.js'

const query: Query = { asOf: '2026-09-01' }

/**
 * Recorded substances get the same judgement and names with and without RDKit.
 * @param every tests every n-th of those of one component
 */
export function recordedDrawings(every: number): void {
  const recorded = law.edition.substances.filter((s) => s.key?.canonical).filter((_, i) => i % every === 0)

  const title = `${recorded.length} records, their atoms in another order, are judged and named as by RDKit`
  test.each([
    ['alone', ''],
    ['as hydrochlorides', '.Cl'],
  ])(`${title}: %s`, async (_, beside) => {
    const screen = new Screen(law, query)
    let certain = 0
    let named = 0
    for (const [i, { smiles }] of recorded.entries()) {
      const text = inOrderOf(shuffled(v2000(smiles!), i + 1)) + beside
      const reading = screen.read(text)
      const judgement = reading.judged()
      if (!judgement) continue
      certain++
      const { formula, names } = reading
      named += names ? 1 : 0
      await reader.ready()
      const own = await withNames(async () => reader, text, { judgement, formula, names }, 'all')
      expect(own, text).toEqual(assess(reader, law, text, query, { identify: 'all', hints: reading }))
    }
    expect(certain / recorded.length).toBeGreaterThan(0.8)
    // A salt has its own names.
    if (beside === '') expect(named / recorded.length).toBeGreaterThan(0.8)
    else expect(named).toBe(0)
  })
}
