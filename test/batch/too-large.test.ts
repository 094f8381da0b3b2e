import { expect, test } from 'vitest'
import type { ChunkJudgeSetup, BatchRecord } from '../../src/batch/index.js'
import { judgesFor } from '../../src/cli/run/run-judges.js'
import { runInfo } from '../../src/cli/output/run-info.js'
import type { Edition } from '../../src/law/index.js'
import { law } from '../support/law.js'

/** The shipped edition with a rule of 300 sites. */
const large: Edition = {
  ...law.edition,
  jurisdictions: law.edition.jurisdictions.map((j) => ({
    ...j,
    rules: j.rules.map((rule) =>
      rule.id === 'cn-fentanyl-class' ? { ...rule, sites: Array.from({ length: 300 }, () => rule.sites[0]!) } : rule,
    ),
  })),
}

test('a rule with more sites than the engine tells apart gives the rows of the full path', async () => {
  expect(large).not.toEqual(law.edition)
  const setup: ChunkJudgeSetup = {
    format: 'ndjson',
    query: { asOf: '2026-09-01' },
    run: runInfo(law, { asOf: '2026-09-01' }),
    explain: false,
    identify: 'controlled',
    screen: true,
    lookUp: false,
    only: null,
    today: '2026-09-01',
    jurisdictions: ['CN'],
    files: null,
  }
  const records = ['CCO', 'C/C=C/C(=O)N(c1ccccc1)C1CCN(CCc2ccccc2)CC1', 'CCC(=O)Nc1ccccc1'].map(
    (text, i): BatchRecord => ({ row: i + 1, name: null, text, problem: null, fields: [] }),
  )
  const chunk = { kind: 'records', source: 0, row: 1, rows: records.length, records, layout: null, read: null } as const
  const rows = async (screen: boolean) => {
    const options = { bytes: 0, workers: 1, edition: large, setup: { ...setup, screen }, mayStop: false }
    const { judges } = await judgesFor(options)
    const done = await judges.judge({ chunk, index: 1 })
    return Buffer.from(done.rows).toString()
  }
  expect(await rows(true)).toBe(await rows(false))
})
