import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { shippedData } from '../../src/cli/shipped.js'
import { wildRule } from '../budget/wild-rule.js'
import { run } from './fake-host.js'
import { placesFor } from './files.js'

const { path, put } = placesFor('coverage-rule-files-')
const rule = (smarts: string) => put('rule.json', JSON.stringify(wildRule(smarts)))

test.each<[string, string, string]>([
  ['a pattern that no example reaches', '[C:1][[', 'scaffolds[0].smarts: found [C:1][['],
  ['a pattern with too many atoms', `[C:1]${'C'.repeat(50_000)}`, 'a pattern of 50005 characters, expected at most'],
  ['a pattern with too many brackets', `[C:1]${'['.repeat(100_000)}`, 'a pattern of 100005 characters'],
  ['a pattern that is nested too deep', `[C:1]${'[$('.repeat(500)}C${')]'.repeat(500)}`, 'brackets nested 1000 deep'],
])('%s is refused in rule test and in check', async (_, smarts, says) => {
  for (const args of [
    ['rule', 'test', rule(smarts)],
    ['check', 'C', '--rule', rule(smarts)],
  ]) {
    const { code, err } = await run(args)
    expect([code, err]).toEqual([2, expect.stringContaining(says)])
  }
})

test.each(['rule test', 'law show'])('%s: JSON that is nested too deep is refused', async (command) => {
  for (const text of [
    `${'['.repeat(100_000)}${']'.repeat(100_000)}`,
    `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`,
  ]) {
    const { code, err } = await run([...command.split(' '), put('deep.json', text)])
    expect([code, err]).toEqual([2, expect.stringContaining('JSON nested more than 100 levels deep')])
  }
})

test('a rule file of very many clauses is refused by its size, wherever it is read', async () => {
  const whole = wildRule('[C:1]')
  const clauses = Array.from({ length: 40_000 }, (_, i) => ({ id: `c${i}`, reads: 'a clause', cite: 'x' }))
  const file = put('large.json', JSON.stringify({ ...whole, clauses }))
  for (const args of [
    ['rule', 'test', file],
    ['law', 'show', file],
    ['check', 'C', '--rule', file],
    ['impact', file],
  ]) {
    const { code, err } = await run(args)
    expect([code, err]).toEqual([2, expect.stringMatching(/it has \d+ bytes, at most 1000000 are read/)])
  }
})

test('law show refuses a draft with a term that does not exist, whose meaning it would leave out', async () => {
  const shipped = readFileSync(join(shippedData, 'us/rules/us-fentanyl-related-substances.json'), 'utf8')
  const rule = JSON.parse(shipped) as { id: string; clauses: { with: unknown[] }[] }
  rule.id = 'us-draft'
  rule.clauses.at(-1)!.with.push('acyll')
  const { code, err, out } = await run(['law', 'show', put('us-draft.json', JSON.stringify(rule))])
  expect([code, out, err]).toEqual([
    2,
    '',
    expect.stringMatching(/clauses\[4\]\.with\[\d\]: found acyll; expected the id of a term/),
  ])
})

test('rule new drafts for any country, also one whose law is not recorded', async () => {
  const draft = path('zz-draft.json')
  expect((await run(['rule', 'new', draft])).code).toBe(0)
  expect(JSON.parse(readFileSync(draft, 'utf8'))).toMatchObject({ id: 'zz-draft' })
  expect((await run(['rule', 'new', path('draft.json')])).err).toContain('two letters of a country')
  expect((await run(['rule', 'new', path('abc-draft.json')])).code).toBe(2)
})

test('rule new --parent: its forms and exceptions are kept, or it says what was not copied', async () => {
  const like = async (id: string) => {
    expect((await run(['rule', 'new', path(`${id}.json`), '--parent', 'gb-nitazenes'])).code).toBe(0)
    expect((await run(['rule', 'test', path(`${id}.json`)])).code).toBe(0)
    const { periods, leaves_out, reads } = JSON.parse(readFileSync(path(`${id}.json`), 'utf8'))
    expect(periods[0].extends_to).toEqual(['salts', 'stereoisomers', 'esters', 'ethers'])
    return [leaves_out.length, reads.slice(1)]
  }
  expect(await like('gb-like')).toEqual([1, []])
  expect(await like('zz-like')).toEqual([
    0,
    [expect.stringContaining('not copied from gb-nitazenes: A substance named')],
  ])
})
