import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { decidedYears } from '../../src/impact/index.js'
import { law, reader } from '../support/law.js'

const file = fileURLToPath(new URL('decided.txt', import.meta.url))
const years = [2006, 2026] as const

// After an intended change: UPDATE_ROWS=1 npx vitest run --project long test/impact/decided.long
test('no law decides less of the recorded structures in any year than before', { timeout: 300_000 }, async () => {
  const laws = await decidedYears(
    async () => reader,
    law,
    {},
    years,
    () => {},
  )
  const rows = laws.map(
    ({ code, years: own }) =>
      `${code} ${own.map(({ structures, decided }) => Math.floor((1000 * decided) / structures)).join(' ')}`,
  )
  const head = `# Recorded structures that each law decides on 1 July of ${years[0]} to ${years[1]}, per thousand`
  if (process.env.UPDATE_ROWS) writeFileSync(file, `${[head, ...rows].join('\n')}\n`)
  const stored = readFileSync(file, 'utf8').trimEnd().split('\n').slice(1)
  expect(rows.map((row) => row.split(' ')[0])).toEqual(stored.map((row) => row.split(' ')[0]))
  const fallen = rows.flatMap((row, i) => {
    const [code, ...now] = row.split(' ')
    const before = stored[i]!.split(' ').slice(1)
    return now.flatMap((share, k) => (Number(share) < Number(before[k]) ? [`${code} ${years[0] + k}`] : []))
  })
  expect(fallen).toEqual([])
})
