import { expect, test } from 'vitest'
import { runInfo } from '../../src/cli/output/run-info.js'
import { Arena } from '../../src/engine/index.js'
import { Tables } from '../../src/screen/screen-tables.js'
import { Judges } from '../../src/service/judges.js'
import type { BatchRecord } from '../../src/batch/index.js'
import { Resolver } from '../../src/identifiers/index.js'
import { law, reader } from '../support/law.js'

/** More structures than make a screen worthwhile. */
const records = Array.from({ length: 60 }, (_, i): BatchRecord => {
  return { row: i + 1, name: null, text: 'C'.repeat(1 + i), problem: null, fields: [] }
})
const chunk = { kind: 'records', source: 0, row: 1, rows: records.length, records, layout: null, read: null } as const

test('judges with a screen are kept for the questions asked last, and the others give their memory back', async () => {
  const judges = new Judges(new Resolver(law, async () => reader), [])
  const ask = async (i: number) => {
    const query = {
      asOf: `${1990 + (i % 30)}-01-${String(1 + Math.floor(i / 30)).padStart(2, '0')}`,
      jurisdictions: ['CZ'],
    }
    const setup = {
      format: 'ndjson',
      query,
      run: runInfo(law, query),
      explain: false,
      identify: 'none',
      lookUp: false,
      only: null,
      today: '2026-09-01',
      jurisdictions: ['CZ'],
      files: null,
    } as const
    const judge = judges.for(setup)
    await judge.judge({ chunk, index: 1 })
    return judge
  }
  // What other tests of this process left would go when room is needed.
  Tables.freeAll()
  const before = Arena.held
  for (let i = 0; i < 60; i++) await ask(i)
  const held = Arena.held
  expect(held).toBeGreaterThan(before)
  for (let i = 60; i < 150; i++) await ask(i)
  // The last of them may need more than the first.
  expect(Arena.held).toBeLessThanOrEqual(held + (2 << 20))
  expect(await ask(149)).toBe(await ask(149))
})
