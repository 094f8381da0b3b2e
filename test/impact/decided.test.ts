import { expect, test } from 'vitest'
import { decidedYears } from '../../src/impact/index.js'
import { decidedBlocks, toText } from '../../src/report/law/index.js'
import { law, reader } from '../support/law.js'

const few = (ids: readonly string[]) => ({
  ...law,
  edition: { ...law.edition, substances: law.edition.substances.filter(({ id }) => ids.includes(id)) },
})

test('a year counts as decided by its verdict on 1 July, and the rest has its reason', async () => {
  const some = few(['fentanyl', 'caffeine', 'zolpidem', 'acetone'])
  const laws = await decidedYears(
    async () => reader,
    some,
    { jurisdictions: ['NO', 'CZ'] },
    [2025, 2026],
    () => {},
  )
  const structures = some.edition.substances.length
  expect(laws).toEqual([
    {
      code: 'CZ',
      years: [2025, 2026].map((year) => ({ year, structures, decided: structures })),
      reasons: { 'records begin later': 0, 'first day unknown': 0, 'open question': 0, gap: 0, drawing: 0 },
    },
    {
      code: 'NO',
      // The list begins on 2026-06-01; the regulation on precursors, with acetone, was read as of 2025-11-02.
      years: [
        { year: 2025, structures, decided: structures - 3 },
        { year: 2026, structures, decided: structures },
      ],
      reasons: { 'records begin later': 0, 'first day unknown': 3, 'open question': 0, gap: 0, drawing: 0 },
    },
  ])
  expect(toText(decidedBlocks(laws), 100)).toMatch(/^ +NO +\d\d\.\d +100\.0$/m)
})
