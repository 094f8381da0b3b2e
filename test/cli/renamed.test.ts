import { readFileSync } from 'node:fs'
import { expect, test, vi } from 'vitest'
import { fentanyl, run } from './fake-host.js'
import { testFolder } from './files.js'

vi.setConfig({ testTimeout: 60_000 })
const file = testFolder()
const smiles = () => file('a.smi', `${fentanyl} fent\n`)
const examples = 'examples/ca-changes-2025-2026.csv'
const days = ['--as-of', '2018-02-05', '--against', '2018-02-06', '-j', 'US']

test.each<[now: string, args: () => string[], code: number]>([
  ['coverage compare', () => ['diff', smiles(), ...days], 0],
  ['coverage expect --lint', () => ['lint-dataset', smiles()], 0],
  ['coverage law show', () => ['rule', 'explain', 'cn-proposed-fentanyl-class'], 0],
  ['coverage law edition verify', () => ['law', 'verify-edition'], 0],
  ['coverage law edition changes', () => ['law', 'check-edition', 'dist/edition.json'], 0],
])('an old name works and gives the new one: %s', async (now, args, code) => {
  const { code: is, err, out } = await run(args())
  expect([is, err]).toEqual([code, expect.stringContaining(`is now: ${now}\n`)])
  expect(out).not.toBe('')
})

test.each<[now: string, args: () => string[]]>([
  ['coverage pipe --run-info -', () => ['pipe', '--run-info', '-j', 'US']],
  ['coverage pipe --run-info -', () => ['pipe', '-j', 'US', '--run-info']],
  [
    'coverage law reconcile --all',
    () => ['law', 'reconcile', 'CA', examples, '--list', 'ca-schedule-4', '--as-of', '2026-01-01', '--explain'],
  ],
  [
    'coverage rule new --parent',
    () => ['rule', 'new', file('zz-x.json', '').replace('zz-x', 'zz-y'), '--rule', 'gb-nitazenes'],
  ],
])('an old option works and gives the new one: %s', async (now, args) => {
  const { code, err, out } = await run(args(), { stdin: 'CCO\n' })
  expect([code, err]).toEqual([expect.toBeOneOf([0, 1]), expect.stringContaining(`is now: ${now}\n`)])
  expect(out).not.toBe('')
})

test('pipe --run-info FILE writes the facts to a file, without a word on the option', async () => {
  const facts = file('facts.json', '')
  const { code, err, out } = await run(['pipe', '-j', 'US', '--run-info', facts], { stdin: 'CCO\n' })
  expect([code, err, out.trim().split('\n').length]).toEqual([0, '', 1])
  expect(JSON.parse(readFileSync(facts, 'utf8'))).toMatchObject({ laws: [{ code: 'US' }] })
})

test.each<[now: string, args: () => string[]]>([
  ['--against CODES', () => ['compare', smiles(), '-j', 'CN', '--against-jurisdiction', 'US']],
  ['--against EDITION', () => ['compare', smiles(), '--against-edition=x.json']],
  ['name the column first_seen', () => ['diff', smiles(), ...days, '--first-seen-col', 'seen']],
  ['name the column first_seen', () => ['compare', smiles(), ...days, '--first-seen', 'seen']],
  ['--json', () => ['check', 'CCO', '--compact']],
  ['with -o or --run-info', () => ['batch', smiles(), '--schema', '1']],
  ['--shard /N', () => ['batch', smiles(), '--shards', '3']],
  ['coverage impact DRAFT LIBRARY...', () => ['impact', 'cn-fentanyl-class', '--against', smiles()]],
  ['--assume-from DAY', () => ['impact', 'cn-fentanyl-class', '--draft-from', '2018-01-01']],
  ['--limit rows=N', () => ['serve', '--max-rows', '9']],
  ['COVERAGE_TOKEN', () => ['serve', '--token', 'x']],
  ['--no-shipped', () => ['law', 'lint', '--data', '.', '--only']],
  ['--key FILE', () => ['law', 'verify-edition', '--public-key', 'x']],
  ['--fail-on controlled', () => ['compare', smiles(), ...days, '--must-not-cover', smiles()]],
])('an old option is refused with the new one: %s', async (now, args) => {
  const { code, err } = await run(args())
  expect([code, err]).toEqual([2, expect.stringContaining(now)])
})

test('man, which was a command, says which file the manual page is', async () => {
  const { code, err } = await run(['man'])
  expect([code, err]).toEqual([2, expect.stringMatching(/dist\/coverage\.1; .*man coverage\.\n$/)])
})
