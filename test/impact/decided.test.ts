import { expect, test } from 'vitest'
import { decidedYears } from '../../src/impact/index.js'
import { recordsOf, statsOn } from '../../src/law/index.js'
import { decidedBlocks, pageBlocks, statsBlocks, toText } from '../../src/report/documents.js'
import { edition, law, reader } from '../support/law.js'

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

test('the page and the counts of a law show it as a bar for each year', () => {
  const { jurisdictions } = recordsOf(edition)
  const own = jurisdictions.find((j) => j.jurisdiction.code === 'SE')!
  const records = {
    ...own,
    jurisdiction: { ...own.jurisdiction, decided: { from_year: 2024, per_thousand: [0, 500, 999] } },
  }
  const line = '2024 to 2026: ▁▅█; 0 % first, 99.9 % last, 0 % at the lowest'
  expect(JSON.stringify(statsBlocks(statsOn(records, '2026-01-01')))).toContain(line)
  expect(JSON.stringify(pageBlocks(records, []))).toContain(line)
})
