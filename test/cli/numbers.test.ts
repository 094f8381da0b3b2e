import { expect, test } from 'vitest'
import { run, runJson } from './fake-host.js'

const day = ['--as-of', '2026-09-01', '-j', 'US']

test('the number of a salt reads as the salt, and is judged as the recorded substance', async () => {
  const { rows, code } = await runJson(['check', '--json', ...day, '64-31-3', 'CAS 52-26-6', '53-21-4'])
  expect(rows.slice(0, 2).map((row) => [row.verdict, row.lookup.substance, row.lookup.form])).toEqual([
    ['listed', 'morphine', 'sulfate'],
    ['listed', 'morphine', 'hydrochloride'],
  ])
  expect(code).toBeLessThan(4)
  const { out } = await run(['check', ...day, '64-31-3'])
  expect(out.replace(/\s+/g, ' ')).toContain('matched CAS number: Morphine sulfate, read as Morphine (morphine)')
})

test('batch: JSON and CSV name the salt, with and without the screen', async () => {
  const stdin = 'cas,name\n64-31-3,Morphine sulfate\n64-31-3,Morphine\n64-31-3,Fentanyl\n'
  const batch = ['batch', '-', '--input-format', 'csv', ...day]
  const { rows } = await runJson(batch, { stdin })
  expect(rows.map((row) => row.lookup?.form ?? row.problem.code)).toEqual(['sulfate', 'sulfate', 'contradiction'])
  expect((await runJson([...batch, '--no-screen'], { stdin })).rows).toEqual(rows)
  expect((await run([...batch, '--format', 'csv', '--quiet'], { stdin })).out).toContain(
    '64-31-3,Morphine,Morphine sulfate,listed',
  )
})

test.each([
  ['check', async () => (await run(['check', ...day, '123-45-5'])).out],
  ['batch', async () => (await run(['batch', '-', '--input-format', 'smi', ...day], { stdin: '123-45-5\n' })).out],
  ['pipe', async () => (await run(['pipe', ...day], { stdin: '{"cas":"123-45-5"}\n' })).out],
])('%s: a number that is not recorded says that numbers are not complete', async (_, answer) => {
  expect((await answer()).replace(/\s+/g, ' ')).toContain(
    'No substance recorded under CAS number 123-45-5. The recorded CAS numbers are not complete. This does not mean it is uncontrolled',
  )
})

test('law stats prints the share of substances with a number', async () => {
  expect((await run(['law', 'stats', '-j', 'UN'])).out.replace(/\s+/g, ' ')).toMatch(
    /CAS numbers: \d+ of \d+ substances that its lists name \(\d+ %\) have one, and \d+ of their salts are recorded/,
  )
})
