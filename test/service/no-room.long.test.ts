import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { BatchRecord } from '../../src/batch/input/batch-record.js'
import { runInfo } from '../../src/cli/output/run-info.js'
import type { Query } from '../../src/matching/index.js'
import { Service } from '../../src/service/service.js'
import { law } from '../support/law.js'

vi.setConfig({ testTimeout: 120_000 })
const usual: Query = { asOf: '2026-09-01', jurisdictions: ['CN'] }
const manner = { lookUp: false, explain: false, identify: 'none' } as const
let service: Service

beforeAll(async () => {
  service = await Service.start({
    law,
    workers: 1,
    thread: fileURLToPath(new URL('small-thread.js', import.meta.url)),
    rowMs: null,
    runOf: (asked) => runInfo(law, asked),
    usual: () => ({ query: usual, manner }),
    today: () => '2026-09-01',
  })
})
afterAll(() => service.close())

const fentanyl = 'CCC(=O)N(c1ccccc1)C1CCN(CCc2ccccc2)CC1'
const records = Array.from({ length: 500 }, (_, i): BatchRecord => {
  return { row: i + 1, name: null, text: i === 7 ? fentanyl : 'C'.repeat(1 + (i % 50)), problem: null, fields: [] }
})

/** Verdicts of the fentanyl on a day, which more rows ask than it takes to be worth a screen. */
async function verdictOn(asOf: string): Promise<string> {
  const { bytes } = await service.rows(records, { ...usual, asOf }, manner)
  const rows = bytes.toString().trimEnd().split('\n')
  expect(rows).toHaveLength(records.length)
  return JSON.parse(rows[7]!).verdict
}

test('a thread whose engine has no room left is replaced, and no row is lost', async () => {
  for (let year = 2008; year < 2020 && service.replaced === 0; year++) {
    const day = `${year}-06-01`
    expect(await verdictOn(day)).toBe(await verdictOn(day))
  }
  expect(service.replaced).toBe(1)
  expect(await verdictOn('2026-09-01')).toBe('listed')
  expect(await service.history('CCO', usual)).toMatchObject({ problem: null })
  expect(service.replaced).toBe(1)
})
