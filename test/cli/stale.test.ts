import { describe, expect, test } from 'vitest'
import { daysLater } from '../../src/law/index.js'
import { edition } from '../support/law.js'
import { run } from './fake-host.js'
import { testFolder } from './files.js'

const file = testFolder()
const reviewed = edition.jurisdictions.find((j) => j.jurisdiction.code === 'GB')!.jurisdiction.verified_through
const old = daysLater(reviewed, 400)
const recent = daysLater(reviewed, 100)
const smiles = file('one.smi', 'CCO ethanol\n')
const results = file('results.ndjson', '')
const by = (...age: number[]) => ['--config', file(`${age}.json`, JSON.stringify({ maxAge: age[0] }))]
const ofGb = (day: string) => ['-j', 'GB', '--as-of', day, '--fail-on', 'stale']
const named = (than: string, day: string) =>
  `coverage: warning: law reviewed more than ${than} before ${day}: GB (${reviewed}); later amendments are not included\n`

describe('--fail-on stale', () => {
  test.each<[string, string[], number, string]>([
    ['400 days after the review', ['check', 'CCO', ...ofGb(old)], 1, named('a year', old)],
    ['100 days after it', ['check', 'CCO', ...ofGb(recent)], 0, ''],
    ['100 days after it, with maxAge 99', ['check', 'CCO', ...ofGb(recent), ...by(99)], 1, named('99 days', recent)],
    ['100 days after it, with maxAge 100', ['check', 'CCO', ...ofGb(recent), ...by(100)], 0, ''],
    ['400 days after it, with maxAge 500', ['check', 'CCO', ...ofGb(old), ...by(500)], 0, ''],
    ['a batch', ['batch', smiles, ...ofGb(old)], 1, named('a year', old)],
    ['a quiet batch names the law too', ['batch', smiles, '--quiet', ...ofGb(old)], 1, named('a year', old)],
    ['a quiet batch of recent law', ['batch', smiles, '--quiet', ...ofGb(recent)], 0, ''],
    ['pipe', ['pipe', ...ofGb(old)], 1, named('a year', old)],
    ['the later day of compare', ['compare', smiles, ...ofGb(recent), '--against', old], 1, named('a year', old)],
    ['an earlier day of compare', ['compare', smiles, ...ofGb(recent), '--against', reviewed], 0, ''],
  ])('%s', async (_, args, code, says) => {
    const ran = await run(args, { today: '2100-01-01', stdin: '' })
    expect(ran.code, ran.err).toBe(code)
    if (says === '') expect(ran.err).not.toContain('warning')
    else expect(ran.err).toContain(says)
  })
  test('without it, old law is a warning', async () => {
    const ran = await run(['check', 'CCO', '-j', 'GB', '--as-of', old, '--json'], { today: '2100-01-01' })
    expect([ran.code, ran.err]).toEqual([0, named('a year', old)])
  })
  test.each<[string, string[], RegExp]>([
    [
      'results that merge joins',
      ['merge', results, '-o', `${results}.all`],
      /merge reads no law; give --fail-on stale to/,
    ],
    ['two result files', ['compare', results, results], /two result files are compared as they are, without law/],
  ])('%s are refused', async (_, args, says) => {
    const ran = await run([...args, '--fail-on', 'stale'])
    expect(ran.code).toBe(2)
    expect(ran.err).toMatch(says)
  })
})
