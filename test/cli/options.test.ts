import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fentanyl, run } from './fake-host.js'

let folder = ''
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'coverage-options-'))))
afterAll(() => rmSync(folder, { recursive: true }))

function file(name: string, text: string): string {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

describe('a list of nothing, as a variable gives that is not set, is refused: no law asked is nothing found', () => {
  test.each([
    ['check', fentanyl, '-j', ''],
    ['check', fentanyl, '-j', ' , '],
    ['history', fentanyl, '-j', ''],
    ['check', fentanyl, '--assume', ''],
    ['check', fentanyl, '--fail-on', ''],
    ['law', 'stats', '-j', ''],
    ['compare', 'examples/fentanyls-2018.csv', '-j', 'CN', '--against-jurisdiction', ''],
  ])('%s %s %s %j', async (...args) => {
    const { code, out, err } = await run(args)
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain('expected one or more, comma-separated')
  })
})

describe('messages', () => {
  test('names of files stand in them as they were given', async () => {
    expect((await run(['batch', '../no-such.smi'])).err).toBe('coverage: there is no file ../no-such.smi.\n')
  })
  test('the header of a file sends nothing to the terminal but text', async () => {
    const { err } = await run(['batch', file('esc.csv', 'a\u001b[31mb,smiles\nx,CCO\n'), '--smiles-col', 'no', '--quiet'])
    expect(err).toContain('there are: 1 a\\u001b[31mb, 2 smiles')
  })
})
