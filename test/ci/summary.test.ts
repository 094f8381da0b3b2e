import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { placesFor } from '../cli/files.js'

const summary = fileURLToPath(new URL('../../.ci/summary.js', import.meta.url))
const { path, put } = placesFor('coverage-ci-')

const report = (passed: number, failed: number, files: object[] = []) =>
  JSON.stringify({ numPassedTests: passed, numFailedTests: failed, testResults: files })
const unloaded = { status: 'failed', assertionResults: [] }

test.each<[string, string, string | null, string | null, string, number]>([
  ['both sets are counted', '0', report(5, 0), report(7, 0), '12 passed, 0 failed', 0],
  ['a test of the long set failed', '1', report(5, 0), report(7, 1), '12 passed, 1 failed', 1],
  [
    'a file that could not be loaded is a failure',
    '1',
    report(5, 0, [unloaded]),
    report(7, 0),
    '12 passed, 1 failed',
    1,
  ],
  ['the long set left no report', '0', report(5, 0), null, '5 passed, 1 failed', 1],
  ['no test was run', '1', null, null, '0 passed, 1 failed', 1],
  ['all tests passed and a later step failed', '1', report(5, 0), report(7, 0), '12 passed, 1 failed', 1],
])('%s', (_, code, quick, long, line, exit) => {
  const files = [quick, long].map((text, i) => (text === null ? path('none') : put(`${i}.json`, text)))
  const ran = spawnSync(process.execPath, [summary, code, ...files], { encoding: 'utf8' })
  expect([ran.stdout, ran.status]).toEqual([`${line}\n`, exit])
})
