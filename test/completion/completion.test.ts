import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { run } from '../cli/fake-host.js'
import { testFolder } from '../cli/files.js'
import { cases, script, withProgram } from './cases.js'

const put = testFolder()

/** What is offered for words, the last one unfinished. */
async function offered(...words: string[]): Promise<string[]> {
  const { out, code } = await run(['complete', '--', ...words])
  expect(code).toBe(0)
  return out.split('\n').flatMap((line) => (line === '' ? [] : [line.split('\t')[0]!]))
}

test.each(cases)('$line', async ({ line, some, not }) => {
  const found = await offered(...line.split(' ').slice(1))
  expect(found).toEqual(expect.arrayContaining([...some]))
  for (const word of not) expect(found).not.toContain(word)
})

test('--option=value, parted as bash does and whole', async () => {
  expect(await offered('check', '--format', '=', 'js')).toEqual(['json'])
  expect(await offered('check', '--format', '=')).toEqual(['text', 'json', 'csv', 'md', 'html'])
  expect(await offered('check', '--format=js')).toEqual(['--format=json'])
  expect(await offered('batch', 'examples/fen')).toEqual([])
  expect(await offered('completion', '""')).toEqual(await offered('completion', ''))
})

test('bash asks the program, and offers files where that knows nothing', async () => {
  const file = put('coverage.bash', await script('bash'))
  const press = `source ${file}; COMP_WORDS=(coverage law st); COMP_CWORD=2; _coverage; echo "\${COMPREPLY[@]}"; complete -p coverage`
  const { stdout, stderr } = spawnSync('bash', ['--norc', '-c', press], { encoding: 'utf8', env: withProgram(put) })
  expect([stderr, stdout]).toEqual(['', 'stats\ncomplete -o bashdefault -o default -F _coverage coverage\n'])
})

test('PowerShell: brackets balance, since a script with one missing would not even be parsed', async () => {
  const text = await script('powershell')
  expect(text).toContain('Register-ArgumentCompleter -Native -CommandName coverage')
  const count = (sign: string) => text.split(sign).length
  expect([count('{'), count('(')]).toEqual([count('}'), count(')')])
})

test('another shell is rejected', async () => {
  const { code, err } = await run(['completion', 'tcsh'])
  expect(code).toBe(2)
  expect(err).toContain('bash')
})
