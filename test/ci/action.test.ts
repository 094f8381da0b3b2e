import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const action = readFileSync(new URL('../../action.yml', import.meta.url), 'utf8')
const split = /^ +(mapfile .*)$/m.exec(action)![1]!

test.each<[string, string[]]>([
  ['expect --format github expectations.csv', ['expect', '--format', 'github', 'expectations.csv']],
  [`expect 'my file.csv' "a b.csv"`, ['expect', 'my file.csv', 'a b.csv']],
  ['expect $HOME `id` *', ['expect', '$HOME', '`id`', '*']],
])('the arguments of the action: %s', (given, args) => {
  const { stdout } = spawnSync('bash', ['-c', `${split}\nprintf '%s\\n' "\${args[@]}"`], {
    env: { ...process.env, COVERAGE_ARGS: given },
    encoding: 'utf8',
  })
  expect(stdout.trimEnd().split('\n')).toEqual(args)
})
