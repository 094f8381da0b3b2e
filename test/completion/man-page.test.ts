import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { expect, test } from 'vitest'
import { manualPage } from '../../src/cli/man-page.js'
import { run } from '../cli/fake-host.js'

test('the manual page has every command and option that help has', async () => {
  const out = await manualPage()
  for (const heading of ['NAME', 'SYNOPSIS', 'DESCRIPTION', 'COMMANDS', '"EXIT STATUS"', 'ENVIRONMENT', 'FILES'])
    expect(out).toContain(`\n.SH ${heading}\n`)
  const help = (await run(['check', '--help'])).out
  for (const [flag] of help.matchAll(/--[a-z-]+/g)) expect(out).toContain(flag.replaceAll('-', '\\-'))
  for (const command of ['law gaps', 'rule test', 'law edition changes']) expect(out).toContain(`.SS "${command} `)
})

test.skipIf(!existsSync('/usr/bin/groff'))('groff formats it without warnings', async () => {
  const out = await manualPage()
  const ran = spawnSync('groff', ['-man', '-Tutf8', '-ww'], { input: out, encoding: 'utf8' })
  expect(ran.stderr).toBe('')
  expect(ran.stdout).toContain('coverage.config.json')
})
