import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const root = fileURLToPath(new URL('../../', import.meta.url))
const readme = readFileSync(`${root}README.md`, 'utf8')

it('the sample in the README is what its command prints', () => {
  const command = /node bin\/coverage\.js (check .*)/.exec(readme)![1]!
  const args = [...command.matchAll(/'([^']*)'|(\S+)/g)].map((m) => m[1] ?? m[2]!)
  const sample = /```\n(C\/C=C[^`]*)```/.exec(readme)![1]!
  const { stdout, status } = spawnSync(process.execPath, ['bin/coverage.js', ...args], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' },
  })
  expect(status).toBe(0)
  expect(stdout.startsWith(sample)).toBe(true)
})
