import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { testFolder } from '../cli/files.js'
import { cases, script, withProgram } from './cases.js'

const put = testFolder()

test.each(cases)('$line', async ({ line, some, not }) => {
  const file = put('coverage.fish', await script('fish'))
  const { stdout, stderr, status } = spawnSync(
    'fish',
    ['--no-config', '-c', 'source $argv[1]; complete -C $argv[2]', file, line],
    { encoding: 'utf8', env: withProgram(put) },
  )
  expect({ stderr, status }).toEqual({ stderr: '', status: 0 })
  const found = stdout.split('\n').map((l) => l.split('\t')[0]!)
  expect(found).toEqual(expect.arrayContaining([...some]))
  for (const word of not) expect(found).not.toContain(word)
})
