import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { run } from './fake-host.js'
import { placesFor } from './files.js'

const { path, put } = placesFor('coverage-suggest-')
const lab = put('lab.csv', 'id,name\nA1,heroin\nA2,fluorofentenyl\nA3,qqqq wwww\nA4,3-MMC or Xfentanyl\n')
const judged = async (...args: string[]) =>
  (await run(['batch', ...args, '-j', 'US', '--as-of', '2026-12-02', '--format', 'ndjson'])).out
    .trim()
    .split('\n')
    .map((line) => (JSON.parse(line) as { verdict: string }).verdict)

test('guesses are written for names that are not recorded, and none is judged by one', async () => {
  const to = path('guesses.csv')
  const rows = await judged(lab, '--suggest', to)
  expect(rows).toEqual(await judged(lab))
  expect(rows).toEqual(['listed', 'unreadable', 'unreadable', 'unreadable'])
  const [head, ...guesses] = readFileSync(to, 'utf8').trimEnd().split(/\r?\n/)
  expect(head).toBe('file,row,id,given,name,guess,other guesses')
  expect(guesses.map((line) => line.slice(lab.length + 1))).toEqual([
    '2,A2,fluorofentenyl,,Para-fluorofentanyl,meta-Fluorofentanyl; ortho-Fluorofentanyl',
    '3,A3,qqqq wwww,,,',
    expect.stringMatching(/^4,A4,Xfentanyl,,/),
  ])
  expect(await judged(to)).toEqual(['unreadable', 'unreadable', 'unreadable'])
  const confirmed = put('confirmed.csv', `${head}\n${guesses[0]!.replace(',,Para', ',Para-fluorofentanyl,Para')}\n`)
  expect(await judged(confirmed)).toEqual(['listed'])
})

test.each([
  ['stdin', ['batch', '-', '--input-format', 'csv', '--suggest', path('x.csv')], /reads - twice/],
  ['the input itself', ['batch', lab, '--suggest', lab], /is both input and suggestions/],
])('an error for %s', async (_, args, error) => {
  expect((await run(args)).err).toMatch(error)
})
