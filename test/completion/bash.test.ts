import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { run } from '../cli/fake-host.js'
import { testFolder } from '../cli/files.js'
import { cases, script } from './cases.js'

const put = testFolder()

/** Words that bash offers at the end of a line, split as bash splits it. */
async function offered(words: readonly string[]): Promise<string[]> {
  const file = put('coverage.bash', await script('bash'))
  const lines = [
    'set -eu',
    'source "$1"',
    'shift',
    'COMP_WORDS=("$@")',
    'COMP_CWORD=$(($# - 1))',
    '_coverage',
    '((${#COMPREPLY[@]})) && printf "%s\\n" "${COMPREPLY[@]}" || true',
  ]
  const { stdout, stderr, status } = spawnSync('bash', ['--norc', '-c', lines.join('\n'), 'bash', file, ...words], {
    encoding: 'utf8',
  })
  expect({ stderr, status }).toEqual({ stderr: '', status: 0 })
  return stdout.split('\n').filter((line) => line !== '')
}

test.each(cases)('$line', async ({ line, some, not }) => {
  const found = await offered(line.split(' '))
  expect(found).toEqual(expect.arrayContaining([...some]))
  for (const word of not) expect(found).not.toContain(word)
})

test('--option=value is split as bash does', async () => {
  expect(await offered(['coverage', 'check', '--format', '=', 'js'])).toEqual(['json'])
  expect(await offered(['coverage', 'check', '--format', '='])).toEqual(['text', 'json', 'csv', 'md', 'html'])
})

test('a shell that requests the script gets it unchanged', async () => {
  const file = put('asked.bash', await script('bash'))
  const { stdout } = spawnSync('bash', ['--norc', '-c', `source ${file}; complete -p coverage`], { encoding: 'utf8' })
  expect(stdout.trim()).toBe('complete -F _coverage coverage')
})

test('another shell is rejected', async () => {
  const { code, err } = await run(['completion', 'tcsh'])
  expect(code).toBe(2)
  expect(err).toContain('bash')
})
