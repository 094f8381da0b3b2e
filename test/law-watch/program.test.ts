import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { kinds, parseRecord } from '../../src/law/authoring.js'
import { dataFolder, loadRecords } from '../support/law.js'

const program = (...args: string[]) =>
  spawnSync(process.execPath, ['bin/law-watch.mjs', ...args], { encoding: 'utf8', env: { ...process.env, TZ: 'UTC' } })
const json = (path: string) => JSON.parse(readFileSync(join(dataFolder, path), 'utf8'))
const laws = loadRecords({}).jurisdictions.filter((law) => law.sources)

describe('bin/law-watch.mjs', () => {
  test.each<[string, string[], RegExp]>([
    ['no folder', [], /give one folder/],
    ['two folders', ['a', 'b'], /give one folder/],
    ['an offline folder that is not there', ['--offline', 'no-such'], /there is no folder no-such/],
    ['an unknown law', ['texts', '-j', 'XX'], /no sources of XX are recorded; there are: CA, CH/],
    ['no day', ['texts', '--since', 'May'], /--since expects a day/],
    ['an unknown option', ['texts', '--at', 'http://localhost'], /Unknown option '--at'/],
  ])('%s: usage, and exit code 2', (_, args, says) => {
    const { status, stderr } = program(...args)
    expect([status, stderr]).toEqual([2, expect.stringMatching(says)])
    expect(stderr).toContain('usage: node bin/law-watch.mjs FOLDER')
  })
  test('an empty folder, without network: nothing was looked at, so exit code 2', () => {
    const folder = mkdtempSync(join(tmpdir(), 'law-watch-empty-'))
    const { status, stdout } = program('--offline', folder, '-j', 'CA,CN')
    expect([status, stdout]).toEqual([2, expect.stringContaining('Could not look at everything of CA')])
    expect(stdout).toContain('| CN | 0 of 3 texts, 0 of 1 announcements |')
    expect(readdirSync(folder)).toEqual([])
    rmSync(folder, { recursive: true })
  })
})

describe('the sources of a law', () => {
  test.each(laws.map((law) => [law.jurisdiction.code, law] as const))(
    '%s: texts, and whether each was tried',
    (_, { sources }) => {
      expect(sources?.texts.length).toBeGreaterThan(0)
      // What was never tried is not confirmed; what only a person can look at says where.
      for (const { tried } of [...sources!.texts, ...sources!.announcements]) expect(tried).toMatch(/^untried$|^\d{4}-/)
    },
  )
  test('an address of another scheme is refused', () => {
    const own = json('ca/sources.json')
    own.texts[0].address = 'http://laws-lois.justice.gc.ca/eng/XML/C-38.8.xml'
    expect(() => parseRecord(kinds.sources.schema, own, 'ca/sources.json')).toThrow(/begins with https/)
  })
})
