import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { testFolder } from '../cli/files.js'

const file = testFolder()

test('a folder that lacks texts of a law: results of earlier comparisons are kept, in their places', () => {
  const folder = dirname(file('no.txt', ''))
  const own = join(folder, 'project')
  for (const name of ['bin', 'data/eu', 'data/us', 'texts/eu']) mkdirSync(join(own, name), { recursive: true })
  for (const name of ['reconcile.mjs', 'given-list.mjs']) cpSync(join('bin', name), join(own, 'bin', name))
  writeFileSync(join(own, 'package.json'), '{ "type": "module" }')
  for (const name of ['data/eu/lists', 'data/us/lists', 'node_modules', 'dist'])
    symlinkSync(join(process.cwd(), name), join(own, name))
  const counts = join(own, 'data/eu/reconciled.json')
  const before = JSON.parse(readFileSync('data/eu/reconciled.json', 'utf8'))
  cpSync('data/eu/reconciled.json', counts)
  const table = 'name,cas,cn_code,category,from,until\nIsosafrole,120-58-1,2932 91 00,1,2005-08-18,\n'
  writeFileSync(join(own, 'texts/eu/eu_precursors.csv'), table)
  const run = (...more: string[]) => {
    try {
      return execFileSync(process.execPath, [join(own, 'bin/reconcile.mjs'), join(own, 'texts'), ...more]).toString()
    } catch (error) {
      return (error as { stdout: Buffer }).stdout.toString()
    }
  }
  expect(run()).toContain('eu/eu-pops-2020-11-30.csv is not in')
  const after = JSON.parse(readFileSync(counts, 'utf8'))
  expect(after[0]).toMatchObject({ source: 'copy', entries: 1 })
  expect(after.slice(1)).toEqual(before.slice(1))
  expect(before.length).toBe(4)
  expect(run('--check')).not.toContain('has other counts')
})
