import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')
const { dependencies } = JSON.parse(read('package.json')) as { dependencies: Record<string, string> }
const [shipped] = read('docs/dependencies.md').split('\n## ')
const rows = [...shipped!.matchAll(/^\| `([^`]+)` \|(.*)\|(.*)\|$/gm)]

test('every runtime dependency has its row, and no other package', () => {
  expect(rows.map((row) => row[1])).toEqual(Object.keys(dependencies).sort())
})

test.each(rows.map((row) => [row[1]!, row[2]!.trim(), row[3]!.trim()]))(
  '%s: what for, and why not our own',
  (_, what, why) => {
    expect(what.length).toBeGreaterThan(20)
    expect(why.length).toBeGreaterThan(5)
  },
)
