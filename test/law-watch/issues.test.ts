import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { spawnSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterAll, expect, test } from 'vitest'

const home = mkdtempSync(join(tmpdir(), 'law-issues-'))
afterAll(() => rmSync(home, { recursive: true }))
const put = (name: string, text: string) => {
  mkdirSync(join(home, name, '..'), { recursive: true })
  writeFileSync(join(home, name), text)
}

test('one issue for each law: updated if there is one, opened if not; a long report is cut', () => {
  put('report/laws/ca.md', '# CA: 1 to review\n')
  put('report/laws/us.md', `# US\n${'x'.repeat(70_000)}`)
  // A gh that knows an issue of CA, and writes down what it is asked.
  put(
    'bin/gh',
    `#!/usr/bin/env node
const { appendFileSync, readFileSync } = require('node:fs')
const args = process.argv.slice(2)
const input = args.includes('--body-file') ? readFileSync(0, 'utf8').length : 0
appendFileSync(${JSON.stringify(join(home, 'asked'))}, JSON.stringify([...args.slice(0, 3), input]) + '\\n')
if (args[1] === 'list') console.log('[{"number": 7, "title": "Law watch: CA"}]')
`,
  )
  chmodSync(join(home, 'bin/gh'), 0o755)
  const env = { ...process.env, PATH: `${join(home, 'bin')}${delimiter}${process.env['PATH']}` }
  const ran = spawnSync(process.execPath, ['bin/law-issues.mjs', join(home, 'report')], { env, encoding: 'utf8' })
  expect(ran.stdout).toBe('Law watch: CA: issue 7 updated\nLaw watch: US: issue opened\n')
  const asked = readFileSync(join(home, 'asked'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(asked).toEqual([
    ['label', 'create', 'law-watch', 0],
    ['issue', 'list', '--label', 0],
    ['issue', 'edit', '7', 18],
    ['issue', 'create', '--title', expect.any(Number)],
  ])
  expect(asked.at(-1)[3]).toBeLessThan(65_536)
})

test('without a report it says what it needs', () => {
  const ran = spawnSync(process.execPath, ['bin/law-issues.mjs', join(home, 'none')], { encoding: 'utf8' })
  expect([ran.status, ran.stderr]).toEqual([2, expect.stringContaining('usage: node bin/law-issues.mjs FOLDER')])
})
