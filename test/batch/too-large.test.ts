import { expect, test } from 'vitest'
import type { ChunkJudgeSetup } from '../../src/batch/judge/chunk-judge.js'
import { CannotRun } from '../../src/cli/cannot-run.js'
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

test('a rule too large for the screen ends the run before it begins, as a run that cannot be done', async () => {
  expect(large).not.toEqual(law.edition)
  const setup: ChunkJudgeSetup = {
    format: 'ndjson',
    query: { asOf: '2026-09-01' },
    run: runInfo(law, { asOf: '2026-09-01' }),
    explain: false,
    identify: 'found',
    screen: true,
    lookUp: false,
    only: null,
    jurisdictions: ['CN'],
    files: null,
  }
  const start = (edition: Edition, screen: boolean, mayStop = false) =>
    judgesFor({ bytes: 0, workers: 1, edition, setup: { ...setup, screen }, mayStop })
  await expect(start(large, true)).rejects.toThrow(CannotRun)
  await expect(start(large, true)).rejects.toThrow('more than 256 sites; try --no-screen')
  await expect(start(large, true, true)).rejects.toThrow('more than 256 sites; try --no-screen')
  expect((await start(large, false)).width).toBe(1)
  expect((await start(law.edition, true)).width).toBe(1)
})
