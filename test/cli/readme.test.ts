import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { run } from './fake-host.js'
import { placesFor } from './files.js'

const { put } = placesFor('coverage-readme-')

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

it('the settings in the README are accepted as printed, next to the examples', async () => {
  const settings = /```json\n(\{\n {2}"jurisdictions"[^`]*)```/.exec(readme)![1]!
  const file = put('coverage.config.json', settings)
  for (const rule of (JSON.parse(settings) as { rules: string[] }).rules) {
    const path = rule.replace(/^.*=/, '')
    mkdirSync(dirname(join(dirname(file), path)), { recursive: true })
    put(path, readFileSync(`${root}${path}`, 'utf8'))
  }
  const { code, out, err } = await run(['check', 'CCO', '--config', file])
  expect([code, err]).toEqual([0, expect.not.stringContaining('edition')])
  expect(out).toContain('2026-09-01')
  expect((await run(['config', '--config', file])).out).toContain('2026.11')
})
