import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { decidedYears } from '../../src/impact/index.js'
import { canonicalText, kinds } from '../../src/law/authoring.js'
import { dataFolder, law, reader } from '../support/law.js'

const years = [2006, 2026] as const
const { schema } = kinds.jurisdiction

// After an intended change: UPDATE_ROWS=1 npx vitest run --project long test/impact/decided.long, then npm run data and
// npm run pages.
test('no law decides less of the recorded structures in any year than before', { timeout: 300_000 }, async () => {
  const laws = await decidedYears(
    async () => reader,
    law,
    {},
    years,
    () => {},
  )
  const fallen = laws.flatMap(({ code, years: own }) => {
    const file = join(dataFolder, code.toLowerCase(), 'jurisdiction.json')
    const now = own.map(({ structures, decided }) => Math.floor((1000 * decided) / structures))
    const record = schema.parse(JSON.parse(readFileSync(file, 'utf8')))
    const decided = { from_year: years[0], per_thousand: now }
    if (process.env.UPDATE_ROWS) writeFileSync(file, canonicalText(schema, { ...record, decided }))
    const before = process.env.UPDATE_ROWS ? now : record.decided?.per_thousand
    return now.flatMap((share, k) => (share < (before?.[k] ?? 1001) ? [`${code} ${years[0] + k}`] : []))
  })
  expect(fallen).toEqual([])
})
